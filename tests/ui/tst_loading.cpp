// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/runs/runspage.h"
#include "ui/settings/policysection.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/skeleton.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::anApproval;
using test::aRun;

/// What stands where lists are on their way: never that there is nothing.
class TestLoading : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedHost engine;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        ui::RunTableModel runs{clock};
        QTemporaryDir folder;
        ui::Preferences preferences{folder.filePath(QStringLiteral("console.ini"))};

        Bench()
        {
            engine.runs = {aRun(1, "parser", RunState::Waiting)};
            engine.approvals = {anApproval(7, RunId{1})};
            QObject::connect(&engine, &host::AgentHost::runsLoaded, &runs, &ui::RunTableModel::load);
        }
        std::unique_ptr<ui::OverviewPage> overview()
        {
            auto page = std::make_unique<ui::OverviewPage>(themes, engine, runs, clock);
            page->resize(1244, 798);
            page->show();
            return page;
        }
    };

    static QList<ui::Skeleton*> skeletons(const QWidget& page)
    {
        QList<ui::Skeleton*> running;
        for (auto* each : page.findChildren<ui::Skeleton*>()) {
            if (each->isVisible())
                running << each;
        }
        return running;
    }

    static QStringList emptyWords(const QWidget& page)
    {
        QStringList words;
        for (const auto* each : page.findChildren<ui::EmptyState*>()) {
            if (each->isVisible())
                words << each->accessibleName();
        }
        return words;
    }

    static QRect placeOf(const QWidget& part, const QWidget& page)
    {
        return {part.mapTo(&page, QPoint()), part.size()};
    }

