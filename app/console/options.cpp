// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "ui/models/language.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace signalbox::console {

namespace {

constexpr qsizetype kShown = 120; // characters of what is refused

QCommandLineOption option(const char* name, const char* what, const char* value = "")
{
    return {QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value)};
}

void declare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral("The console of Signalbox: runs, healing, approvals."));
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
    parser.addOption(option("version", "Show the version."));
    parser.addOption(option("store", "The store; default: the user's data folder.", "PATH"));
    parser.addOption(option("demo", "Make the demo workspace in that store and start it."));
    parser.addOption(option("theme", "dark, light, high-contrast or system; default: as chosen before.", "THEME"));
    parser.addOption(option("language", "en, de, ja or system; default: as chosen before.", "LANGUAGE"));
    parser.addOption(option("screenshots", "Render every screen to DIR in both themes, then exit.", "DIR"));
    parser.addOption(option("grab", "Render one screen to FILE, then exit.", "FILE"));
    parser.addOption(
        option("page",
               "The screen for --grab: overview, runs, run-detail, approval, knowledge, audit, settings, wall, palette,"
               " window-approval or window-log.",
               "PAGE"));
    parser.addPositionalArgument(QStringLiteral("LINK"),
                                 QStringLiteral("A link of a message, signalbox://run/7, to begin at."),
                                 QStringLiteral("[LINK]"));
    parser.addOption(option("gallery",
                            "For developers: show every part of the interface in every state; takes"
                            " --theme, and --screenshots for a picture of each section."));
}

void readScreenshots(const QCommandLineParser& parser, Options& options)
{
    ui::Screenshots::Wanted wanted;
    wanted.folder = parser.value(QStringLiteral("screenshots"));
    wanted.file = parser.value(QStringLiteral("grab"));
    wanted.page = parser.value(QStringLiteral("page"));
    if (options.theme && *options.theme != ui::ThemeSource::Choice::System)
        wanted.mode = *options.theme == ui::ThemeSource::Choice::Dark ? ui::Mode::Dark : ui::Mode::Light;
    options.screenshots = wanted;
}

} // namespace

std::optional<ui::Place> placeOf(const QString& link)
{
    static const QRegularExpression form(QStringLiteral("^signalbox://(run|approval)/([1-9][0-9]{0,17})/?$"),
                                         QRegularExpression::CaseInsensitiveOption); // as schemes are
    const auto match = form.match(link);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 number = match.captured(2).toLongLong();
    if (match.captured(1).toLower() == QLatin1String("run"))
        return ui::Place{.page = ui::PageKind::RunDetail, .run = RunId{number}, .checkpoint = -1, .approval = {}};
    return ui::Place{.page = ui::PageKind::Approvals, .run = {}, .checkpoint = -1, .approval = ApprovalId{number}};
}

std::optional<ui::ThemeSource::Choice> themeNamed(const QString& name)
{
    if (name == QLatin1String("dark"))
        return ui::ThemeSource::Choice::Dark;
    if (name == QLatin1String("light"))
        return ui::ThemeSource::Choice::Light;
    if (name == QLatin1String("system"))
        return ui::ThemeSource::Choice::System;
    if (name == QLatin1String("high-contrast"))
        return ui::ThemeSource::Choice::HighContrast;
    return std::nullopt;
}

QString themeName(ui::ThemeSource::Choice choice)
{
    switch (choice) {
    case ui::ThemeSource::Choice::Dark: return QStringLiteral("dark");
    case ui::ThemeSource::Choice::Light: return QStringLiteral("light");
    case ui::ThemeSource::Choice::HighContrast: return QStringLiteral("high-contrast");
    case ui::ThemeSource::Choice::System: break;
    }
    return QStringLiteral("system");
}

Result<Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(QStringList{QStringLiteral("signalbox")} + arguments))
        return Error{ErrorCode::InvalidInput, parser.errorText().toStdString()};
    const QStringList links = parser.positionalArguments();
    const bool isLink = !links.isEmpty() && placeOf(links.constFirst());
    if (links.size() > 1 || (!links.isEmpty() && !isLink))
        return Error{ErrorCode::InvalidInput,
                     "unknown argument " + links.constLast().left(kShown).toStdString()
                         + "; one link such as signalbox://run/7 or signalbox://approval/3 is taken"};
    const QString themeWanted = parser.value(QStringLiteral("theme"));
    const auto theme = themeNamed(themeWanted);
    if (!theme && !themeWanted.isEmpty())
        return Error{ErrorCode::InvalidInput, "--theme is dark, light, high-contrast or system"};
    static const QStringList pages{
        QStringLiteral("overview"),        QStringLiteral("runs"),      QStringLiteral("run-detail"),
        QStringLiteral("approval"),        QStringLiteral("audit"),     QStringLiteral("knowledge"),
        QStringLiteral("settings"),        QStringLiteral("wall"),      QStringLiteral("palette"),
        QStringLiteral("window-approval"), QStringLiteral("window-log")};
    const QString page = parser.value(QStringLiteral("page"));
    const bool known = pages.contains(page) || page.startsWith(QLatin1String("run-detail-"));
    if (!page.isEmpty() && !known)
        return Error{ErrorCode::InvalidInput,
                     "there is no page \"" + page.toStdString() + "\"; there are " + pages.join(u", ").toStdString()};
    const QString language = parser.value(QStringLiteral("language"));
    if (!language.isEmpty() && language != QLatin1String("system") && !ui::Language::known().contains(language))
        return Error{ErrorCode::InvalidInput, "--language is en, de, ja or system"};

    const bool gallery = parser.isSet(QStringLiteral("gallery"));
    if (gallery && (parser.isSet(QStringLiteral("grab")) || parser.isSet(QStringLiteral("demo"))))
        return Error{ErrorCode::InvalidInput, "--gallery has neither --grab nor --demo"};

    Options options;
    options.gallery = gallery;
    options.language = language;
    options.store = parser.value(QStringLiteral("store")).toStdString();
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    options.theme = theme;
    options.link = links.value(0);
    if (parser.isSet(QStringLiteral("screenshots")) || parser.isSet(QStringLiteral("grab")))
        readScreenshots(parser, options);
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace signalbox::console
