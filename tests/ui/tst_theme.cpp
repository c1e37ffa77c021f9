// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "ui/shell/theme.h"
#include "ui/widgets/statuslook.h"

#include <QSignalSpy>
#include <QTest>

namespace signalbox {

using ui::Hue;
using ui::Mode;
using ui::Theme;

class TestTheme : public QObject {
    Q_OBJECT

private:
    static QPalette system(const QColor& ink, const QColor& ground, const QColor& light)
    {
        QPalette palette;
        palette.setColor(QPalette::WindowText, ink);
        palette.setColor(QPalette::Window, ground);
        palette.setColor(QPalette::Highlight, light);
        return palette;
    }

private slots:
    void textCanBeRead_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("dark") << Theme::load(Mode::Dark);
        QTest::newRow("light") << Theme::load(Mode::Light);
        QTest::newRow("high contrast on black") << Theme::highContrast(system(Qt::white, Qt::black, Qt::yellow));
        QTest::newRow("high contrast on white") << Theme::highContrast(system(Qt::black, Qt::white, Qt::blue));
    }

    void textCanBeRead()
    {
        QFETCH(Theme, theme);
        constexpr double kText = 4.5;
        constexpr double kPart = 3.0;

        for (const QColor& surface : {theme.surface.window, theme.surface.panel, theme.surface.raised,
                                      theme.surface.overlay, theme.surface.inset, theme.surface.rail}) {
            for (const QColor& ink : {theme.text.primary, theme.text.secondary, theme.text.tertiary, theme.text.link})
                QVERIFY(ui::contrast(ink, surface) >= kText);
        }
        for (int hue = 0; hue <= static_cast<int>(Hue::Unknown); ++hue) {
            const auto& status = theme.status(static_cast<Hue>(hue));
            QVERIFY(ui::contrast(status.fg, theme.surface.panel) >= kText);
            QVERIFY(ui::contrast(status.fg, status.tint) >= kText);
            QVERIFY(ui::contrast(status.onFill, status.fill) >= kText);
        }
        QVERIFY(ui::contrast(theme.accent.selectionText, theme.accent.selection) >= kText);
        QVERIFY(ui::contrast(theme.diff.addFg, theme.diff.addTint) >= kText);
        QVERIFY(ui::contrast(theme.diff.removeFg, theme.diff.removeTint) >= kText);
        QVERIFY(ui::contrast(theme.border.control, theme.surface.raised) >= kPart);
        QVERIFY(ui::contrast(theme.border.focus, theme.surface.window) >= kPart);
    }

    void highContrastIsTakenUpAndLeftAtOnce()
    {
        ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        const Theme& theme = themes.theme();
        const QColor before = theme.surface.panel;
        const QColor systems = QGuiApplication::palette().color(QPalette::Window);

        themes.choose(ui::ThemeSource::Choice::HighContrast);
        QCOMPARE(theme.surface.panel, systems);
        QCOMPARE(theme.text.tertiary, QGuiApplication::palette().color(QPalette::WindowText));
        themes.choose(ui::ThemeSource::Choice::Dark);

        QCOMPARE(theme.surface.panel, before);
    }

    void everyStatusHasAGlyphOfItsOwnHue()
    {
        const Theme theme = Theme::load(Mode::Dark);
        for (int role = 0; role <= static_cast<int>(ui::StatusRole::Stale); ++role) {
            const QString glyph = ui::glyphName(static_cast<ui::StatusRole>(role));
            QVERIFY2(!theme.pixmap(glyph, theme.text.primary, 14).isNull(), qPrintable(glyph));
        }
    }

    void iconsTakeTheColourAskedFor()
    {
        const Theme theme = Theme::load(Mode::Dark);

        const QImage drawn = theme.pixmap(QStringLiteral("status-waiting"), QColor(Qt::red), 24, 1).toImage();

        QCOMPARE(drawn.pixelColor(12, 6), QColor(Qt::red));
        QCOMPARE(drawn.pixelColor(0, 0).alpha(), 0);
    }

    void switchingTellsOnceAndKeepsTheReference()
    {
        ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        const Theme& theme = themes.theme();
        QSignalSpy changed(&themes, &ui::ThemeSource::changed);

        themes.choose(ui::ThemeSource::Choice::Light);
        themes.choose(ui::ThemeSource::Choice::Light);

        QCOMPARE(theme.mode, Mode::Light);
        QCOMPARE(changed.count(), 1);
    }
};

SIGNALBOX_TEST(TestTheme)

} // namespace signalbox

#include "tst_theme.moc"
