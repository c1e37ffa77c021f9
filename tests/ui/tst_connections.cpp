// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedconnections.h"
#include "tests/ui/cannedrights.h"
#include "tests/ui/stoppedclock.h"
#include "ui/connections/connectionpane.h"
#include "ui/connections/connectionssection.h"
#include "ui/connections/gapbox.h"
#include "ui/models/connectiontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/questionbar.h"
#include "ui/widgets/statuspill.h"

#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestConnections : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedConnections outside;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Light};
        std::unique_ptr<ui::ConnectionsSection> section;

        explicit Bench(std::vector<host::ConnectionView> connections = test::someConnections())
        {
            outside.connections = std::move(connections);
            section = std::make_unique<ui::ConnectionsSection>(themes, outside, clock);
            section->resize(1060, 800);
            section->show();
            section->entered();
            static_cast<void>(QTest::qWaitFor([this] { return list()->model()->rowCount() > 0; }, 500));
        }
        QListView* list() const { return section->findChild<QListView*>(u"connections"_s); }
        void choose(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
        QAbstractItemModel& rights() const { return *section->findChild<QTableView*>()->model(); }
        QString right(int row, int column) const { return rights().index(row, column).data().toString(); }
        ui::Button* button(const QString& label) const
        {
            for (auto* each : section->findChildren<ui::Button*>()) {
                if (each->text() == label && each->isVisible())
                    return each;
            }
            return nullptr;
        }
        void type(const QString& field, const QString& words) const
        {
            for (auto* each : section->findChildren<ui::LineField*>()) {
                if (each->accessibleName() == field && each->isVisible())
                    QTest::keyClicks(each, words);
            }
        }
        QString value(const QString& name) const
        {
            for (const auto* field : section->findChildren<ui::LineField*>()) {
                if (field->accessibleName() == name)
                    return field->text();
            }
            return {};
        }
        QString gap() const
        {
            return section->findChild<ui::ConnectionPane*>()->findChild<ui::GapBox*>()->accessibleName();
        }
        bool wasSent(const std::string& words) const { return std::ranges::count(outside.sent, words) > 0; }
    };