private slots:
    void overviewSaysNothingOfWhatIsOnItsWay()
    {
        Bench bench;
        const auto page = bench.overview();

        const auto waiting = skeletons(*page);
        QCOMPARE(waiting.size(), 3); // lines, what needs a person, what agents did
        QCOMPARE(emptyWords(*page), QStringList());
        for (const auto* each : waiting)
            QCOMPARE(each->accessibleName(), u"Loading"_s);
        QList<QRect> places;
        for (const auto* each : waiting)
            places << placeOf(*each, *page);

        bench.engine.loadRuns();
        bench.engine.loadApprovals();
        QTRY_VERIFY(bench.engine.isQuiet());
        QTRY_COMPARE(skeletons(*page).size(), 0);
        for (const auto* each : waiting)
            QVERIFY(!each->hasRows()); // nothing flickers over a quick answer
        QVERIFY(places.contains(placeOf(*page->findChild<QListView*>(u"tracks"_s), *page)));
        QVERIFY(places.contains(placeOf(*page->findChild<QTableView*>(), *page)));
    }

    void runsAreNotSaidToBeNoneBeforeTheyAreKnown()
    {
        Bench bench;
        ui::RunsPage page(bench.themes, bench.engine, bench.runs, bench.clock);
        page.resize(1244, 798);
        page.show();
        const auto says = [&page](const QString& words) {
            const auto labels = page.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(words); });
        };
        const auto note = [&page] { return page.findChild<ui::LineField*>()->accessibleDescription(); };

        QCOMPARE(skeletons(page).size(), 1);
        QVERIFY(!says(u"No runs"_s));
        QCOMPARE(note(), QString());

        QTRY_COMPARE(note(), u"1 run"_s);
        QVERIFY(says(u"1 held for you."_s));
    }

    void runsThatCannotBeReadAreNotSaidToBeNone()
    {
        Bench bench;
        bench.engine.storeIsGone = true;
        ui::RunsPage page(bench.themes, bench.engine, bench.runs, bench.clock);
        page.resize(1244, 798);
        page.show();

        QTRY_COMPARE(skeletons(page).size(), 0);
        QCOMPARE(emptyWords(page), QStringList{u"Runs are not loaded yet."_s});
    }

    void linesThatAreKnownAtOnceAreShownAtOnce()
    {
        Bench bench;
        bench.engine.names = {"parser", "search"};
        const auto page = bench.overview();

        QVERIFY(page->findChild<QListView*>(u"tracks"_s)->isVisible());
        QCOMPARE(skeletons(*page).size(), 2);
    }

    void overviewThatCannotBeReadWaitsForNothingUntilItIsAskedAgain()
    {
        Bench bench;
        bench.engine.storeIsGone = true;
        const auto page = bench.overview();
        QTRY_COMPARE(skeletons(*page).size(), 0);
        QCOMPARE(emptyWords(*page), (QStringList{u"Lines are not loaded yet."_s, u"Approvals are not loaded yet."_s}));

        bench.engine.storeIsGone = false;
        for (auto* strip : page->findChildren<ui::ErrorStrip*>()) {
            if (strip->isVisible())
                QTest::mouseClick(strip->findChild<ui::Button*>(), Qt::LeftButton);
        }

        QCOMPARE(skeletons(*page).size(), 3);
        QTRY_VERIFY(page->findChild<QListView*>(u"tracks"_s)->isVisible());
        QTRY_COMPARE(emptyWords(*page), QStringList());
    }

    void approvalsThatAreOnTheirWayAreNotSaidToBeNone()
    {
        Bench bench;
        ui::ApprovalsPage page(bench.engine, bench.themes, bench.clock);
        page.resize(1244, 798);
        page.show();
        QCOMPARE(skeletons(page).size(), 1);
        QCOMPARE(emptyWords(page), QStringList());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // no answer
        const QRect place = placeOf(*skeletons(page).first(), page);

        QTRY_VERIFY(page.prompt()->isVisible());

        QCOMPARE(skeletons(page).size(), 0);
        QCOMPARE(placeOf(*page.prompt(), page), place);
    }

    void approvalsThatCannotBeReadWaitForNothing()
    {
        Bench bench;
        bench.engine.storeIsGone = true;
        ui::ApprovalsPage page(bench.engine, bench.themes, bench.clock);
        page.show();
        QTRY_VERIFY(bench.engine.isQuiet());
        QTRY_COMPARE(emptyWords(page), QStringList{u"Approvals are not loaded yet."_s});
        QCOMPARE(skeletons(page).size(), 0);
    }

    void aPolicyThatIsOnItsWayLeavesItsPlace()
    {
        Bench bench;
        bench.engine.names = {"parser", "search"};
        bench.engine.policies["parser"].line = "parser";
        ui::PolicySection section(bench.themes, bench.engine);
        section.resize(1040, 740);
        section.setVisible(true);
        section.entered();
        QCOMPARE(skeletons(section).size(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // no answer
        const QRect place = placeOf(*skeletons(section).first(), section);

        QTRY_COMPARE(skeletons(section).size(), 0);

        auto* form = section.findChild<QWidget*>(u"policyValues"_s);
        QVERIFY(form->isVisible());
        QCOMPARE(placeOf(*form, section), place);
    }

    void aPolicyThatCannotBeReadIsNotThatOfAnotherLine()
    {
        Bench bench;
        bench.engine.names = {"parser", "search"};
        bench.engine.policies["parser"].line = "parser";
        ui::PolicySection section(bench.themes, bench.engine);
        section.resize(1040, 740);
        section.setVisible(true);
        section.entered();
        QTRY_COMPARE(skeletons(section).size(), 0);

        auto* lines = section.findChild<QComboBox*>();
        lines->setCurrentIndex(1);
        emit lines->activated(1);
        QTRY_VERIFY(bench.engine.isQuiet());

        QVERIFY(!section.findChild<QWidget*>(u"policyValues"_s)->isVisible());
        QVERIFY(emptyWords(section).contains(u"The policy is not loaded yet."_s));
    }
};

SIGNALBOX_TEST(TestLoading)

} // namespace signalbox

#include "tst_loading.moc"
