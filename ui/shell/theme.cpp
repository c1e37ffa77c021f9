// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"

#include "resources/embedded.h"
#include "ui/shell/systemlooks.h"
#include "ui/shell/tintedicon.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStyleHints>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

QColor colour(const QJsonObject& group, const char* key)
{
    const QColor value(group.value(QLatin1String(key)).toString());
    Q_ASSERT_X(value.isValid(), "tokens.json", key);
    return value;
}

StatusColours statusColours(const QJsonObject& group)
{
    return {colour(group, "fg"), colour(group, "fill"), colour(group, "onFill"), colour(group, "tint")};
}

SurfaceColours surfaceColours(const QJsonObject& group)
{
    return {colour(group, "window"),  colour(group, "panel"), colour(group, "raised"),
            colour(group, "overlay"), colour(group, "inset"), colour(group, "rail")};
}

TextColours textColours(const QJsonObject& group)
{
    return {colour(group, "primary"),  colour(group, "secondary"), colour(group, "tertiary"),
            colour(group, "disabled"), colour(group, "onAccent"),  colour(group, "link")};
}

AccentColours accentColours(const QJsonObject& group)
{
    return {colour(group, "base"), colour(group, "hover"), colour(group, "pressed"), colour(group, "selection"),
            colour(group, "selectionText")};
}

DiffColours diffColours(const QJsonObject& group)
{
    return {colour(group, "addFg"),      colour(group, "addTint"),  colour(group, "removeFg"),
            colour(group, "removeTint"), colour(group, "changeFg"), colour(group, "changeTint")};
}

ChartColours chartColours(const QJsonObject& group)
{
    ChartColours chart;
    for (const auto series = group.value(QLatin1String("series")).toArray(); const auto& value : series)
        chart.series.emplace_back(value.toString());
    chart.baseline = colour(group, "baseline");
    chart.baselineBand = colour(group, "baselineBand");
    chart.grid = colour(group, "grid");
    chart.axis = colour(group, "axis");
    chart.threshold = colour(group, "threshold");
    chart.thresholdCritical = colour(group, "thresholdCritical");
    return chart;
}

Sizes sizes(const QJsonObject& tokens)
{
    const auto group = [&](const char* name) { return tokens.value(QLatin1String(name)).toObject(); };
    const auto px = [](const QJsonObject& from, const char* key) { return from.value(QLatin1String(key)).toInt(); };
    Sizes size;
    const QJsonObject spacing = group("spacing");
    for (std::size_t step = 0; step < size.spacing.size(); ++step)
        size.spacing[step] = spacing.value(QString::number(step)).toInt();
    const QJsonObject radius = group("radius");
    size.radiusControl = px(radius, "control");
    size.radiusPanel = px(radius, "panel");
    size.radiusDialog = px(radius, "dialog");
    const QJsonObject icon = group("icon").value(QLatin1String("sizes")).toObject();
    size.iconInline = px(icon, "inline");
    size.iconControl = px(icon, "control");
    size.iconNav = px(icon, "nav");
    size.iconEmpty = px(icon, "empty");
    const QJsonObject row = group("row");
    size.rowCompact = px(row, "compact");
    size.row = px(row, "default");
    size.rowComfortable = px(row, "comfortable");
    size.rowHeader = px(row, "header");
    size.logLine = px(row, "logLine");
    const QJsonObject fixed = group("size");
    size.rail = px(fixed, "rail");
    size.railCollapsed = px(fixed, "railCollapsed");
    size.titleBar = px(fixed, "titleBar");
    size.statusBar = px(fixed, "statusBar");
    size.minTarget = px(fixed, "minTarget");
    size.button = px(fixed, "button");
    size.decisionButton = px(fixed, "decisionButton");
    size.input = px(fixed, "input");
    size.graphNodeWidth = px(fixed.value(QLatin1String("graphNode")).toObject(), "w");
    size.graphNodeHeight = px(fixed.value(QLatin1String("graphNode")).toObject(), "h");
    size.minWindowWidth = px(fixed.value(QLatin1String("minWindow")).toObject(), "w");
    size.minWindowHeight = px(fixed.value(QLatin1String("minWindow")).toObject(), "h");
    const QJsonObject stroke = group("stroke");
    size.graphEdge = stroke.value(QLatin1String("graphEdge")).toDouble();
    size.graphEdgeTaken = stroke.value(QLatin1String("graphEdgeTaken")).toDouble();
    size.focusStroke = px(stroke, "focus");
    size.runningArcPeriod_ms = px(group("motion"), "runningArcPeriod");
    return size;
}

QStringList families(const QJsonObject& tokens, const char* kind)
{
    QStringList names;
    for (const auto listed = tokens.value(QLatin1String("font")).toObject().value(QLatin1String(kind)).toArray();
         const auto& name : listed)
        names.append(name.toString());
    return names;
}

