// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/audit/auditpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::anApproval;
using test::aRun;
using ui::PageKind;

class TestOverview : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedHost engine;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        QTemporaryDir folder;
        ui::Preferences preferences{folder.filePath(QStringLiteral("console.ini"))};
        std::unique_ptr<ui::MainWindow> window;

        explicit Bench(bool storeIsGone = false)
        {
            engine.storeIsGone = storeIsGone;
            engine.runs = {aRun(2, "search", RunState::Running), aRun(1, "parser", RunState::Waiting)};
            engine.runs[1].approval = ApprovalId{7};
            engine.approvals = {anApproval(7, RunId{1})};
            engine.approvals[0].request.subject = "parser #1";
            for (int number = 1200; number > 0; --number) {
                record::AuditRecord record;
                record.number = number;
                record.entry.at = test::noon();
                record.entry.actor = number % 2 == 0 ? "operator" : "agent:self-healing";
                record.entry.action = number % 2 == 0 ? "held" : "pipeline_started";
                record.entry.subject = "everything";
                record.previous = std::string(64, 'a');
                record.hash = std::string(64, 'b');
                engine.audit.push_back(record);
            }
            window = std::make_unique<ui::MainWindow>(engine, themes, preferences, clock);
            window->resize(1440, 900);
            window->show();
            window->activateWindow();
        }

        template <typename T>
        T* part(const QString& name) const
        {
            for (T* child : window->findChildren<T*>()) {
                if (child->accessibleName() == name)
                    return child;
            }
            return nullptr;
        }
        bool says(const QString& words) const
        {
            const auto labels = window->findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
        }
    };

