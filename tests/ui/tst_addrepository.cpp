// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedrights.h"
#include "ui/connections/addrepository.h"
#include "ui/connections/gapbox.h"
#include "ui/connections/wizardsteps.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/segments.h"

#include <QPointer>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestAddRepository : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedHost engine;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Light};
        QWidget window;
        QPointer<ui::AddRepository> wizard;

        Bench()
        {
            engine.outside.rights = test::everyRight();
            engine.outside.policy.branch = "main";
            window.resize(1440, 900);
            window.show();
            wizard = new ui::AddRepository(themes, engine, clock, window);
            wizard->open();
        }
        test::CannedConnections& outside() { return engine.outside; }
        ui::Button* button(const QString& label) const
        {
            for (auto* each : wizard->findChildren<ui::Button*>()) {
                if (each->text() == label && each->isVisible())
                    return each;
            }
            return nullptr;
        }
        void press(const QString& label) const { QTest::mouseClick(button(label), Qt::LeftButton); }
        void type(const QString& field, const QString& words) const
        {
            for (auto* each : wizard->findChildren<ui::LineField*>()) {
                if (each->accessibleName() == field && each->isVisible())
                    QTest::keyClicks(each, words);
            }
        }
        void clear(const QString& field) const
        {
            for (auto* each : wizard->findChildren<ui::LineField*>()) {
                if (each->accessibleName() == field)
                    each->clear();
            }
        }
        QString typed(const QString& field) const
        {
            for (auto* each : wizard->findChildren<ui::LineField*>()) {
                if (each->accessibleName() == field && each->isVisible())
                    return each->text();
            }
            return {};
        }
        ui::Segments* segments(const QString& name) const
        {
            const auto all = wizard->findChildren<ui::Segments*>();
            return *std::ranges::find(all, name, &ui::Segments::accessibleName);
        }
        QString step() const { return wizard->findChild<ui::WizardSteps*>()->accessibleName(); }
        bool says(const QString& words) const
        {
            return std::ranges::any_of(wizard->findChildren<QLabel*>(), [&](const QLabel* label) {
                return label->isVisible() && label->text().contains(words);
            });
        }
        void toTest() const
        {
            type(u"Repository"_s, u"acme/shop"_s);
            press(u"Next"_s);
            type(u"Token"_s, u"ghp_secret"_s);
            QVERIFY(QTest::qWaitFor([this] { return !button(u"Next"_s)->isLocked(); }));
            press(u"Next"_s);
        }
        bool wasSent(const std::string& words) const { return std::ranges::count(engine.outside.sent, words) > 0; }
    };

