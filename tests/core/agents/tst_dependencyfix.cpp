// SPDX-License-Identifier: GPL-3.0-or-later
// Peer dependencies that exclude each other: another version of one is tried in a copy, checked there, and offered.
#include "core/agents/npmconflict.h"
#include "tests/core/agents/scriptednpm.h"
#include "tests/core/agents/shelf.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kClash = "npm error code ERESOLVE\nnpm error ERESOLVE could not resolve\nnpm error\n"
                               "npm error While resolving: paint@1.0.0\n"
                               "npm error Found: money@2.0.0\n"
                               "npm error node_modules/money\n"
                               "npm error   money@\"^2.0.0\" from the root project\n"
                               "npm error\n"
                               "npm error Could not resolve dependency:\n"
                               "npm error peer money@\"^1.0.0\" from paint@1.0.0\n"
                               "npm error node_modules/paint\n"
                               "npm error   paint@\"~1.0.0\" from the root project\n"
                               "npm error\n"
                               "npm error Conflicting peer dependency: money@1.1.0\n";
constexpr const char* kManifest
    = R"({"name": "shop", "dependencies": {"money": "2.0.0"}, "devDependencies": {"paint": "~1.0.0"}})";
constexpr const char* kUpdated
    = R"({"name": "shop", "dependencies": {"money": "2.0.0"}, "devDependencies": {"paint": "~2.0.0"}})";
constexpr const char* kPinned
    = R"({"name": "shop", "dependencies": {"money": "1.1.0"}, "devDependencies": {"paint": "~1.0.0"}})";
constexpr const char* kMore = R"({"name": "shop", "dependencies": {"money": "2.0.0", "thief": "1.0.0"},
 "devDependencies": {"paint": "~2.0.0"}})";

QByteArray manifestWith(const char* paint)
{
    return "{\"dependencies\": {\"paint\": \"" + QByteArray(paint) + "\"}}";
}

QByteArrayList remediesOf(const char* log, const char* manifest)
{
    QByteArrayList all;
    for (const auto& one : agents::conflictRemedies(log, manifest))
        all << QByteArray::fromStdString(one.package + "@" + one.range);
    return all;
}

struct Mending : Offering {
    explicit Mending(std::deque<std::string> logs) : Offering({failing(kClash)}), npm(std::move(logs))
    {
        npm.ownManifest = kManifest;
        npm.manifestAfter = kUpdated;
        healing.npm = &npm;
        healing.rules.now.minConfidence = 0;
    }

    ScriptedNpm npm;
};

} // namespace

class TestDependencyFix : public QObject {
    Q_OBJECT

private slots:
    void whatWouldEndAConflict_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<QByteArrayList>("remedies");
        const QByteArray log(kClash);
        QTest::newRow("whoever wants the peer, then the peer")
            << log << QByteArray(kManifest) << QByteArrayList{"paint@latest", "money@^1.0.0"};
        QTest::newRow("as npm 8 writes it") << QByteArray(log).replace("npm error", "npm ERR!") << QByteArray(kManifest)
                                            << QByteArrayList{"paint@latest", "money@^1.0.0"};
        QTest::newRow("of the project's own alone") << log << manifestWith("^1.0.0") << QByteArrayList{"paint@latest"};
        QTest::newRow("an address is left alone") << log << manifestWith("github:acme/paint#main") << QByteArrayList{};
        QTest::newRow("a name that is an option")
            << QByteArray(log).replace("money@\"^1.0.0\" from paint", "--registry=x@\"^1.0.0\" from paint")
            << QByteArray(kManifest) << QByteArrayList{"paint@latest"};
        QTest::newRow("no conflict") << QByteArray("npm error code E404\n") << QByteArray(kManifest)
                                     << QByteArrayList{};
        QTest::newRow("no manifest") << log << QByteArray("{") << QByteArrayList{};
    }

    void whatWouldEndAConflict()
    {
        QFETCH(QByteArray, log);
        QFETCH(QByteArray, manifest);
        QFETCH(QByteArrayList, remedies);

        QCOMPARE(remediesOf(log.constData(), manifest.constData()), remedies);
    }

    void theFirstThatInstallsIsOffered()
    {
        Mending m({kClash, kPasses, kPasses});

        QCOMPARE(m.healing.run(), u"waiting"_s);

        QCOMPARE(
            m.npm.told,
            (QStringList{u"ci"_s, u"install paint@latest --package-lock-only --save-prefix=~"_s, u"ci"_s, u"tidy"_s}));
        QCOMPARE(m.shelf.offers.size(), 1U);
        const ci::ChangeOffer& offer = m.shelf.offers.front();
        QCOMPARE(offer.files.size(), 2U);
        QCOMPARE(offer.files[0].path, std::string("web/package.json"));
        QCOMPARE(offer.files[0].content, std::string(kUpdated));
        QCOMPARE(offer.files[1].path, std::string("web/package-lock.json"));
        QCOMPARE(offer.branch, std::string("signalbox/dependency-3"));
        QCOMPARE(offer.title, std::string("Update paint to ~2.0.0"));
        QVERIFY(offer.text.find("`paint` is `~2.0.0` now, and was `~1.0.0`") != std::string::npos);
        QCOMPARE(m.asked().reason, std::string("offered"));
    }

    void theNextIsTriedWhereTheFirstDoesNotHelp()
    {
        Mending m({kClash, kClash, kPasses, kPasses});
        m.npm.manifestAfter = kPinned;

        QCOMPARE(m.healing.run(), u"waiting"_s);

        QCOMPARE(m.npm.told.at(2), u"install money@^1.0.0 --package-lock-only --save-exact"_s);
        QCOMPARE(m.shelf.offers.size(), 1U);
        QCOMPARE(m.shelf.offers.front().title, std::string("Pin money to 1.1.0"));
    }

    void whatIsNotConfirmedIsNotOffered_data()
    {
        QTest::addColumn<QByteArrayList>("logs");
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<bool>("forged");
        QTest::addColumn<QByteArray>("reason");
        const auto row
            = [](const char* name, QByteArrayList logs, const char* manifest, bool forged, const char* reason) {
                  QTest::newRow(name) << logs << QByteArray(manifest) << forged << QByteArray(reason);
              };
        row("neither installs", {kClash, kPasses, kClash, kClash}, kUpdated, false, "fix_failed");
        row("something else changes with it", {kClash, kPasses, kClash}, kMore, false, "fix_failed");
        row("another checksum of the same version", {kClash, kPasses}, kUpdated, true, "security");
        row("the failure does not show", {kPasses}, kUpdated, false, "not_made");
        row("npm names nothing of the project", {kReset}, kUpdated, false, "not_made");
    }

    void whatIsNotConfirmedIsNotOffered()
    {
        QFETCH(QByteArrayList, logs);
        QFETCH(QByteArray, manifest);
        QFETCH(bool, forged);
        QFETCH(QByteArray, reason);
        std::deque<std::string> script;
        for (const QByteArray& log : logs)
            script.push_back(log.toStdString());
        Mending m(script);
        m.npm.manifestAfter = manifest.toStdString();
        if (forged)
            m.npm.healed = kForgedLock;

        QCOMPARE(m.healing.run(), u"waiting"_s);

        QVERIFY(m.shelf.offers.empty());
        QCOMPARE(QByteArray::fromStdString(m.asked().reason), reason);
    }
};

SIGNALBOX_TEST(TestDependencyFix)
#include "tst_dependencyfix.moc"
