// SPDX-License-Identifier: GPL-3.0-or-later
// The console: the engine of this process, and a window on it.
#include "app/console/linkdoor.h"
#include "app/console/options.h"
#include "app/console/screen.h"
#include "core/host/demo.h"
#include "core/host/localagenthost.h"
#include "core/host/workspace.h"
#include "core/local/standardstreams.h"
#include "ui/gallery/gallery.h"
#include "ui/models/language.h"
#include "ui/models/words.h"
#include "ui/shell/housestyle.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startfailure.h"
#include "ui/shell/tray.h"
#include "ui/shell/turnwatch.h"

#include <QApplication>
#include <QScreen>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

using namespace signalbox;

constexpr int kBadUsage = 2;
constexpr int kOutsideFailed = 3;
constexpr int kStoreUnusable = 4;
constexpr int kWidth = 1440;
constexpr int kHeight = 900;
constexpr int kUnscaled = 100; // percent

int fail(int status, const std::string& what)
{
    std::fprintf(stderr, "signalbox: %s\n", what.c_str());
    return status;
}

/// There is somebody who looks at a window.
bool hasScreen(const console::Options& options)
{
    const QString platform = QGuiApplication::platformName();
    return !options.screenshots && platform != QStringLiteral("offscreen") && platform != QStringLiteral("minimal");
}

/// Whoever started it from a desktop sees no stream.
int failToOpen(const console::Options& options, const ui::Preferences& preferences, int status, const Error& error)
{
    fail(status, error.detail);
    if (!hasScreen(options))
        return status;
    ui::HouseStyle::install();
    const ui::ThemeSource themes(options.theme ? *options.theme : *console::themeNamed(preferences.theme()));
    const std::string store = options.store.empty() ? host::Workspace::defaultStore().string() : options.store;
    ui::StartFailure(themes, error, ui::text(error.detail), ui::text(store)).exec();
    return status;
}

/// The pipelines of the demo, on a pool thread: starting them reads git repositories.
void startDemoLater(host::Runtime& runtime)
{
    runtime.pool().post([&runtime] {
        if (const auto started = host::startDemo(runtime); !started)
            fail(0, started.error().detail);
    });
}

int takeScreenshots(ui::MainWindow& window, host::AgentHost& engine, ui::ThemeSource& themes,
                    const ui::Screenshots::Wanted& wanted)
{
    ui::Screenshots screenshots(window, engine, themes, wanted);
    int status = 0;
    QObject::connect(&screenshots, &ui::Screenshots::finished, &window, [&status](int, const QString& failure) {
        if (!failure.isEmpty())
            status = fail(kOutsideFailed, failure.toStdString());
        QCoreApplication::quit();
    });
    screenshots.start();
    QCoreApplication::exec();
    return status;
}

#ifndef NDEBUG
void tellOfLongTurn(const ui::Turn& turn)
{
    std::fprintf(stderr, "signalbox: the interface was busy for %.0f ms: %s\n",
                 std::chrono::duration<double, std::milli>(turn.cpuTime).count(), qUtf8Printable(turn.what));
}
#endif

/// Where the window was, and what it wears; a picture of it depends on neither.
void remember(ui::MainWindow& window, ui::ThemeSource& themes, ui::Preferences& preferences)
{
    if (!window.restoreGeometry(preferences.geometry()))
        window.resize(QSize(kWidth, kHeight).boundedTo(window.screen()->availableSize()));
    QObject::connect(&themes, &ui::ThemeSource::chosen, &window, [&preferences](ui::ThemeSource::Choice choice) {
        preferences.setTheme(console::themeName(choice));
    });
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &window,
                     [&] { preferences.setGeometry(window.saveGeometry()); });
}

/// In percent, unless the environment has another one. Below 100 Qt 6.4 cuts each part of a window to that share of it,
/// if it is not told to draw at 100 and to shrink the whole.
void takeUpScale(int percent)
{
    constexpr const char* kFactor = "QT_SCALE_FACTOR";
    if (!qEnvironmentVariableIsSet(kFactor) && percent != kUnscaled)
        qputenv(kFactor, QByteArray::number(percent / 100.0));
    if (qEnvironmentVariableIsSet(kFactor) && qgetenv(kFactor).toDouble() < 1)
        qputenv("QT_WIDGETS_HIGHDPI_DOWNSCALE", "1");
}