private slots:
    void theKeyboardSeesItsFocus()
    {
        Bench bench;
        const auto* ring = bench.wizard->findChild<ui::FocusRing*>();
        QVERIFY(ring);

        QTest::keyClick(bench.wizard->focusWidget() ? bench.wizard->focusWidget() : bench.wizard.data(), Qt::Key_Tab);

        QTRY_VERIFY(ring->isVisible());
    }

    void returnGoesOneStepOn()
    {
        const Bench bench; // of the public server, whose token need not be typed
        bench.type(u"Repository"_s, u"acme/shop"_s);

        QTest::keyClick(bench.wizard->focusWidget(), Qt::Key_Return);
        QCOMPARE(bench.step(), u"Step 2 of 5, Sign in"_s);
        bench.type(u"Token"_s, u"ghp_secret"_s);
        QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
        QTest::keyClick(bench.wizard->focusWidget(), Qt::Key_Return);
        QCOMPARE(bench.step(), u"Step 3 of 5, Test connection"_s);
    }

    void anAddressThatIsNoneIsToldAtOnce()
    {
        const Bench bench;
        bench.type(u"Repository"_s, u"acme/shop"_s);
        bench.type(u"Server"_s, u"git acme"_s);
        QVERIFY(bench.button(u"Next"_s)->isLocked());
        for (const auto& good : {u"git.acme.com"_s, u"https://git.acme.com:8443/sub"_s, u"http://[::1]:3000"_s}) {
            bench.clear(u"Server"_s);
            bench.type(u"Server"_s, good);
            QVERIFY2(!bench.button(u"Next"_s)->isLocked(), qPrintable(good));
        }
        for (const auto& bad : {u"ftp://git.acme.com"_s, u"https://me:secret@git.acme.com"_s, u"https://"_s}) {
            bench.clear(u"Server"_s);
            bench.type(u"Server"_s, bad);
            QVERIFY2(bench.button(u"Next"_s)->isLocked(), qPrintable(bad));
        }
    }

    void aRepositoryIsAddedStepByStep()
    {
        Bench bench;
        QCOMPARE(bench.step(), u"Step 1 of 5, Where it lives"_s);
        QVERIFY(bench.button(u"Next"_s)->isLocked());
        bench.toTest();
        QVERIFY(bench.wasSent("testRepository acme/shop"));
        QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
        bench.press(u"Next"_s);
        QTRY_VERIFY(bench.says(u"There is no signalbox.yaml on main"_s));
        bench.press(u"Next"_s);
        QCOMPARE(bench.step(), u"Step 5 of 5, Review"_s);
        QVERIFY(!bench.wasSent("addRepository acme/shop")); // nothing is kept before
        bench.press(u"Add repository"_s);
        QVERIFY(bench.wasSent("addRepository acme/shop"));
        const host::NewRepository& added = bench.outside().repositories.back();
        QCOMPARE(added.provider, std::string("github"));
        QCOMPARE(added.address, std::string());
        QCOMPARE(added.token.value, std::string("ghp_secret"));
        QVERIFY(added.heals);
        QTRY_VERIFY(!bench.wizard);
    }

    void whatTheTokenMayNotIsSaidAndHealingGoesOff()
    {
        Bench bench;
        bench.outside().rights = test::readingRights();
        bench.toTest();
        QTRY_VERIFY(bench.button(u"Go on with healing off"_s));
        QVERIFY(bench.wizard->findChild<ui::GapBox*>()->accessibleName().startsWith(
            u"Signalbox cannot re-run failed jobs. The token lacks Actions: write."_s));
        bench.press(u"Go on with healing off"_s);
        QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
        bench.press(u"Next"_s);
        bench.press(u"Add repository"_s);
        QVERIFY(!bench.outside().repositories.back().heals);
    }

    void whatCannotBeWatchedGoesNoFurther()
    {
        Bench bench;
        bench.outside().rights = test::noRights();
        bench.toTest();
        QTRY_VERIFY(!bench.button(u"Test again"_s)->isLocked());
        QVERIFY(bench.button(u"Next"_s)->isLocked());
        QVERIFY(bench.says(u"GitHub does not accept the token"_s));
        bench.outside().rights = test::everyRight();
        bench.press(u"Test again"_s);
        QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
    }

    void onePersonMayChooseToWatchOnly()
    {
        Bench bench;
        bench.toTest();
        QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
        bench.press(u"Next"_s);
        QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
        QTest::keyClick(bench.segments(u"Healing"_s), Qt::Key_Right);
        QTRY_VERIFY(bench.says(u"No agent changes anything here."_s)); // instead of what agents may do
        QVERIFY(!bench.says(u"Asks a person"_s));
        bench.press(u"Next"_s);
        bench.press(u"Add repository"_s);
        QVERIFY(!bench.outside().repositories.back().heals);
    }

    void aRefusalIsShownAndNothingIsLost()
    {
        Bench bench;
        bench.outside().outcome = Error{ErrorCode::Conflict, "acme/shop is watched already"};
        bench.toTest();
        for (int step = 0; step < 2; ++step) {
            QTRY_VERIFY(!bench.button(u"Next"_s)->isLocked());
            bench.press(u"Next"_s);
        }
        bench.press(u"Add repository"_s);
        QTRY_VERIFY(bench.wizard->findChild<ui::ErrorStrip*>()->isVisible());
        QVERIFY(bench.wizard);
        bench.press(u"Back"_s);
        QCOMPARE(bench.step(), u"Step 4 of 5, Policy"_s);
    }

    void aFolderOfThisComputerNeedsNoToken()
    {
        Bench bench;
        for (int press = 0; press < 2; ++press)
            QTest::keyClick(bench.segments(u"Where it lives"_s), Qt::Key_Right);
        bench.type(u"Folder"_s, u"/src/app"_s);
        bench.press(u"Add repository"_s);
        QVERIFY(std::ranges::count(bench.engine.sent, "addLine /src/app") == 1);
        QTRY_VERIFY(!bench.wizard);
    }

    void theTokenOfThePublicServerIsForNoOther()
    {
        Bench bench;
        bench.type(u"Server"_s, u"https://git.example.com"_s);
        bench.type(u"Repository"_s, u"acme/shop"_s);
        bench.press(u"Next"_s);
        QTRY_VERIFY(bench.wasSent("loadConnections"));
        QVERIFY(bench.button(u"Next"_s)->isLocked());
        QVERIFY(bench.says(u"a token is needed"_s));
        QVERIFY(!bench.wasSent("testRepository acme/shop"));
    }

    void closedInMidTestItGivesUp()
    {
        Bench bench;
        bench.toTest();
        QTest::keyClick(bench.wizard, Qt::Key_Escape);
        bench.press(u"Discard"_s);
        QVERIFY(bench.wasSent("giveUpTesting"));
    }

    void whatWasTypedIsNotDiscardedUnasked()
    {
        Bench bench;
        bench.type(u"Repository"_s, u"acme/shop"_s);
        QTest::keyClick(bench.wizard->focusWidget(), Qt::Key_Escape);
        QVERIFY(bench.wizard->isVisible());
        QTRY_VERIFY(bench.says(u"Discard what you typed?"_s));
        QTest::keyClick(bench.wizard->focusWidget(), Qt::Key_Escape); // no
        QVERIFY(bench.wizard->isVisible());
        QVERIFY(!bench.says(u"Discard what you typed?"_s));

        bench.press(u"Cancel"_s);
        bench.press(u"Discard"_s);
        QTRY_VERIFY(!bench.wizard);
    }

    void whereNothingWasTypedNothingIsAsked()
    {
        Bench bench;
        QTest::keyClick(bench.wizard, Qt::Key_Escape);
        QTRY_VERIFY(!bench.wizard);
    }

    void theAddressOfAPageIsTakenApart()
    {
        Bench bench;
        bench.type(u"Repository"_s, u"https://gitlab.acme.com/acme/web/shop/-/tree/main"_s);
        QVERIFY(!bench.button(u"Next"_s)->isLocked());
        bench.press(u"Next"_s);
        QVERIFY(bench.says(u"A token of gitlab.acme.com that may use acme/web/shop."_s));
        bench.press(u"Back"_s);
        QCOMPARE(bench.typed(u"Repository"_s), u"acme/web/shop"_s);
        QCOMPARE(bench.typed(u"Server"_s), u"https://gitlab.acme.com"_s);
        QCOMPARE(bench.segments(u"Where it lives"_s)->taken(), 1);

        bench.clear(u"Repository"_s);
        bench.type(u"Repository"_s, u"git@github.com:acme/shop.git"_s);
        bench.press(u"Next"_s);
        QCOMPARE(bench.step(), u"Step 2 of 5, Sign in"_s);
        QVERIFY(bench.says(u"A token of github.com that may use acme/shop."_s));
    }

    void whatNamesNoRepositoryIsSaidAtOnce()
    {
        Bench bench;
        bench.type(u"Repository"_s, u"https://github.com/acme"_s);
        QVERIFY(bench.button(u"Next"_s)->isLocked());
        QVERIFY(bench.says(u"the address names no repository"_s));
        bench.clear(u"Repository"_s);
        bench.type(u"Repository"_s, u"acme/shop/tree/main"_s);
        QVERIFY(bench.button(u"Next"_s)->isLocked());
        QVERIFY(bench.says(u"the repository is a name such as owner/name"_s));
    }
};

SIGNALBOX_TEST(TestAddRepository)

} // namespace signalbox

#include "tst_addrepository.moc"