TypeRole typeRole(const QJsonObject& type, const QStringList& families)
{
    TypeRole role;
    role.font.setFamilies(families);
    role.font.setPixelSize(type.value(QLatin1String("px")).toInt());
    role.font.setWeight(static_cast<QFont::Weight>(type.value(QLatin1String("weight")).toInt()));
    role.font.setHintingPreference(QFont::PreferNoHinting);
    role.line = type.value(QLatin1String("line")).toInt();
    return role;
}

std::array<TypeRole, 10> typeRoles(const QJsonObject& tokens)
{
    constexpr std::array<const char*, 9> kNames{"numeral",    "display", "title",   "heading", "body",
                                                "bodyStrong", "small",   "caption", "mono"};
    const QJsonObject types = tokens.value(QLatin1String("type")).toObject();
    const QStringList ui = families(tokens, "ui");
    const QStringList mono = families(tokens, "mono");
    std::array<TypeRole, 10> roles;
    for (std::size_t at = 0; at < kNames.size(); ++at)
        roles[at] = typeRole(types.value(QLatin1String(kNames[at])).toObject(), at == 8 ? mono : ui);
    // JetBrains Mono joins != and --, and Qt 6.4 cannot turn that off where it shapes the text: that takes the next
    // face.
    QStringList plain = mono;
    plain.removeAll(QStringLiteral("JetBrains Mono"));
    plain.insert(1, QStringLiteral("DejaVu Sans Mono"));
    roles[9] = typeRole(types.value(QLatin1String("mono")).toObject(), plain);
    for (const std::size_t at : {std::size_t{8}, std::size_t{9}})
        roles[at].font.setStyleHint(QFont::Monospace);
    return roles;
}

/// Qt blends text by a gamma of the platform. At 1.7, light text on a dark ground has the ink of the next weight as the
/// pictures draw it (Inter 13 px, weight 400: 243 for 212), until a stroke is wider than a pixel.
int lighterBy(Mode mode)
{
    constexpr double kTells = 1.5;
    const bool heavy = QGuiApplication::styleHints()->fontSmoothingGamma() > kTells && qApp->devicePixelRatio() < 2;
    return mode == Mode::Dark && heavy ? QFont::Medium - QFont::Normal : 0;
}

QJsonObject readTokens()
{
    const auto text = resources::embedded(QStringLiteral("tokens.json"));
    Q_ASSERT(text);
    return QJsonDocument::fromJson(*text).object();
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& of)
{
    return 0.2126 * channel(of.redF()) + 0.7152 * channel(of.greenF()) + 0.0722 * channel(of.blueF());
}