/// Both themes side by side, or the one that is asked for.
int showGallery(const console::Options& options)
{
    using Choice = ui::ThemeSource::Choice;
    ui::HouseStyle::install();
    ui::Gallery gallery(options.theme ? std::vector{*options.theme} : std::vector{Choice::Dark, Choice::Light});
    int status = 0;
    QObject::connect(&gallery, &ui::Gallery::pictured, &gallery, [&status](int, const QString& failure) {
        if (!failure.isEmpty())
            status = fail(kOutsideFailed, failure.toStdString());
        QCoreApplication::quit();
    });
    gallery.resize(kWidth, kHeight);
    gallery.show();
    if (options.screenshots)
        gallery.takePictures(options.screenshots->folder);
    return std::max(QCoreApplication::exec(), status);
}

bool follow(const QString& link, ui::MainWindow& window)
{
    const auto place = console::placeOf(link);
    if (!place)
        return false;
    window.bringToFront();
    window.go(*place);
    return true;
}

int run(const console::Options& options, ui::Preferences& preferences)
{
    const auto workspace = host::Workspace::load(options.store);
    console::LinkDoor door(workspace ? QString::fromStdString(workspace->store.string()) : QString());
    if (!options.link.isEmpty() && door.handOver(options.link))
        return 0;
    if (options.demo) {
        if (const auto made = host::makeDemo(options.store, {}); !made)
            return failToOpen(options, preferences,
                              made.error().code == ErrorCode::InvalidInput ? kBadUsage : kOutsideFailed, made.error());
    }
    auto engine = host::LocalAgentHost::open(options.store);
    if (!engine)
        return failToOpen(options, preferences,
                          engine.error().code == ErrorCode::InvalidInput ? kBadUsage : kStoreUnusable, engine.error());
    const SystemClock clock;
    const bool pictures = options.screenshots.has_value();
    ui::ThemeSource themes(options.theme  ? *options.theme
                               : pictures ? ui::ThemeSource::Choice::System
                                          : *console::themeNamed(preferences.theme()));
    ui::MainWindow window(**engine, themes, preferences, clock);
    if (pictures)
        window.resize(kWidth, kHeight);
    else
        remember(window, themes, preferences);
    window.show();
    if (options.screenshots)
        return takeScreenshots(window, **engine, themes, *options.screenshots);
    const ui::Tray tray(window, **engine, themes, clock);
    if (!options.link.isEmpty())
        follow(options.link, window);
    door.open([&window](const QString& link) { return follow(link, window); },
              [](const QString& what) { fail(0, what.toStdString()); });
    (*engine)->start();
    if (options.demo)
        startDemoLater((*engine)->runtime());
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    local::reserveStandardStreams();
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    const auto options = console::readOptions(arguments);
    if (!options)
        return fail(kBadUsage, options.error().detail + "; see signalbox --help");
    int count = 1;
    if (options->help || options->version) { // needs no screen
        const QCoreApplication application(count, argv);
        std::puts(options->help ? qUtf8Printable(console::helpText()) : "signalbox " SIGNALBOX_VERSION);
        return 0;
    }
    ui::Preferences preferences;
    takeUpScale(options->screenshots ? kUnscaled : preferences.scale());
    std::optional<console::Screen> screen(std::in_place);
#ifdef NDEBUG
    QApplication application(count, argv);
#else
    ui::WatchedApplication application(count, argv, tellOfLongTurn);
#endif
    screen.reset();
    QApplication::setApplicationName(QStringLiteral("Signalbox"));
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("signalbox"));
    // A picture shows what its caller asks for, not what this user has chosen.
    const QString usual = options->screenshots ? QStringLiteral("system") : preferences.language();
    const ui::Language language(options->language.isEmpty() ? usual : options->language);
    return options->gallery ? showGallery(*options) : run(*options, preferences);
}
