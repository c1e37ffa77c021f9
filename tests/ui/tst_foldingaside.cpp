// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that have no room beside each other are tabs, and whatever was beside can still be reached.
#include "tests/signalboxtest.h"
#include "tests/ui/wholewindow.h"
#include "ui/audit/auditaside.h"
#include "ui/knowledge/patternaside.h"
#include "ui/overview/needsyou.h"
#include "ui/runs/checkpointbar.h"
#include "ui/runs/runaside.h"
#include "ui/runs/runtabs.h"
#include "ui/runs/statepanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tabstrip.h"

#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using ui::PageKind;

class TestFoldingAside : public QObject {
    Q_OBJECT

private:
    struct Bench : test::WholeWindow {
        Bench() : WholeWindow(true) { }

        void show(PageKind page, RunId run = {})
        {
            window->go({.page = page, .run = run, .checkpoint = -1, .approval = {}});
            settle();
        }
        void resize(int width, int height)
        {
            window->resize(width, height);
            QCoreApplication::processEvents();
        }
        ui::TabStrip* tabNamed(const QString& name, int* at) const
        {
            for (auto* tabs : window->findChildren<ui::TabStrip*>())
                for (*at = 0; *at < tabs->count(); ++*at)
                    if (tabs->isVisible() && tabs->tabText(*at) == name)
                        return tabs;
            return nullptr;
        }
        /// False: there is no such tab.
        bool clickTab(const QString& name) const
        {
            int at = 0;
            ui::TabStrip* tabs = tabNamed(name, &at);
            if (tabs)
                QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(at).center());
            return tabs != nullptr;
        }
    };

    template <typename Aside>
    static void check(Bench& bench, const QString& content, const QString& name)
    {
        auto* aside = bench.window->findChild<Aside*>();
        bench.resize(1440, 900);
        QVERIFY(aside->isVisible());
        QVERIFY(!bench.clickTab(name));

        bench.resize(900, 520);
        QVERIFY(!aside->isVisible());
        QVERIFY(bench.clickTab(name));
        QVERIFY(aside->isVisible());
        QVERIFY(aside->width() > 600);
        QVERIFY(bench.clickTab(content));
        QVERIFY(!aside->isVisible());

        bench.resize(1440, 900);
        QVERIFY(aside->isVisible());
        QVERIFY(aside->width() < 400);
    }

private slots:
    void needsYouIsATabOfANarrowOverview()
    {
        Bench bench;
        bench.show(PageKind::Overview);
        check<ui::NeedsYou>(bench, u"Lines"_s, u"Needs you 1"_s);
    }

    void theRunIsATabOfANarrowList()
    {
        Bench bench;
        bench.show(PageKind::Runs);
        check<ui::RunAside>(bench, u"Runs"_s, u"Run"_s);
    }

    void theEntryIsATabOfANarrowAuditLog()
    {
        Bench bench;
        bench.show(PageKind::Audit);
        check<ui::AuditAside>(bench, u"Entries"_s, u"Entry"_s);
    }

    void theEvidenceIsATabOfNarrowKnowledge()
    {
        Bench bench;
        bench.show(PageKind::Knowledge);
        check<ui::PatternAside>(bench, u"Patterns"_s, u"Evidence"_s);
    }

    void theStateGivesWayBeforeAButtonIsCut()
    {
        Bench bench;
        bench.show(PageKind::RunDetail, RunId{7});
        auto* state = bench.window->findChild<ui::StatePanel*>();
        QTRY_VERIFY(bench.window->findChild<ui::CheckpointBar*>()->isVisible()); // the run is filled in
        QCoreApplication::processEvents();
        auto* bar = bench.window->findChild<ui::CheckpointBar*>();
        for (int width = 1440; width >= 900; width -= 20) {
            if (width % 40 == 0)
                bar->setSelected(std::nullopt);
            else
                bar->setSelected(0); // "Checkpoint 1 of 6" is wider than "Live"
            bench.resize(width, 700);
            const auto cut = [&] { // layouts settle, the inner ones after the outer ones
                QStringList names;
                for (const auto* button : bar->findChildren<ui::Button*>()) {
                    const int right = button->mapTo(bench.window.get(), QPoint(button->width(), 0)).x();
                    if (button->width() < button->sizeHint().width() || right > width)
                        names << u"%1 at %2"_s.arg(button->text()).arg(width);
                }
                return names;
            };
            QTRY_COMPARE(cut(), QStringList());
            if (!state->isVisible()) {
                QVERIFY(bench.clickTab(u"State"_s));
                QVERIFY(state->isVisible());
                QVERIFY(bench.clickTab(u"Log"_s));
            }
        }
        QVERIFY(!state->isVisible()); // by then it is a tab
    }
};

SIGNALBOX_TEST(TestFoldingAside)

} // namespace signalbox

#include "tst_foldingaside.moc"
