// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of a log, and a log in a window of its own.
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"
#include "tests/ui/windowbench.h"
#include "ui/models/words.h"
#include "ui/runs/logwindow.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logstrip.h"
#include "ui/widgets/sectioncolumn.h"

#include <QListView>
#include <QScrollBar>
#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray numbered(int from, int to)
{
    QByteArray text;
    for (int line = from; line <= to; ++line)
        text += "line " + QByteArray::number(line) + '\n';
    return text;
}

/// A log of a long line and some short ones.
struct Log {
    explicit Log(const QByteArray& text, bool growing = false)
    {
        file.setFileName(folder.filePath(u"build.log"_s));
        write(text);
        view.resize(500, 300);
        view.show();
        view.open(file.fileName().toStdString(), growing);
    }

    void write(const QByteArray& text)
    {
        if (!file.open(QFile::Append) || file.write(text) < 0)
            qFatal("no log");
        file.close();
    }
    bool isThere() const { return view.extent().complete; }
    void wheel(int notches)
    {
        QWheelEvent turned(QPointF(50, 50), view.mapToGlobal(QPoint(50, 50)), {}, QPoint(0, notches * 120),
                           Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &turned);
    }
    /// The number of the line that is chosen by a click on a line of the view, from 0.
    std::int64_t lineAt(int place)
    {
        const int height = themes.theme().size.logLine;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(200, 8 + place * height + height / 2));
        return view.currentLine();
    }

    QTemporaryDir folder;
    QFile file;
    ThemeSource themes{ThemeSource::Choice::Dark};
    LogView view{themes};
};

/// A log of two sections, the second of which fails, in a window of its own.
struct SectionedLog {
    explicit SectionedLog(const QByteArray& failure = "##[error]Process completed with exit code 1")
    {
        QFile file(folder.filePath(u"job.log"_s));
        const QByteArray text = "2026-11-22T13:00:00.000Z ##[group]Set up job\n"
                                "2026-11-22T13:00:03.000Z ##[endgroup]\n"
                                "2026-11-22T13:00:04.000Z ##[group]make test\n"
            + numbered(4, 400)
            + "2026-11-22T13:01:22.000Z Error: no such module\n"
              "2026-11-22T13:01:23.000Z "
            + failure + '\n' + numbered(403, 800);
        if (!file.open(QFile::WriteOnly) || file.write(text) < 0)
            qFatal("no log");
        file.close();
        window = new LogWindow(themes, u"search #7713"_s, {"test", 1, file.fileName().toStdString(), {401}}, false);
        window->resize(1200, 700);
        window->show();
    }
    ~SectionedLog() { delete window; }

    LogView& view() const { return *window->log()->view(); }
    SectionColumn& column() const { return *window->findChild<SectionColumn*>(); }
    LogStrip& strip() const { return *window->findChild<LogStrip*>(); }
    bool isThere() const { return !column().isEmpty() && strip().map().rows > 0; }
    Button& failingStep() const
    {
        const auto buttons = window->findChildren<Button*>();
        return **std::ranges::find(buttons, u"Failing step"_s, &Button::text);
    }
    QStringList sections() const
    {
        QStringList rows;
        for (int at = 0; at < column().list()->model()->rowCount(); ++at) {
            const auto row = column().list()->model()->index(at, 0).data(RowListModel::RowRole).value<ListRow>();
            rows << row.title + u' ' + row.right + u' ' + row.rightBelow + u' ' + spoken(row.role);
        }
        return rows;
    }

    QTemporaryDir folder;
    ThemeSource themes{ThemeSource::Choice::Dark};
    QPointer<LogWindow> window;
};

} // namespace

