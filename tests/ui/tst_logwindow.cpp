// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of a log, and a log in a window of its own.
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"
#include "tests/ui/windowbench.h"
#include "ui/runs/logwindow.h"
#include "ui/widgets/label.h"

#include <QScrollBar>
#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

/// A log of a long line and some short ones.
struct Log {
    explicit Log(const QByteArray& text)
    {
        QFile file(folder.filePath(u"build.log"_s));
        if (!file.open(QFile::WriteOnly) || file.write(text) < 0)
            qFatal("no log");
        file.close();
        view.resize(500, 300);
        view.show();
        view.open(file.fileName().toStdString(), false);
    }

    bool isThere() const { return view.extent().complete; }
    /// The number of the line that is chosen by a click on a line of the view, from 0.
    std::int64_t lineAt(int place)
    {
        const int height = themes.theme().size.logLine;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(200, 8 + place * height + height / 2));
        return view.currentLine();
    }

    QTemporaryDir folder;
    ThemeSource themes{ThemeSource::Choice::Dark};
    LogView view{themes};
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
        const auto wheel = [&log] {
            QWheelEvent down(QPointF(50, 50), log.view.mapToGlobal(QPoint(50, 50)), {}, QPoint(0, -120), Qt::NoButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(log.view.viewport(), &down);
        };

        wheel();

        QCOMPARE(log.lineAt(0), 1); // three lines further in it
        for (int i = 0; i < 300; ++i)
            wheel();
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
