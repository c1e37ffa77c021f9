// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray.h"

#include "ui/models/linetracks.h"
#include "ui/models/needs.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/shell/mainwindow.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr int kTickEvery_ms = 5000;
constexpr int kSide = 22;
constexpr int kMorning = 7; // o'clock

QString iconName(Tray::Arm arm)
{
    switch (arm) {
    case Tray::Arm::Clear: return QStringLiteral("tray-clear");
    case Tray::Arm::Held: return QStringLiteral("tray-held");
    case Tray::Arm::Offline: break;
    }
    return QStringLiteral("tray-offline");
}

/// The arm, and how many are held.
QPixmap picture(const Theme& theme, Tray::Arm arm, std::size_t held)
{
    QPixmap drawn = theme.pixmap(iconName(arm), theme.text.primary, kSide);
    if (arm != Tray::Arm::Held || held == 0)
        return drawn;
    QPainter painter(&drawn);
    QFont font = theme.font(Type::Caption);
    font.setPixelSize(10);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place(kSide - 12, kSide - 12, 12, 12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.status(Hue::Waiting).fill);
    painter.drawEllipse(place);
    painter.setPen(theme.status(Hue::Waiting).onFill);
    painter.drawText(place, Qt::AlignCenter, held > 9 ? QStringLiteral("9+") : QString::number(held));
    return drawn;
}

} // namespace

Tray::Tray(MainWindow& window, host::AgentHost& engine, const ThemeSource& themes, const Clock& clock)
    : m_window(window), m_engine(engine), m_themes(themes), m_clock(clock), m_notices(engine.person()), m_desktop(this)
{
    build();
    connect(&engine, &host::AgentHost::approvalsLoaded, this, &Tray::take);
    connect(&engine, &host::AgentHost::storeFailed, this, [this] {
        if (!m_lostAt)
            m_lostAt = m_clock.now();
        show();
    });
    connect(&engine, &host::AgentHost::holdChanged, this, [this](const std::vector<host::Hold>& holds) {
        m_holds = holds;
        show();
    });
    const auto found = [this] {
        if (m_lostAt.has_value())
            m_lostAt.reset();
        show();
    };
    connect(&engine, &host::AgentHost::runsChanged, this, found);
    connect(&engine, &host::AgentHost::approvalsChanged, this, found);
    connect(&window, &MainWindow::sourcesChanged, this, [this](const QList<SourceWords>& sources) {
        m_sources = sources;
        tick();
    });
    connect(&themes, &ThemeSource::changed, this, &Tray::show);
    connect(&m_desktop, &DesktopNotices::opened, this, &Tray::open);
    connect(&m_desktop, &DesktopNotices::unavailable, this, [this](const Notice& notice) {
        m_inTray = notice;
        m_icon.showMessage(notice.title, notice.body);
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_inTray)
            open(*m_inTray);
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            m_window.bringToFront();
    });
    m_ticker.setInterval(kTickEvery_ms);
    connect(&m_ticker, &QTimer::timeout, this, &Tray::tick);
    m_ticker.start();
    show();
    m_icon.show();
}

void Tray::build()
{
    const auto add = [this](const QString& words, auto work) {
        QAction* action = m_menu.addAction(words);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    m_firstFixed = m_menu.addSeparator();
    add(tr("Hold all"), [this] { m_window.holdAll(); });
    m_menu.addSeparator();
    m_quietHour = add(tr("Do not disturb for 1\u202fh"), [this] { disturbNot(m_clock.now() + std::chrono::hours(1)); });
    m_quietNight = add(tr("Do not disturb until morning"), [this] { disturbNot(morning()); });
    m_loud = add(tr("Disturb again"), [this] { disturbNot(std::nullopt); });
    m_loud->setVisible(false);
    m_menu.addSeparator();
    add(tr("Open Signalbox"), [this] { m_window.bringToFront(); });
    add(tr("Quit"), [this] { m_window.askToQuit(); });
    m_icon.setContextMenu(&m_menu);
}

/// The next seven o'clock of this machine's zone.
UtcTime Tray::morning() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toUnixMs(m_clock.now()));
    QDateTime morning(now.date(), QTime(kMorning, 0));
    if (morning <= now)
        morning = morning.addDays(1);
    return fromUnixMs(morning.toMSecsSinceEpoch());
}

