// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"

#include "ui/models/language.h"

#include <QSettings>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>

namespace signalbox::ui {

namespace {

const QString kTheme = QStringLiteral("appearance/theme");
const QString kMotion = QStringLiteral("appearance/motion");
const QString kScale = QStringLiteral("appearance/scale");
const QString kLanguage = QStringLiteral("language/language");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kApprovalGeometry = QStringLiteral("approvalwindow/geometry");
const QString kLogGeometry = QStringLiteral("logwindow/geometry");
const QString kGraphHeight = QStringLiteral("rundetail/graph_height");
const QString kStateWidth = QStringLiteral("rundetail/state_width");
const QString kRail = QStringLiteral("window/rail_collapsed");
const QString kByClicks = QStringLiteral("approvals/by_clicks");
const QString kLetterKeys = QStringLiteral("keyboard/letter_keys");
const QString kTimesIn = QStringLiteral("language/times_in");
const QString kUtcTimes = QStringLiteral("language/utc_times"); // as it was kept before there were three
const QString kZone = QStringLiteral("language/workspace_zone");
constexpr int kSmallest = 80;
constexpr int kLargest = 200;
constexpr int kUsual = 100;

const QString& geometryKey(Preferences::Window window)
{
    return window == Preferences::Window::Main ? kGeometry
        : window == Preferences::Window::Log   ? kLogGeometry
                                               : kApprovalGeometry;
}

constexpr int kLargestPart = 10'000; // logical pixels

int partSize(const QSettings& settings, const QString& key, int usual)
{
    bool valid = false;
    const int size = settings.value(key, usual).toInt(&valid);
    return valid && size > 0 && size <= kLargestPart ? size : usual;
}

QString userFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/signalbox/console.ini");
}

} // namespace

Preferences::Preferences(QString file) : m_file(file.isEmpty() ? userFile() : std::move(file)) { }

QString Preferences::theme() const
{
    const QString theme = QSettings(m_file, QSettings::IniFormat).value(kTheme).toString();
    const QStringList known{QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("high-contrast")};
    return known.contains(theme) ? theme : QStringLiteral("system");
}

void Preferences::setTheme(const QString& theme)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kTheme, theme);
}

QString Preferences::motion() const
{
    const QString motion = QSettings(m_file, QSettings::IniFormat).value(kMotion).toString();
    return motion == QLatin1String("reduced") || motion == QLatin1String("full") ? motion : QStringLiteral("system");
}

void Preferences::setMotion(const QString& motion)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kMotion, motion);
}

int Preferences::scale() const
{
    bool valid = false;
    const int scale = QSettings(m_file, QSettings::IniFormat).value(kScale, kUsual).toInt(&valid);
    return valid ? std::clamp(scale, kSmallest, kLargest) : kUsual;
}

void Preferences::setScale(int percent)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kScale, std::clamp(percent, kSmallest, kLargest));
}

QString Preferences::language() const
{
    const QString language = QSettings(m_file, QSettings::IniFormat).value(kLanguage).toString();
    return Language::known().contains(language) ? language : QStringLiteral("system");
}

void Preferences::setLanguage(const QString& language)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kLanguage, language);
}

QByteArray Preferences::geometry(Window window) const
{
    return QSettings(m_file, QSettings::IniFormat).value(geometryKey(window)).toByteArray();
}

void Preferences::setGeometry(const QByteArray& geometry, Window window)
{
    QSettings(m_file, QSettings::IniFormat).setValue(geometryKey(window), geometry);
}

RunDetailSizes Preferences::runDetailSizes() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    const RunDetailSizes usual;
    return {partSize(settings, kGraphHeight, usual.graphHeight), partSize(settings, kStateWidth, usual.stateWidth)};
}

void Preferences::setRunDetailSizes(const RunDetailSizes& sizes)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(kGraphHeight, sizes.graphHeight);
    settings.setValue(kStateWidth, sizes.stateWidth);
}

bool Preferences::railCollapsed() const
{
    return QSettings(m_file, QSettings::IniFormat).value(kRail).toBool();
}

void Preferences::setRailCollapsed(bool collapsed)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kRail, collapsed);
}

QString Preferences::timesIn() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    const QString utc = QStringLiteral("utc");
    const QString workspace = QStringLiteral("workspace");
    const QString kept = settings.value(kTimesIn, settings.value(kUtcTimes).toBool() ? utc : workspace).toString();
    return kept == utc || kept == QStringLiteral("local") ? kept : workspace;
}

void Preferences::setTimesIn(const QString& zone)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kTimesIn, zone);
}

QString Preferences::workspaceZone() const
{
    return QSettings(m_file, QSettings::IniFormat).value(kZone).toString();
}

void Preferences::setWorkspaceZone(const QString& name)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kZone, name);
}

bool Preferences::letterKeys() const
{
    return QSettings(m_file, QSettings::IniFormat).value(kLetterKeys, true).toBool();
}

void Preferences::setLetterKeys(bool on)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kLetterKeys, on);
}

bool Preferences::approveByClicks() const
{
    return QSettings(m_file, QSettings::IniFormat).value(kByClicks).toBool();
}

void Preferences::setApproveByClicks(bool byClicks)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kByClicks, byClicks);
}

} // namespace signalbox::ui