QColor blend(const QColor& over, const QColor& under, float share)
{
    const auto mix = [share](float top, float below) { return share * top + (1 - share) * below; };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Theme Theme::load(Mode mode)
{
    const QJsonObject tokens = readTokens();
    const QLatin1String name(mode == Mode::Dark ? "dark" : "light");
    const QJsonObject values = tokens.value(QLatin1String("themes")).toObject().value(name).toObject();
    const auto group = [&](const char* key) { return values.value(QLatin1String(key)).toObject(); };
    constexpr std::array<const char*, 6> kHues{"nominal", "running", "waiting", "warn", "critical", "unknown"};

    Theme theme;
    theme.mode = mode;
    theme.surface = surfaceColours(group("surface"));
    const QJsonObject border = group("border");
    theme.border
        = {colour(border, "subtle"), colour(border, "strong"), colour(border, "control"), colour(border, "focus")};
    theme.text = textColours(group("text"));
    theme.accent = accentColours(group("accent"));
    theme.diff = diffColours(group("diff"));
    theme.chart = chartColours(group("chart"));
    for (std::size_t hue = 0; hue < kHues.size(); ++hue)
        theme.m_status[hue] = statusColours(group("status").value(QLatin1String(kHues[hue])).toObject());
    theme.size = sizes(tokens);
    theme.m_types = typeRoles(tokens);
    theme.lighten(lighterBy(mode));
    return theme;
}

Theme Theme::highContrast(const QPalette& system)
{
    Theme theme = load(modeOf(system));
    theme.lighten(-theme.m_lighter); // heavy is welcome
    const QColor ground = system.color(QPalette::Window);
    const QColor ink = system.color(QPalette::WindowText);
    const QColor light = system.color(QPalette::Highlight);
    theme.surface = {ground, ground, ground, ground, ground, ground};
    theme.border = {ink, ink, ink, light};
    theme.text = {ink, ink, ink, system.color(QPalette::Disabled, QPalette::WindowText), ground, ink};
    // What is selected is written in the usual ink, so that its ground keeps close to the usual one.
    theme.accent = {light, light, light, blend(light, ground, 0.25F), ink};
    theme.diff = {ink, ground, ink, ground, ink, ground};
    theme.chart.series.assign(theme.chart.series.size(), ink);
    theme.chart.baseline = theme.chart.grid = theme.chart.axis = ink;
    theme.chart.baselineBand = ground;
    theme.chart.threshold = theme.chart.thresholdCritical = ink;
    theme.m_status.fill({ink, ink, ground, ground});
    return theme;
}

void Theme::lighten(int by)
{
    constexpr int kThinStrokes_px = 20;
    m_lighter += by;
    for (std::size_t at = 0; at < static_cast<std::size_t>(Type::Log); ++at) // the log has its own faces
        if (QFont& font = m_types[at].font; font.pixelSize() < kThinStrokes_px)
            font.setWeight(static_cast<QFont::Weight>(font.weight() - by));
}

QPixmap Theme::pixmap(const QString& name, const QColor& colour, int side, double ratio) const
{
    return tintedIcon(name, colour.name(), side, ratio);
}

QIcon Theme::icon(const QString& name, const QColor& colour, int side) const
{
    QIcon icon;
    for (const double ratio : {1.0, 2.0}) {
        icon.addPixmap(pixmap(name, colour, side, ratio));
        icon.addPixmap(pixmap(name, text.disabled, side, ratio), QIcon::Disabled);
    }
    return icon;
}

QPixmap Theme::picture(const QString& name, int side, double ratio) const
{
    return tintedIcon(name, {}, side, ratio);
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, surface.window);
    palette.setColor(QPalette::WindowText, text.primary);
    palette.setColor(QPalette::Base, surface.inset);
    palette.setColor(QPalette::AlternateBase, surface.panel);
    palette.setColor(QPalette::Text, text.primary);
    palette.setColor(QPalette::PlaceholderText, text.tertiary);
    palette.setColor(QPalette::Button, surface.raised);
    palette.setColor(QPalette::ButtonText, text.primary);
    palette.setColor(QPalette::BrightText, text.primary);
    palette.setColor(QPalette::Highlight, accent.selection);
    palette.setColor(QPalette::HighlightedText, accent.selectionText);
    palette.setColor(QPalette::Link, text.link);
    palette.setColor(QPalette::LinkVisited, text.link);
    palette.setColor(QPalette::ToolTipBase, surface.overlay);
    palette.setColor(QPalette::ToolTipText, text.primary);
    palette.setColor(QPalette::Light, surface.overlay);
    palette.setColor(QPalette::Midlight, surface.raised);
    palette.setColor(QPalette::Mid, border.strong);
    palette.setColor(QPalette::Dark, border.subtle);
    palette.setColor(QPalette::Shadow, border.subtle);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, text.disabled);
    return palette;
}

QString Theme::menuSheet() const
{
    const QFont& words = font(Type::Body); // the desktop has one of its own for menus
    const QString sheet = QStringLiteral(R"(
QMenuBar, QMenu { font-family: "%9"; font-size: %10px; }
QMenuBar { background: %1; color: %2; border-bottom: 1px solid %3; padding-left: 0; }
QMenuBar::item { padding: 5px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: %4; color: %5; }
QMenu { background: %6; color: %5; border: 1px solid %7; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 20px; }
QMenu::item:disabled { color: %8; }
QMenu::separator { height: 1px; background: %3; margin: 4px 0; }
)");
    return sheet
        .arg(surface.rail.name(), text.secondary.name(), border.subtle.name(), accent.selection.name(),
             text.primary.name(), surface.overlay.name(), border.strong.name(), text.disabled.name(),
             words.families().join(QLatin1String("\", \"")))
        .arg(words.pixelSize());
}

ThemeSource::ThemeSource(Choice choice, QObject* parent)
    : QObject(parent), m_system(QGuiApplication::palette()), m_choice(choice)
{
    auto* looks = new SystemLooks(m_system, *this);
    m_theme = made();
    connect(looks, &SystemLooks::changed, this, [this] {
        m_theme = made();
        emit changed();
    });
}

Theme ThemeSource::made() const
{
    switch (m_choice) {
    case Choice::Dark: return Theme::load(Mode::Dark);
    case Choice::Light: return Theme::load(Mode::Light);
    case Choice::HighContrast: return Theme::highContrast(SystemLooks::of(*this).palette());
    case Choice::System: break;
    }
    return SystemLooks::of(*this).theme();
}

void ThemeSource::dress(QWidget* widget, Type type) const
{
    const auto wear = [this, widget, type] {
        widget->setFont(m_theme.font(type));
        widget->update();
    };
    connect(this, &ThemeSource::changed, widget, wear);
    wear();
}

void ThemeSource::choose(Choice choice)
{
    const bool same = choice == m_choice;
    m_choice = choice;
    emit chosen(choice);
    if (same)
        return;
    m_theme = made();
    emit changed();
}

} // namespace signalbox::ui