private slots:
    void howManyWorkIsTheFirstThingSaid()
    {
        const Bench bench;
        const auto parts = bench.section->findChild<ui::Flow*>()->parts();
        QCOMPARE(parts.at(0).words, u"2 of 5 connections work."_s);
        QCOMPARE(parts.at(1).words, u"1 lacks a right, 1 gives no data, 1 not tried yet."_s);
    }

    void aMissingRightSaysWhatDoesNotWork()
    {
        const Bench bench;
        bench.choose(1);
        QCOMPARE(bench.value(u"Token"_s), QString(12, QChar(0x2022)) + u" 4f2c"_s);
        QCOMPARE(bench.right(0, 1), u"HTTP 200 in 84\u202fms"_s);
        QCOMPARE(bench.right(2, 1), u"Read 20 runs, newest 6\u202fmin ago"_s);
        QCOMPARE(bench.right(4, 1), u"The token lacks Actions: write"_s);
        QCOMPARE(bench.right(4, 2), u"Healing is off here"_s);
        QVERIFY(bench.gap().startsWith(u"Signalbox cannot re-run failed jobs."_s));
        QVERIFY(bench.button(u"Open token page"_s));
    }

    void whatIsMissingTogetherIsSaidTogether()
    {
        auto rights = test::readingRights();
        rights[7].state = ci::RightState::Lacks;
        rights[7].lacks = "Deployments: write";
        QCOMPARE(ui::gapIn(rights).rest,
                 u"The token lacks Actions: write, Deployments: write. Watching works, healing and the gate do not. "
                 u"Add the right to the token and test again."_s);
    }

    void withoutWebhooksEverythingElseGoesOn()
    {
        auto rights = test::everyRight();
        rights[9].state = ci::RightState::Lacks;
        rights[9].lacks = "Webhooks: read";
        const auto gap = ui::gapIn(rights);
        QCOMPARE(gap.sentence, u"Signalbox cannot read webhooks."_s);
        QCOMPARE(gap.rest,
                 u"The token lacks Webhooks: read. Missed deliveries are found by polling. "
                 u"Add the right to the token and test again."_s);
        QVERIFY(!gap.blocks && !ui::healsNothing(rights));
        QCOMPARE(ui::rightUse(rights[9]), u"Found by polling"_s);
        QCOMPARE(ui::rightsToTry(host::ConnectionKind::Forge).back().right, ci::Right::ReadWebhooks);
    }

    void eachRightIsShownAsItIsTried()
    {
        Bench bench;
        bench.outside.rights = test::everyRight();
        bench.choose(1);
        QTest::mouseClick(bench.button(u"Test again"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("testConnection enterprise"));
        QVERIFY(bench.button(u"Test again"_s)->isLocked());
        QCOMPARE(bench.right(4, 1), u"Waits for the steps above"_s); // what was known before counts no more
        QTRY_VERIFY(!bench.button(u"Test again"_s)->isLocked());
        QCOMPARE(bench.right(4, 1), u"Allowed"_s);
        QVERIFY(!bench.section->findChild<ui::ConnectionPane*>()->findChild<ui::GapBox*>()->isVisible());
        QTRY_COMPARE(bench.section->findChild<ui::Flow*>()->parts().at(0).words, u"3 of 5 connections work."_s);
    }

    void allAreTestedButNoMessageIsSent()
    {
        const Bench bench;
        QTest::mouseClick(bench.button(u"Test all"_s), Qt::LeftButton);
        QTRY_VERIFY(!bench.button(u"Test all"_s)->isLocked());
        for (const char* id : {"github", "enterprise", "gitlab", "model"})
            QVERIFY2(bench.wasSent(std::string("testConnection ") + id), id);
        QVERIFY(!bench.wasSent("testConnection slack"));
    }

    void aTokenIsReplacedAndTested()
    {
        Bench bench;
        QTest::mouseClick(bench.button(u"Replace token"_s), Qt::LeftButton);
        QVERIFY(bench.button(u"Replace and test"_s)->isLocked());
        QTRY_VERIFY(bench.wasSent("loadSecretStore"));
        QTest::keyClicks(bench.section->focusWidget(), u"ghp_new"_s);
        QTRY_VERIFY(!bench.button(u"Replace and test"_s)->isLocked()); // there is a keychain
        QTest::keyClick(bench.section->focusWidget(), Qt::Key_Return);
        QCOMPARE(bench.outside.tokens.size(), std::size_t(1));
        QCOMPARE(bench.outside.tokens.front().value, std::string("ghp_new"));
        QVERIFY(bench.outside.tokens.front().keep == host::SecretPlace::Keychain);
        QTRY_VERIFY(bench.wasSent("testConnection github"));
        for (const auto* field : bench.section->findChildren<ui::LineField*>())
            QVERIFY(!field->text().contains(u"ghp_new"_s)); // it stays in no field
    }

    void whatAReceiverKeepsSecretIsReplacedAndNothingSent()
    {
        Bench bench;
        bench.choose(4);
        QTest::mouseClick(bench.button(u"Replace secret"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.wasSent("loadSecretStore"));
        QTest::keyClicks(bench.section->focusWidget(), u"https://hooks.slack.com/2"_s);
        QTRY_VERIFY(!bench.button(u"Replace"_s)->isLocked());
        QTest::mouseClick(bench.button(u"Replace"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("replaceToken slack"));
        QTRY_VERIFY(bench.button(u"Test"_s));
        QVERIFY(!bench.wasSent("testConnection slack"));
    }

    void withoutAKeychainAPassphraseIsAskedFor()
    {
        Bench bench;
        bench.outside.secrets = {.keychain = false, .keychainFault = "The keychain is locked."};
        QTest::mouseClick(bench.button(u"Replace token"_s), Qt::LeftButton);
        QTRY_VERIFY(!bench.section->findChild<ui::ChoiceField*>()->currentText().contains(u"keychain"_s));
        QTest::keyClicks(bench.section->focusWidget(), u"ghp_new"_s);
        QVERIFY(bench.button(u"Replace and test"_s)->isLocked());
        bench.type(u"Passphrase"_s, u"open sesame"_s); // of a file that is not there yet: a slip would lock it for good
        bench.type(u"Passphrase again"_s, u"open sesam"_s);
        QVERIFY(bench.button(u"Replace and test"_s)->isLocked());
        bench.type(u"Passphrase again"_s, u"e"_s);
        QVERIFY(!bench.button(u"Replace and test"_s)->isLocked());
    }

    void removingIsAskedAboutFirst()
    {
        const Bench bench;
        bench.choose(1);
        QTest::mouseClick(bench.button(u"Remove"_s), Qt::LeftButton);
        auto* question = bench.section->findChild<ui::QuestionBar*>();
        QVERIFY(question->isVisible());
        QVERIFY(!bench.wasSent("removeConnection enterprise"));
        for (auto* each : question->findChildren<ui::Button*>()) {
            if (each->text() == u"Remove"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QVERIFY(bench.wasSent("removeConnection enterprise"));
    }

    void healingIsTurnedOnAgain()
    {
        auto connections = test::someConnections();
        connections[0].unhealed = {"acme/shop"};
        const Bench bench(connections);
        QVERIFY(bench.gap().startsWith(u"Healing is off for 1 line on this server."_s));
        QTest::mouseClick(bench.button(u"Turn healing on"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("setHealing acme/shop on"));
    }

    void aLockedFileOfSecretsIsOpenedHere()
    {
        Bench bench;
        bench.outside.secrets = {.keychain = false, .keychainFault = {}, .sealed = true, .sealedOpen = false};
        bench.section->entered();
        QTRY_VERIFY(bench.button(u"Unlock"_s));
        for (auto* field : bench.section->findChildren<ui::LineField*>()) {
            if (field->accessibleName() == u"Passphrase of the sealed file"_s)
                QTest::keyClicks(field, u"open sesame"_s);
        }
        QTest::mouseClick(bench.button(u"Unlock"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("unlockSecrets open sesame"));
    }

    void aTokenIsNoRemedyForASilentServer()
    {
        const std::vector<ci::TriedRight> silent{
            {.right = ci::Right::Reach, .state = ci::RightState::Fails, .detail = "nothing answers there"}};
        QVERIFY(!ui::gapIn(silent).lacks);
        QVERIFY(ui::gapIn(silent).blocks);
        QVERIFY(ui::gapIn(test::readingRights()).lacks);
    }

    void theTimeOfSilenceGoesOnWhileItIsLookedAt()
    {
        Bench bench;
        bench.choose(2);
        const auto* pill = bench.section->findChild<ui::ConnectionPane*>()->findChild<ui::StatusPill*>();
        QCOMPARE(pill->accessibleName(), u"No data for 14\u202fmin"_s);
        bench.clock.time += std::chrono::minutes(1);
        QTRY_COMPARE(pill->accessibleName(), u"No data for 15\u202fmin"_s);
    }

    void withoutAConnectionTheWayToOneIsOffered()
    {
        const Bench bench(std::vector<host::ConnectionView>{});
        QSignalSpy asked(bench.section.get(), &ui::ConnectionsSection::addAsked);
        QTest::mouseClick(bench.button(u"Add repository"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void theAgeOfWhatIsKnownIsShown()
    {
        const host::ConnectionView silent = test::someConnections()[2];
        const ui::ListRow row = ui::connectionRow(silent, test::noon());
        QCOMPARE(row.right, u"No data for 14\u202fmin"_s);
        QVERIFY(row.urgent);
        QVERIFY(row.rightBelow.isEmpty()); // one time is enough
        QCOMPARE(row.detail, u"gitlab.acme.internal"_s);
        QCOMPARE(ui::updatesText(silent), u"Polling every 60\u202fs"_s);
    }

    void theStatusBarTellsWhereItAllComesFrom()
    {
        const auto sources = ui::sourcesOf(test::someConnections(), true, test::noon());
        QCOMPARE(sources.size(), 4); // the model and the chat are none
        QCOMPARE(sources[0].words, u"GitHub 12\u202fs"_s);
        QVERIFY(!sources[2].works);
        QCOMPARE(sources[2].words, u"GitLab 14\u202fmin"_s);
        QCOMPARE(sources[3].words, u"Local CI"_s);
        QCOMPARE(ui::sourcesOf({}, false, test::noon())[0].words, u"No connections"_s);
    }
};

SIGNALBOX_TEST(TestConnections)

} // namespace signalbox

#include "tst_connections.moc"
