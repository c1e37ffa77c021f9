// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"

#include <QSettings>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>

namespace signalbox::ui {

namespace {

const QString kTheme = QStringLiteral("appearance/theme");
const QString kScale = QStringLiteral("appearance/scale");
const QString kGeometry = QStringLiteral("window/geometry");
constexpr int kSmallest = 80;
constexpr int kLargest = 200;
constexpr int kUsual = 100;

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
    const QStringList known{QStringLiteral("dark"), QStringLiteral("light")};
    return known.contains(theme) ? theme : QStringLiteral("system");
}

void Preferences::setTheme(const QString& theme)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kTheme, theme);
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

QByteArray Preferences::geometry() const
{
    return QSettings(m_file, QSettings::IniFormat).value(kGeometry).toByteArray();
}

void Preferences::setGeometry(const QByteArray& geometry)
{
    QSettings(m_file, QSettings::IniFormat).setValue(kGeometry, geometry);
}

} // namespace signalbox::ui