class TestLogWindow : public QObject {
    Q_OBJECT

private slots:
    void aLongLineGoesOnInTheNextWhereItIsWrapped()
    {
        Log log(QByteArray(150, 'x') + "\nshort\nlast\n");
        QTRY_VERIFY(log.isThere());
        QTRY_COMPARE(log.lineAt(1), 2);
        QVERIFY(log.view.horizontalScrollBar()->maximum() > 0);

        QTest::keyClick(&log.view, Qt::Key_W);

        QVERIFY(log.view.sight().wrap);
        QCOMPARE(log.lineAt(1), 1); // its second half
        QCOMPARE(log.view.horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(&log.view, Qt::Key_W);
        QCOMPARE(log.lineAt(1), 2);
    }

    void theEndOfAWrappedLogIsReached()
    {
        QByteArray text;
        for (int line = 1; line <= 100; ++line)
            text += QByteArray(200, 'y') + '\n';
        Log log(text + "the end\n");
        log.view.setSight({.wrap = true});
        QTRY_VERIFY(log.isThere());

        QTest::keyClick(&log.view, Qt::Key_Home);
        QTRY_COMPARE(log.lineAt(0), 1);
        QTest::keyClick(&log.view, Qt::Key_End);

        QTRY_COMPARE(log.view.currentLine(), 101);
        QCOMPARE(log.view.verticalScrollBar()->value(), log.view.verticalScrollBar()->maximum());
        const int page = (log.view.viewport()->height() - 8) / log.themes.theme().size.logLine;
        QTRY_VERIFY(log.lineAt(page - 1) == 101 || log.lineAt(page - 2) == 101);
    }

    void aRowLongerThanTheViewIsScrolledThrough()
    {
        Log log(QByteArray(9'000, 'z') + "\nnext\n");
        log.view.setSight({.wrap = true});
        QTRY_VERIFY(log.isThere());
        log.view.goToLine(1);
        QTRY_COMPARE(log.lineAt(0), 1);
        log.wheel(-1);

        QCOMPARE(log.lineAt(0), 1); // three lines further in it
        for (int i = 0; i < 300; ++i)
            log.wheel(-1);
        QTRY_COMPARE(log.lineAt(0), 2);
    }

    void whatIsInvisibleIsShownByAKey()
    {
        Log log("\tstep\x1b[0m\n");
        QTRY_VERIFY(log.isThere());
        QTRY_COMPARE(log.lineAt(0), 1);

        QTest::keyClick(&log.view, Qt::Key_I);

        QVERIFY(log.view.sight().invisible);
        QTRY_VERIFY(log.view.accessibleDescription().contains(u"[ESC[0m]"_s)
                    || (log.lineAt(0), log.view.accessibleDescription().contains(u"[ESC[0m]"_s)));
    }

    void theEndOfAGrowingLogIsFollowedUntilAPersonScrollsUp()
    {
        Log log(numbered(1, 100), true);
        QTRY_COMPARE(log.view.bottomLine(), 100);
        const QSignalSpy changed(&log.view, &LogView::followingChanged);

        log.write(numbered(101, 200));
        QTRY_COMPARE(log.view.bottomLine(), 200);
        log.wheel(1);
        QVERIFY(!log.view.follows());
        const auto top = log.view.topRow();
        log.write(numbered(201, 300));
        QTRY_COMPARE(log.view.extent().lines, std::uint64_t(300));
        QCOMPARE(log.view.topRow(), top);

        QTest::keyClick(&log.view, Qt::Key_End);
        QVERIFY(log.view.follows());
        QTest::keyClick(&log.view, Qt::Key_PageUp);
        QTest::keyClick(&log.view, Qt::Key_PageUp);
        QVERIFY(!log.view.follows());
        QTest::keyClick(&log.view, Qt::Key_B);
        QVERIFY(log.view.follows());
        QTRY_COMPARE(log.view.bottomLine(), 300);
        log.view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!log.view.follows());
        QCOMPARE(changed.count(), 5);
    }

    void theSwitchOfFollowingSaysWhetherItDoes()
    {
        const SectionedLog log;
        QTRY_VERIFY(log.isThere());
        const auto buttons = log.window->findChildren<Button*>();
        auto* follow = *std::ranges::find(buttons, u"Follow"_s, &Button::text);
        QVERIFY(!follow->isChecked()); // it opens at the root cause

        QTest::mouseClick(follow, Qt::LeftButton);

        QVERIFY(log.view().follows());
        QTRY_COMPARE(log.view().bottomLine(), 800);
        log.view().goToLine(1);
        QVERIFY(!follow->isChecked());
    }

    void sectionsStandBesideTheLogWithTheirTimes()
    {
        const SectionedLog log;

        QTRY_COMPARE(log.sections(), QStringList({u"Set up job 0:04 1 succeeded"_s, u"make test 1:19 3 failed"_s}));

        QVERIFY(log.column().isVisible());
        QTRY_COMPARE(log.column().list()->currentIndex().row(), 1); // where the root cause is
        const auto first = log.column().list()->visualRect(log.column().list()->model()->index(0, 0)).center();
        QTest::mouseClick(log.column().list()->viewport(), Qt::LeftButton, {}, first);
        QTRY_COMPARE(log.view().currentLine(), 1);
        log.window->resize(900, 600);
        QVERIFY(!log.column().isVisible());
        log.window->resize(1200, 600);
        QVERIFY(log.column().isVisible());
    }

    void theFailingStepIsLockedWhereThereIsNone()
    {
        SectionedLog failed;
        SectionedLog passed("done");
        QTRY_VERIFY(failed.isThere() && passed.isThere());

        QVERIFY(!failed.failingStep().isLocked());
        QVERIFY(passed.failingStep().isLocked());
        QTest::mouseClick(&failed.failingStep(), Qt::LeftButton);
        QTRY_COMPARE(failed.view().currentLine(), 402);
    }

    void aClickOnTheStripGoesThere()
    {
        const SectionedLog log;
        QTRY_VERIFY(log.isThere());
        QCOMPARE(log.strip().map().cause, std::vector<std::uint64_t>{400});
        QCOMPARE(log.strip().map().errors, std::vector<std::uint64_t>{401});
        const auto click = [&log](int y) {
            QTest::mouseClick(&log.strip(), Qt::LeftButton, {}, QPoint(20, y));
            return std::pair(log.view().topRow(), log.view().bottomRow());
        };

        QCOMPARE(click(1).first, 0);
        QCOMPARE(click(log.strip().height() - 1).second, 799);
        const auto [top, bottom] = click(log.strip().placeOf(400) + 3); // near its mark is on it
        QVERIFY(top <= 400 && bottom >= 400);
        log.window->log()->setSearch(u"line 777"_s);
        QTRY_COMPARE(std::ranges::count(log.strip().map().bars, true, &host::LogMap::Bar::matches), 1);
        QVERIFY(log.strip().map().bars[log.strip().map().barOf(776)].matches);
    }

    void aLogOpensInAWindowOfItsOwn()
    {
        test::RunScene scene;
        QTRY_VERIFY(scene.loaded());
        QTRY_VERIFY(scene.part<LogPane>()->place());

        const QPointer<LogWindow> window(scene.page.openLog());
        window->show();

        QTRY_VERIFY(window->log()->view()->extent().complete);
        QCOMPARE(window->log()->view()->extent().lines, scene.part<LogView>()->extent().lines);
        QCOMPARE(window->windowTitle(), u"Log: search #7713, test"_s);
        QTest::keyClick(window->log()->view(), Qt::Key_E);
        QTRY_COMPARE(window->log()->view()->currentLine(), scene.part<LogPane>()->place()->rootCause.front());
        QTest::keyClick(window.data(), Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(window.isNull());
    }

    void itsSwitchesAndItsViewAreOne()
    {
        test::RunScene scene;
        QTRY_VERIFY(scene.loaded());
        QTRY_VERIFY(scene.part<LogPane>()->place());
        const std::unique_ptr<LogWindow> window(scene.page.openLog());
        window->show();
        const auto buttons = window->findChildren<Button*>();
        auto* wrap = *std::ranges::find(buttons, u"Wrap"_s, &Button::text);

        QTest::mouseClick(wrap, Qt::LeftButton);
        QVERIFY(window->log()->view()->sight().wrap);
        QVERIFY(!scene.part<LogView>()->sight().wrap); // each window its own
        QTest::keyClick(window->log()->view(), Qt::Key_W);
        QVERIFY(!wrap->isChecked());
    }

    void shiftEnterSaysWhenThereIsNoLog()
    {
        test::WindowBench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({PageKind::RunDetail, RunId{2}, -1, {}});

        bench.press(Qt::Key_Return, Qt::ShiftModifier);

        const auto labels = bench.window->findChildren<Label*>();
        QTRY_VERIFY(
            std::ranges::any_of(labels, [](auto* label) { return label->text() == u"There is no log yet."_s; }));
    }
};

SIGNALBOX_TEST(TestLogWindow)
#include "tst_logwindow.moc"