private slots:
    void theWindowBeginsWithWhatNeedsMe()
    {
        Bench bench;
        QCOMPARE(bench.window->place().page, PageKind::Overview);
        QTRY_VERIFY(bench.says(u"1 held for you."_s));
        auto* lines = bench.part<QListView>(u"Lines"_s);
        QTRY_COMPARE(lines->model()->rowCount(), 2);
        const QString first = lines->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.startsWith(u"parser, held for you"_s), qPrintable(first));
    }

    void enterOnAHeldLineOpensItsApproval()
    {
        Bench bench;
        auto* lines = bench.part<QListView>(u"Lines"_s);
        QTRY_COMPARE(lines->model()->rowCount(), 2);
        lines->setCurrentIndex(lines->model()->index(0, 0));

        QTest::keyClick(lines, Qt::Key_Return);

        QCOMPARE(bench.window->place().page, PageKind::Approvals);
        QCOMPARE(bench.window->place().approval, ApprovalId{7});
    }

    void reviewOpensTheApprovalAndDecidesNothing()
    {
        Bench bench;
        ui::Button* review = nullptr;
        QTRY_VERIFY((review = bench.part<ui::Button>(u"Review parser #1, 18:00 left"_s)) != nullptr);

        QTest::mouseClick(review, Qt::LeftButton);

        QCOMPARE(bench.window->place().page, PageKind::Approvals);
        QVERIFY(bench.engine.decisions.empty());
    }

    void whatCouldNotBeLoadedIsNotSaidToBeNothing()
    {
        Bench bench(true);
        const auto strips = [&bench] {
            const auto all = bench.window->findChildren<ui::ErrorStrip*>();
            return std::ranges::count_if(all, [](const auto* strip) { return strip->isVisible(); });
        };
        for (const PageKind page : {PageKind::Overview, PageKind::Knowledge, PageKind::Audit}) {
            bench.window->go({page, {}, -1, {}});
            QTRY_COMPARE(strips(), 1);
            for (const QString& untrue : {u"No lines yet."_s, u"Nothing needs you"_s, u"Nothing learned yet."_s,
                                          u"No entries match."_s, u"The chain is being checked."_s, u"0 entries"_s})
                QVERIFY2(!bench.says(untrue), qPrintable(untrue));
        }
    }

    void theAuditLogIsLoadedPartByPart()
    {
        Bench bench;
        bench.window->go({PageKind::Audit, {}, -1, {}});
        auto* table = bench.part<QTableView>(u"Audit log"_s);
        QTRY_COMPARE(table->model()->rowCount(), 500);
        QVERIFY(bench.engine.sent.end() == std::ranges::find(bench.engine.sent, "loadAudit 701"));

        table->scrollToBottom();

        QTRY_COMPARE(table->model()->rowCount(), 1000);
        QTRY_VERIFY(table->selectionModel()->hasSelection());
    }

    void aFilterOfTheAuditLogSearchesAllOfIt()
    {
        Bench bench;
        bench.window->go({PageKind::Audit, {}, -1, {}});
        auto* table = bench.part<QTableView>(u"Audit log"_s);
        QTRY_COMPARE(table->model()->rowCount(), 500);

        bench.part<QLineEdit>(u"Filter entries"_s)->setText(u"actor:nobody"_s);

        QTRY_VERIFY(std::ranges::find(bench.engine.sent, "loadAudit 201") != bench.engine.sent.end());
        QTRY_VERIFY(bench.says(u"No entries match."_s));
    }

    void aBrokenChainIsSaidWithItsPlace()
    {
        Bench bench;
        bench.engine.verdict = {.ok = false,
                                .records = 1200,
                                .firstBad = 17,
                                .endProven = false,
                                .proven = 0,
                                .why = "changed",
                                .notProven = 1183,
                                .stored = {},
                                .computed = {}};
        bench.window->go({PageKind::Audit, {}, -1, {}});

        QTRY_VERIFY(bench.says(u"The chain breaks at entry 17."_s));
        QTRY_VERIFY(bench.says(u"1,183 entries not proven."_s));
    }

    void thePaletteOpensWhatIsTyped()
    {
        Bench bench;
        QTRY_COMPARE(bench.window->runs().rowCount(), 2);
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = bench.window->findChild<ui::Palette*>();
        QVERIFY(palette->isVisible());
        auto* field = palette->findChild<QLineEdit*>();

        QTest::keyClicks(field, u"#search"_s);
        QTest::keyClick(field, Qt::Key_Return);

        QVERIFY(!palette->isVisible());
        QCOMPARE(bench.window->place().page, PageKind::RunDetail);
        QCOMPARE(bench.window->place().run, RunId{2});
    }

    void thePaletteFindsWhatAPersonDid()
    {
        Bench bench;
        bench.engine.approvals[0].request.author = "release manager";
        QTRY_COMPARE(bench.window->runs().rowCount(), 2);
        emit bench.engine.approvalsChanged();
        QTRY_COMPARE(bench.window->approvals().at(0)->request.author, std::string("release manager"));
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* field = bench.window->findChild<ui::Palette*>()->findChild<QLineEdit*>();

        QTest::keyClicks(field, u"@manager"_s);
        QTest::keyClick(field, Qt::Key_Return);

        QCOMPARE(bench.window->place().page, PageKind::Audit);
        QCOMPARE(bench.window->place().filter, u"actor:\"release manager\""_s);
        QTRY_COMPARE(bench.part<QLineEdit>(u"Filter entries"_s)->text(), bench.window->place().filter);
        QVERIFY(bench.part<QLineEdit>(u"Filter entries"_s)->isVisible());
    }

    void aLockedCommandIsListedAndDoesNothing()
    {
        Bench bench;
        QTRY_COMPARE(bench.window->runs().rowCount(), 2);
        emit bench.engine.holdChanged({});
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = bench.window->findChild<ui::Palette*>();
        auto* field = palette->findChild<QLineEdit*>();
        auto* list = palette->findChild<QListView*>();

        QTest::keyClicks(field, u">release all"_s);
        const QString told = list->currentIndex().data(Qt::AccessibleTextRole).toString();
        QTest::keyClick(field, Qt::Key_Return);

        QVERIFY2(told.endsWith(u"Locked: nothing is held"_s), qPrintable(told));
        QVERIFY(palette->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void whatPassedStaysUnderNeedsYouUntilItIsOpened()
    {
        Bench bench;
        bench.engine.approvals[0].state = gate::ApprovalState::Expired;
        bench.engine.approvals[0].deadline = test::noon() - std::chrono::minutes(1);
        bench.engine.approvals[0].closedAt = bench.engine.approvals[0].deadline;
        bench.engine.loadApprovals();
        ui::Button* open = nullptr;
        QTRY_VERIFY((open = bench.part<ui::Button>(u"Open parser #1, Time passed at 11:59. Rejected."_s)) != nullptr);
        const auto seen = [&] { return std::ranges::count(bench.engine.sent, std::string("acknowledge 7")); };
        QCOMPARE(seen(), 0);

        QTest::mouseClick(open, Qt::LeftButton);

        QCOMPARE(bench.window->place().page, PageKind::Approvals);
        QTRY_COMPARE(seen(), 1);
        bench.engine.approvals[0].seenAt = test::noon();
        bench.engine.loadApprovals();
        QTRY_VERIFY(!bench.part<ui::Button>(u"Open parser #1, Time passed at 11:59. Rejected."_s)->isVisible());
        QVERIFY(bench.engine.decisions.empty());
    }

    void whatCannotBeReadIsSaidInItsPlace()
    {
        Bench bench;
        bench.engine.unreadableRuns = {RunId{3}};
        bench.engine.unreadableApprovals = {ApprovalId{8}, ApprovalId{9}};
        QTRY_VERIFY(bench.says(u"1 held for you."_s));
        bench.engine.loadRuns();
        bench.engine.loadApprovals();

        QTRY_VERIFY(bench.says(u"1 run cannot be read: 3."_s));
        QTRY_VERIFY(bench.says(u"2 approvals cannot be read: 8, 9."_s));
        QTRY_COMPARE(bench.part<QListView>(u"Lines"_s)->model()->rowCount(), 2); // the others are shown
        bench.engine.unreadableRuns.clear();
        bench.engine.loadRuns();
        QTRY_VERIFY(!bench.says(u"1 run cannot be read: 3."_s));
    }

    void nothingCanBeApprovedFromThePalette()
    {
        Bench bench;
        QTRY_COMPARE(bench.window->approvals().openCount(), 1);
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = bench.window->findChild<ui::Palette*>();
        auto* field = palette->findChild<QLineEdit*>();
        for (const QString& word : {u"approve"_s, u">approve"_s, u"reject"_s}) {
            field->setText(word);
            QTest::keyClick(field, Qt::Key_Return);
            QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        }
        QVERIFY(bench.engine.decisions.empty());
    }
};

SIGNALBOX_TEST(TestOverview)

} // namespace signalbox

#include "tst_overview.moc"
