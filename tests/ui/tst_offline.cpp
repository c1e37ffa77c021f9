// SPDX-License-Identifier: GPL-3.0-or-later
// While the store cannot be written the last values stay, dashed and aged, and what would change something is locked
// with the reason beside it; once it can be written again everything is as before.
#include "tests/signalboxtest.h"
#include "tests/ui/wholewindow.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalwindow.h"
#include "ui/runs/runspage.h"
#include "ui/settings/sideitem.h"
#include "ui/shell/ownwindows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/label.h"

#include <QTableView>
#include <QTest>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using ui::PageKind;

namespace {

void open(test::WholeWindow& bench, PageKind page)
{
    bench.window->go(
        {.page = page, .run = RunId{page == PageKind::RunDetail ? 7 : 0}, .checkpoint = -1, .approval = {}});
    bench.settle();
}

bool says(const QWidget& window, const QString& words)
{
    return std::ranges::any_of(window.findChildren<ui::Label*>(), [&words](const auto* label) {
        return label->isVisible() && label->text().startsWith(words);
    });
}

/// Of what is on screen; empty: none of this name is.
std::optional<bool> isLocked(const QWidget& window, const QString& name)
{
    for (const auto* button : window.findChildren<ui::Button*>())
        if (button->isVisible() && button->text() == name)
            return button->isLocked();
    return {};
}

} // namespace

class TestOffline : public QObject {
    Q_OBJECT

private slots:
    void whatWouldChangeSomethingIsLockedUntilItCan_data()
    {
        QTest::addColumn<PageKind>("page");
        QTest::addColumn<QString>("button");
        QTest::newRow("runs") << PageKind::Runs << u"Re-run"_s;
        QTest::newRow("fork") << PageKind::RunDetail << u"Fork from here"_s;
        QTest::newRow("cancel") << PageKind::RunDetail << u"Cancel run"_s;
        QTest::newRow("forget") << PageKind::Knowledge << u"Forget"_s;
    }

    void whatWouldChangeSomethingIsLockedUntilItCan()
    {
        QFETCH(PageKind, page);
        QFETCH(QString, button);
        test::WholeWindow bench(true);
        bench.settle();
        open(bench, page);
        QTRY_VERIFY(isLocked(*bench.window, button));
        const auto before = isLocked(*bench.window, button);

        emit bench.engine.storeFailed(u"disk full"_s);
        QCOMPARE(isLocked(*bench.window, button), std::optional(true));
        QVERIFY(says(*bench.window, u"Locked: the store cannot be written"_s));

        emit bench.engine.approvalsChanged();
        QCOMPARE(isLocked(*bench.window, button), before);
        QVERIFY(!says(*bench.window, u"Locked: the store cannot be written"_s));
    }

    void noSettingIsChanged()
    {
        test::WholeWindow bench(true);
        bench.settle();
        open(bench, PageKind::Settings);
        const auto choose = [&](const QString& section) {
            for (auto* item : bench.window->findChildren<ui::SideItem*>()) {
                if (item->isVisible() && item->accessibleName() == section)
                    item->click();
            }
            bench.settle();
        };
        QTRY_COMPARE(isLocked(*bench.window, u"Remove"_s), std::optional(false));
        emit bench.engine.storeFailed(u"disk full"_s);
        QCOMPARE(isLocked(*bench.window, u"Remove"_s), std::optional(true));
        QCOMPARE(isLocked(*bench.window, u"Replace token"_s), std::optional(true));

        for (const auto& [section, button] : {std::pair{u"Policy"_s, u"Propose change"_s}, {u"Data"_s, u"Prune now"_s}}) {
            choose(section); // made while the store cannot be written
            QCOMPARE(isLocked(*bench.window, button), std::optional(true));
            QVERIFY(says(*bench.window, u"Locked: the store cannot be written"_s));
        }
        emit bench.engine.approvalsChanged();
        QCOMPARE(isLocked(*bench.window, u"Prune now"_s), std::optional(false));
    }

    void nothingIsApproved()
    {
        test::WholeWindow bench(true);
        bench.settle();
        open(bench, PageKind::Approvals);
        auto* own = bench.window->ownWindows().openApproval(bench.engine.approvals.front().id);
        bench.settle();
        const auto reasons = [&] {
            return std::pair(says(*bench.window, u"Locked: the store cannot be written"_s),
                             says(*own, u"Locked: the store cannot be written"_s));
        };

        emit bench.engine.storeFailed(u"disk full"_s);
        QCOMPARE(reasons(), std::pair(true, true));

        emit bench.engine.approvalsChanged();
        QCOMPARE(reasons(), std::pair(false, false));
    }

    void theLastValuesStayAgedAndSayOfWhen()
    {
        test::WholeWindow bench(true);
        bench.settle();
        open(bench, PageKind::Runs);
        auto* table = bench.window->findChild<ui::RunsPage*>()->findChild<QTableView*>();
        QVERIFY(table && table->model()->rowCount() > 0);
        const int rows = table->model()->rowCount();
        const QImage fresh = table->grab().toImage();

        emit bench.engine.storeFailed(u"disk full"_s);
        QVERIFY(says(*bench.window, u"As of 12:03"_s));
        QCOMPARE(table->model()->rowCount(), rows);
        QVERIFY(table->grab().toImage() != fresh);
        open(bench, PageKind::Overview); // made before, or after
        QVERIFY(says(*bench.window, u"As of 12:03"_s));

        emit bench.engine.approvalsChanged();
        QVERIFY(!says(*bench.window, u"As of"_s));
        open(bench, PageKind::Runs);
        QCOMPARE(table->grab().toImage(), fresh);
    }
};

SIGNALBOX_TEST(TestOffline)

} // namespace signalbox

#include "tst_offline.moc"