void Tray::disturbNot(std::optional<UtcTime> until)
{
    m_notices.setQuietUntil(until);
    show();
}

void Tray::take(const std::vector<gate::Approval>& approvals)
{
    m_approvals = approvals;
    tick();
}

void Tray::tick()
{
    const UtcTime now = m_clock.now();
    tell(m_notices.due(m_approvals, now));
    if (!m_sources.isEmpty())
        tell(m_notices.silences(m_sources, m_approvals, now));
    show();
}

void Tray::tell(const std::vector<Notice>& notices)
{
    for (const Notice& notice : notices) {
        emit noticed(notice);
        m_window.announce(notice);
        m_desktop.show(notice);
    }
}

std::optional<UtcTime> Tray::silentSince(UtcTime now) const
{
    std::optional<UtcTime> since;
    for (const SourceWords& source : m_sources) {
        if (!isSilent(source, now)) // among them this computer
            return std::nullopt;
        const UtcTime heard = source.heard.value_or(*source.lostAt);
        since = since ? std::min(*since, heard) : heard;
    }
    return since;
}

void Tray::open(const Notice& notice)
{
    if (notice.approval)
        m_window.go({PageKind::Approvals, {}, -1, *notice.approval});
    else
        m_window.go({PageKind::Overview, {}, -1, {}});
    m_window.bringToFront();
}

void Tray::show()
{
    const UtcTime now = m_clock.now();
    auto needs = needsOf(m_approvals, now);
    std::erase_if(needs, [](const Need& need) { return need.elsewhere; });
    const auto silent = m_lostAt ? m_lostAt : silentSince(now);
    const bool showsNeeds = !m_lostAt && !needs.empty(); // what can be decided
    m_arm = showsNeeds ? Arm::Held : silent ? Arm::Offline : Arm::Clear;
    m_icon.setIcon(QIcon(picture(m_themes.theme(), m_arm, needs.size())));
    const int held = static_cast<int>(needs.size());
    if (showsNeeds)
        m_icon.setToolTip(
            tr("Signalbox: %n held for you, next by %1.", nullptr, held).arg(nextDeadline(needs.front())));
    else if (silent)
        m_icon.setToolTip(tr("Signalbox: no data since %1.").arg(dayTime(*silent, now)));
    else
        m_icon.setToolTip(clearText());
    const bool quiet = m_notices.isQuiet(now);
    m_window.showNotices(quiet ? tr("Notifications off until %1").arg(shortTime(*m_notices.quietUntil()))
                               : tr("Notifications on"),
                         !quiet);
    m_quietHour->setVisible(!quiet);
    m_quietNight->setVisible(!quiet);
    m_loud->setVisible(quiet);
    showNeeds(now);
}

QString Tray::nextDeadline(const Need& first) const
{
    const auto found = std::ranges::find(m_approvals, first.approval, &gate::Approval::id);
    return found == m_approvals.end() ? QString() : dayTime(found->deadline, m_clock.now());
}

QString Tray::clearText() const
{
    const auto tracks = lineTracks(m_window.runs().all(), m_engine.lines());
    if (gate::holds(m_holds, {}))
        return tr("Signalbox: all lines held.");
    const auto clear = static_cast<int>(std::ranges::count_if(tracks, [this](const LineTrack& track) {
        return track.isClear() && track.run != RunId() && !gate::holds(m_holds, track.line.toStdString());
    }));
    return clear == 1 ? tr("Signalbox: 1 line clear.") : tr("Signalbox: %n lines clear.", nullptr, clear);
}

/// Each opens its evidence.
void Tray::showNeeds(UtcTime now)
{
    if (m_menu.isVisible())
        return; // not under the hand
    for (QAction* old : std::exchange(m_needs, {})) {
        m_menu.removeAction(old);
        old->deleteLater(); // it may be the one that was just chosen
    }
    for (const Need& need : needsOf(m_approvals, now)) {
        auto* action = new QAction(tr("Review %1, %2").arg(need.title, need.left), &m_menu);
        connect(action, &QAction::triggered, this, [this, id = need.approval] { open({{}, {}, {}, id}); });
        m_menu.insertAction(m_firstFixed, action);
        m_needs.append(action);
    }
}

} // namespace signalbox::ui
