// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace signalbox::ui {

namespace {

QString nearest(const QString& name)
{
    if (Language::known().contains(name))
        return name;
    const QString system = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    return Language::known().contains(system) ? system : Language::known().constFirst();
}

/// This computer's own where it speaks the language: "de_AT", "en_GB". The C locale counts as English.
QLocale localeOf(const QString& language)
{
    const QLocale system = QLocale::system();
    const bool isEnglish = language == Language::known().constFirst();
    const bool same = system.name().section(QLatin1Char('_'), 0, 0) == language;
    return same || (isEnglish && system.language() == QLocale::C) ? system : QLocale(language);
}

} // namespace

Language::Language(const QString& name)
{
    const QString language = nearest(name);
    QLocale::setDefault(localeOf(language));
    if (m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_words.load(QStringLiteral(":/signalbox/translations/signalbox_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_words);
}

Language::~Language()
{
    if (QCoreApplication::instance()) {
        QCoreApplication::removeTranslator(&m_words);
        QCoreApplication::removeTranslator(&m_qt);
    }
    QLocale::setDefault(m_before);
}

QStringList Language::known()
{
    return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("ja")};
}

QString Language::ownName(const QString& name)
{
    if (name == QLatin1String("de"))
        return QStringLiteral("Deutsch");
    return name == QLatin1String("ja") ? QStringLiteral("日本語") : QStringLiteral("English");
}

} // namespace signalbox::ui
