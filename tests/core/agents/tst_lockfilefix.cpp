// SPDX-License-Identifier: GPL-3.0-or-later
// A lockfile that does not match is written anew in a copy, checked there, and offered for review.
#include "core/agents/lockfilefix.h"
#include "tests/core/agents/scriptednpm.h"
#include "tests/core/agents/shelf.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kStale
    = "##[group]Run npm ci\n##[endgroup]\nnpm error code EUSAGE\n"
      "npm error `npm ci` can only install packages when your package.json and "
      "package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with "
      "`npm install` before continuing.\n"
      "npm error Missing: theme@1.0.0 from lock file\n"
      "##[error]Process completed with exit code 1.\n";

struct Mending : Offering {
    explicit Mending(std::deque<std::string> logs) : Offering({failing(kStale)}), npm(std::move(logs))
    {
        healing.npm = &npm;
    }

    ScriptedNpm npm;
};

} // namespace

class TestLockfileFix : public QObject {
    Q_OBJECT

private slots:
    void aStaleLockfileIsOfferedAnew()
    {
        Mending m({kOutOfSync, kPasses, kPasses});

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QCOMPARE(m.npm.told, (QStringList{u"ci"_s, u"install --package-lock-only"_s, u"ci"_s, u"tidy"_s}));
        QCOMPARE(m.shelf.offers.size(), 1U);
        const ci::ChangeOffer& offer = m.shelf.offers.front();
        QCOMPARE(offer.files.size(), 1U);
        QCOMPARE(offer.files.front().path, std::string("web/package-lock.json"));
        QCOMPARE(offer.files.front().content, std::string(kNewLock));
        QCOMPARE(offer.commit, std::string("8c1f2ab"));
        QCOMPARE(offer.base, std::string("main"));
        QCOMPARE(offer.branch, std::string("signalbox/lockfile-3"));
        QVERIFY(offer.text.find("| `node_modules/cart` | `` | `2.4.1` |") != std::string::npos);
        QCOMPARE(m.asked().reason, std::string("offered"));
        QCOMPARE(m.asked().pullRequest, std::string("https://page/7"));
        QCOMPARE(m.asked().tried.front().outcome, std::string("offered"));
        QVERIFY(m.healing.request().choices == std::vector<std::string>{"take_over"}); // it is not offered twice
        QVERIFY(m.healing.memory.learnt.isEmpty()); // whether it helps is not known before it is merged
        QCOMPARE(m.healing.ci.told(), std::string());
    }

    void whatCannotBeOffered_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("the line takes no changes for review") << QStringLiteral("line");
        QTest::newRow("the policy asks first") << QStringLiteral("policy");
    }

    void whatCannotBeOffered()
    {
        QFETCH(QString, why);
        Mending m({kOutOfSync, kPasses, kPasses});
        m.shelf.serving = why != QStringLiteral("line");
        if (why == QStringLiteral("policy"))
            m.healing.rules.now.autonomy[SafetyClass::PullRequest] = Autonomy::Ask;

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QVERIFY(m.npm.told.isEmpty() && m.shelf.offers.empty());
        const auto choices = m.healing.request().choices;
        QCOMPARE(std::ranges::find(choices, "try_fix:regenerate_lockfile") != choices.end(), m.shelf.serving);
    }

    void aFixThatTheCopyDoesNotConfirmIsNotOffered_data()
    {
        QTest::addColumn<QByteArrayList>("logs");
        QTest::addColumn<bool>("forged");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("it fails all the same")
            << QByteArrayList{kOutOfSync, kPasses, kConflict} << false << QByteArray("fix_failed");
        QTest::newRow("it cannot be written")
            << QByteArrayList{kOutOfSync, kConflict} << false << QByteArray("fix_failed");
        QTest::newRow("another checksum of the same version")
            << QByteArrayList{kOutOfSync, kPasses} << true << QByteArray("security");
        QTest::newRow("the failure does not show") << QByteArrayList{kPasses} << false << QByteArray("not_made");
    }

    void aFixThatTheCopyDoesNotConfirmIsNotOffered()
    {
        QFETCH(QByteArrayList, logs);
        QFETCH(bool, forged);
        QFETCH(QByteArray, reason);
        std::deque<std::string> script;
        for (const QByteArray& log : logs)
            script.push_back(log.toStdString());
        Mending m(script);
        if (forged)
            m.npm.healed = kForgedLock;

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QVERIFY(m.shelf.offers.empty());
        QCOMPARE(QByteArray::fromStdString(m.asked().reason), reason);
    }

    void aCommitThatCannotBeHadIsAPersons()
    {
        Mending m({});
        m.shelf.fault = Error{ErrorCode::NotFound, "commit 8c1f2ab cannot be fetched"};

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));

        QCOMPARE(m.asked().reason, std::string("not_made"));
        QCOMPARE(m.asked().fault, std::string("commit 8c1f2ab cannot be fetched"));
    }

    void anOfferWhoseAnswerWasLostIsNotRepeated()
    {
        Mending m({kOutOfSync, kPasses, kPasses});
        Stage& stage = m.healing.stage();
        m.shelf.brokenOff = [&] { stage.stop.request_stop(); };
        QCOMPARE(m.healing.run(), QStringLiteral("parked"));

        m.shelf.brokenOff = nullptr;
        stage.stop = std::stop_source();
        stage.control.stop = stage.stop.get_token();

        QCOMPARE(m.healing.run(), QStringLiteral("waiting"));
        QCOMPARE(m.shelf.offers.size(), 1U);
        QCOMPARE(m.npm.told.count(QStringLiteral("ci")), 2);
        QCOMPARE(m.asked().pullRequest, std::string("https://page/7"));
    }
};

SIGNALBOX_TEST(TestLockfileFix)
#include "tst_lockfilefix.moc"
