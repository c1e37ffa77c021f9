// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/repositoryaddress.h"
#include "tests/signalboxtest.h"

#include <QTest>

namespace signalbox {

class TestRepositoryAddress : public QObject {
    Q_OBJECT

private slots:
    void whatIsPastedIsTakenApart_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<bool>("isGitLab"); // as chosen
        QTest::addColumn<QString>("taken"); // provider, server, repository
        const auto add = [](const char* pasted, bool isGitLab, const char* taken) {
            QTest::newRow(pasted) << QString::fromLatin1(pasted) << isGitLab << QString::fromLatin1(taken);
        };
        add("https://github.com/acme/shop", false, "github||acme/shop");
        add("https://github.com/acme/shop.git", true, "github||acme/shop");
        add("https://github.com/acme/shop/", false, "github||acme/shop");
        add("https://github.com/acme/shop/tree/main", false, "github||acme/shop");
        add("https://www.github.com/acme/shop/actions?query=x#top", false, "github||acme/shop");
        add("https://ana:secret@github.com/acme/shop", false, "github||acme/shop");
        add("git@github.com:acme/shop.git", false, "github||acme/shop");
        add("ssh://git@git.acme.com:2222/acme/shop.git", false, "|https://git.acme.com|acme/shop");
        add("github.com/acme/shop", true, "github||acme/shop");
        add("https://github.acme.com:8443/acme/shop", false, "github|https://github.acme.com:8443|acme/shop");
        add("https://gitlab.com/acme/web/shop", false, "gitlab||acme/web/shop");
        add("https://gitlab.com/acme/web/shop/-/tree/main", false, "gitlab||acme/web/shop");
        add("https://gitlab.com/acme/web/shop/-/pipelines/", false, "gitlab||acme/web/shop");
        add("git@gitlab.com:acme/web/shop.git", false, "gitlab||acme/web/shop");
        add("http://git.acme.com/acme/web/shop/tree/main", true, "|http://git.acme.com|acme/web/shop");
        add("https://github.com/acme", false, "github||");
        add("acme/shop", false, "no address");
        add("my.group/shop", true, "no address");
    }

    void whatIsPastedIsTakenApart()
    {
        QFETCH(QString, pasted);
        QFETCH(bool, isGitLab);
        QFETCH(QString, taken);
        const auto address = host::repositoryAddress(pasted.toStdString(), isGitLab ? "gitlab" : "github");
        const std::string parts = address ? address->provider + '|' + address->server + '|' + address->repository
                                          : std::string("no address");
        QCOMPARE(QString::fromStdString(parts), taken);
    }

    void aNameIsOneThatTheServerTakes()
    {
        QVERIFY(host::isRepositoryName("github", "acme/shop.js"));
        QVERIFY(!host::isRepositoryName("github", "acme/web/shop"));
        QVERIFY(host::isRepositoryName("gitlab", "acme/web/shop"));
        QVERIFY(!host::isRepositoryName("gitlab", "acme/my shop"));
        QVERIFY(!host::isRepositoryName("gitlab", "acme"));
    }
};

SIGNALBOX_TEST(TestRepositoryAddress)

} // namespace signalbox

#include "tst_repositoryaddress.moc"
