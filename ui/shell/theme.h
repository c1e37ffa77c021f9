// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, fonts and sizes by role, as tokens.json names them. A widget asks for a role, never for a value.
//
// Thread     GUI
// Ownership  a value; hand it on by const reference and read it when painting, since the mode may change
// Units      device-independent pixels
// Source     resources/tokens.json
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>
#include <QString>

#include <array>
#include <map>
#include <vector>

class QWidget;

namespace signalbox::ui {

enum class Mode { Dark, Light };

/// The six hues of a status. Which state has which hue is decided in ui/widgets/statuslook.h.
enum class Hue { Nominal, Running, Waiting, Warn, Critical, Unknown };

/// Log is a mono face without ligatures, so that != and -- read as typed.
enum class Type { Numeral, Display, Title, Heading, Body, BodyStrong, Small, Caption, Mono, Log };

struct SurfaceColours {
    QColor window, panel, raised, overlay, inset, rail;
};
struct BorderColours {
    QColor subtle, strong, control, focus;
};
struct TextColours {
    QColor primary, secondary, tertiary, disabled, onAccent, link;
};
struct AccentColours {
    QColor base, hover, pressed, selection, selectionText;
};
struct StatusColours {
    QColor fg, fill, onFill, tint;
};
struct DiffColours {
    QColor addFg, addTint, removeFg, removeTint, changeFg, changeTint;
};
struct ChartColours {
    std::vector<QColor> series;
    QColor baseline, baselineBand, grid, axis, threshold, thresholdCritical;
};

/// Sizes that do not differ between the modes.
struct Sizes {
    std::array<int, 9> spacing{}; // 0 2 4 8 12 16 24 32 48
    int radiusControl = 0, radiusPanel = 0, radiusDialog = 0;
    int iconInline = 0, iconControl = 0, iconNav = 0, iconEmpty = 0;
    int rowCompact = 0, row = 0, rowComfortable = 0, rowHeader = 0, logLine = 0;
    int rail = 0, railCollapsed = 0, titleBar = 0, statusBar = 0;
    int minTarget = 0, button = 0, decisionButton = 0, input = 0;
    int graphNodeWidth = 0, graphNodeHeight = 0, minWindowWidth = 0, minWindowHeight = 0;
    double graphEdge = 0, graphEdgeTaken = 0;
    int focusStroke = 0;
    int runningArcPeriod_ms = 0;
};

struct TypeRole {
    QFont font;
    int line = 0; // height of a line
};

class Theme {
public:
    static Theme load(Mode mode);
    /// In the colours of the system alone: a status is told by its glyph and its word.
    static Theme highContrast(const QPalette& system);

    Mode mode = Mode::Dark;
    SurfaceColours surface;
    BorderColours border;
    TextColours text;
    AccentColours accent;
    DiffColours diff;
    ChartColours chart;
    Sizes size;

    const StatusColours& status(Hue hue) const { return m_status[static_cast<std::size_t>(hue)]; }
    const QFont& font(Type type) const { return role(type).font; }
    /// As heavy as `wanted` looks on this ground; for faces that differ from their role.
    QFont::Weight weight(QFont::Weight wanted) const { return static_cast<QFont::Weight>(wanted - m_lighter); }
    int lineHeight(Type type) const { return role(type).line; }
    int spacing(int step) const { return size.spacing.at(static_cast<std::size_t>(step)); }

    /// The drawing `icons/<name>.svg` in one colour, sharp on the given device pixel ratio. Cached.
    QPixmap pixmap(const QString& name, const QColor& colour, int side, double ratio = 2.0) const;
    QIcon icon(const QString& name, const QColor& colour, int side) const;
    /// A drawing that has colours of its own, such as the application's.
    QPixmap picture(const QString& name, int side, double ratio = 2.0) const;

    QPalette palette() const;
    QString menuSheet() const; // little: what the palette cannot say

private:
    void lighten(int by);
    const TypeRole& role(Type type) const { return m_types[static_cast<std::size_t>(type)]; }

    std::array<StatusColours, 6> m_status;
    std::array<TypeRole, 10> m_types;
    int m_lighter = 0; // what a weight is less than its token
};

/// WCAG 2.2 contrast ratio of two opaque colours.
double contrast(const QColor& a, const QColor& b);

/// Which theme is shown. Made once, before anything sets the application's palette, handed to whoever paints, tells
/// when it changes.
class ThemeSource final : public QObject {
    Q_OBJECT

public:
    enum class Choice { Dark, Light, System, HighContrast };

    explicit ThemeSource(Choice choice = Choice::System, QObject* parent = nullptr);

    const Theme& theme() const { return m_theme; } // the reference stays; its content changes
    Choice choice() const { return m_choice; }
    void choose(Choice choice); // takes effect at once

    /// Gives `widget` the face of a role and paints it anew, now and whenever the theme changes.
    void dress(QWidget* widget, Type type) const;

signals:
    void chosen(signalbox::ui::ThemeSource::Choice choice);
    void changed(); // theme() holds the new values already

private:
    Theme made() const;

    const QPalette m_system; // read before the first palette of ours is set
    Choice m_choice;
    Theme m_theme;
};

} // namespace signalbox::ui
