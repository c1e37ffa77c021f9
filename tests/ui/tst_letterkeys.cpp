// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/settings/sideitem.h"
#include "ui/widgets/button.h"

#include <QLineEdit>

namespace signalbox {

using namespace Qt::StringLiterals;
using Bench = test::WindowBench;

class TestLetterKeys : public QObject {
    Q_OBJECT

private:
    static ui::Button* choice(const Bench& bench, const QString& name)
    {
        for (auto* button : bench.window->findChildren<ui::Button*>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    static void openKeyboard(Bench& bench)
    {
        bench.window->go({ui::PageKind::Settings, {}, -1, {}});
        for (auto* item : bench.window->findChildren<ui::SideItem*>()) {
            if (item->text() == u"Keyboard"_s)
                item->click();
        }
    }
    /// Whether a slash begins to filter the runs.
    static bool isCommand(Bench& bench)
    {
        bench.window->go({ui::PageKind::Runs, {}, -1, {}});
        QTest::keyClick(bench.window->focusWidget(), Qt::Key_Slash);
        return qobject_cast<QLineEdit*>(bench.window->focusWidget());
    }

private slots:
    void theyAreCommandsAtFirst()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());

        QVERIFY(isCommand(bench));
    }

    void theyAreTurnedOffInSettingsAndOnAgain()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        openKeyboard(bench);
        QVERIFY(choice(bench, u"Letter keys on"_s)->isChecked());

        choice(bench, u"Letter keys off"_s)->click();

        QVERIFY(!bench.preferences.letterKeys());
        QVERIFY(!isCommand(bench));
        bench.press(Qt::Key_F, Qt::ControlModifier); // has Ctrl
        auto* field = qobject_cast<QLineEdit*>(bench.window->focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"state:failed /r?"_s);
        QCOMPARE(field->text(), u"state:failed /r?"_s);
        openKeyboard(bench);
        choice(bench, u"Letter keys on"_s)->click();
        field->clear();
        QVERIFY(isCommand(bench));
    }

    void theyStayOffAtTheNextStart()
    {
        test::WindowParts parts;
        parts.engine.runs = {test::aRun(2, "search", host::RunState::Running)};
        parts.preferences.setLetterKeys(false);
        parts.openWindow();
        QTRY_COMPARE(parts.window->runs().rowCount(), 1);

        parts.window->go({ui::PageKind::Runs, {}, -1, {}});
        QTest::keyClick(parts.window->focusWidget(), Qt::Key_Slash);

        QVERIFY(!qobject_cast<QLineEdit*>(parts.window->focusWidget()));
    }
};

SIGNALBOX_TEST(TestLetterKeys)

} // namespace signalbox

#include "tst_letterkeys.moc"
