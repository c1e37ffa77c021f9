// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/wallview.h"

#include "ui/models/approvallistmodel.h"
#include "ui/models/needs.h"
#include "ui/models/runtablemodel.h"
#include "ui/models/silencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/shell/wallpen.h"
#include "ui/widgets/statuslook.h"
#include "ui/widgets/trackparts.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {

constexpr double kWide = 1440;
constexpr double kHigh = 900;
constexpr int kSecond_ms = 1000;
// Where the parts stand on a screen of that size.
constexpr double kLeft = 44;
constexpr double kTrackBegin = 308;
constexpr double kNeeds = 360; // wide
constexpr double kLeastNeeds_px = 252; // for its words, which do not shrink below their least size
constexpr double kGap = 60; // between tracks and needs
constexpr double kTrackEnd = 760;
constexpr double kClearEnd = 827; // of the track of a line that is clear
constexpr double kStateSize = 26;
constexpr double kGlyphGap = 10;
constexpr double kStateGap = 40; // between a track and its state
constexpr double kRight = 1396;
constexpr double kMast = 32; // of a gate
constexpr double kBeforeArm = 55; // a pill ends
constexpr double kArmGap = 3; // to the track that leads there
constexpr double kLead = 28; // of live track before a pill
constexpr double kLive = 8; // its width
// Of the way along a track; the gate stands where it is seen at a glance, what is on its way behind it.
constexpr std::array<double, kStages> kStops{0, 0.2, 0.34, 0.46, 0.6, 0.82};
constexpr double kTop = 124;
constexpr double kFoot = 829;
constexpr double kTallRow = 94;
constexpr double kRow = 62;
constexpr double kNeedRow = 173;

QString words(const QList<SentencePart>& parts)
{
    QStringList all;
    for (const auto& part : parts)
        all << part.words;
    return all.join(u' ');
}

} // namespace

WallView::WallView(const ThemeSource& themes, const Sources& sources, QWidget* parent)
    : QWidget(parent, Qt::Window), m_themes(themes), m_sources(sources), m_pace(themes.theme().size.runningArcPeriod_ms)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Signalbox, wall"));
    setMinimumSize(themes.theme().size.minWindowWidth, themes.theme().size.minWindowHeight);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    connect(&m_pace, &Pace::stepped, this, qOverload<>(&QWidget::update));
    m_second.setInterval(kSecond_ms);
    connect(&m_second, &QTimer::timeout, this, &WallView::refresh);
    connect(&sources.engine, &host::AgentHost::holdChanged, this, [this](const std::vector<host::Hold>& holds) {
        m_holds = holds;
        refresh();
    });
}

void WallView::setAgents(int running)
{
    m_agents = running;
    update();
}

void WallView::setSources(const QList<SourceWords>& sources)
{
    m_sourceWords = sourcesLine(sources);
    m_told = sources;
    refresh();
}

void WallView::setStoreWorks(bool works)
{
    m_works = works;
    update();
}

void WallView::setStill(bool still)
{
    m_pace.setStill(still);
}

void WallView::leave()
{
    hide();
}

void WallView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_second.start();
}

void WallView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_second.stop();
    move();
}

void WallView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F11 || event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void WallView::refresh()
{
    m_tracks = lineTracks(m_sources.runs.all(), m_sources.engine.lines());
    tellHolds(m_tracks, m_holds);
    m_sentence = silenceParts(m_told, m_sources.clock.now(), Saying::Wall);
    m_sentence += overviewSentence(m_tracks, countsOf(needs()), m_holds, Saying::Wall,
                                   silentSince(m_told, m_sources.clock.now()));
    if (const QString name = words(m_sentence); name != accessibleName()) // each that is set is told to readers
        setAccessibleName(name);
    move();
    if (!m_pace.isGoing()) // which paints it, too
        update();
}

void WallView::move()
{
    m_pace.setMoving(isVisible() && std::ranges::any_of(m_tracks, ui::isMoving, &LineTrack::role));
}

std::vector<Need> WallView::needs() const
{
    std::vector<gate::Approval> open;
    for (int row = 0; const gate::Approval* approval = m_sources.approvals.at(row); ++row)
        open.push_back(*approval);
    return needsOf(open, m_sources.clock.now());
}

void WallView::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    Pen pen{QPainter(this), theme, std::min(width() / kWide, height() / kHigh)};
    pen.painter.setRenderHint(QPainter::Antialiasing);
    pen.painter.fillRect(rect(), theme.surface.window);
    divide(pen);
    pen.painter.translate((width() - kWide * pen.scale) / 2, (height() - kHigh * pen.scale) / 2);
    paintSentence(pen);
    if (m_parts >= kWithTracks)
        paintTracks(pen);
    if (m_parts >= kWhole) {
        paintNeeds(pen);
        paintFoot(pen);
    }
    m_smallest = pen.smallest;
    m_cut = pen.cut;
    if (m_parts < kWhole) {
        ++m_parts;
        QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
    }
}

/// Where the columns stand: words keep their size in a small window, the tracks give way.
void WallView::divide(Pen& pen) const
{
    pen.needsLeft = kRight - std::max(kNeeds, kLeastNeeds_px / pen.scale);
    pen.tracksRight = pen.needsLeft - kGap;
    pen.type(kStateSize, QFont::DemiBold);
    double state = 0;
    for (const auto& track : m_tracks)
        if (!track.isClear())
            state = std::max(state, QFontMetricsF(pen.painter.font()).horizontalAdvance(label(track.role)));
    pen.trackEnd = std::min(kTrackEnd, pen.tracksRight - kStateGap - kStateSize - kGlyphGap - state / pen.scale - 1);
    double pill = 0;
    for (const auto& track : m_tracks)
        if (track.isClear())
            pill = std::max(pill, pillWidth(pen, track));
    pen.clearEnd = std::max(pen.trackEnd, std::min(kClearEnd, pen.tracksRight - kStateGap - pill / pen.scale));
}

void WallView::paintSentence(Pen& pen) const
{
    const Theme& theme = pen.theme;
    pen.type(58, QFont::Normal);
    const double clock = pen.write(QRectF(pen.at(900), pen.at(30), pen.at(kRight - 900), pen.at(74)),
                                   theme.text.primary, shortTime(m_sources.clock.now()), Qt::AlignRight);
    double left = pen.at(kLeft);
    const double right = pen.at(kRight) - clock - pen.at(40);
    double gap = 0;
    QList<SentencePart> sentence = m_sentence;
    const auto fits = [&] {
        const QFontMetricsF metrics(pen.painter.font());
        gap = metrics.horizontalAdvance(u' ');
        double wide = 1; // for what rounding takes
        for (const auto& part : sentence)
            wide += metrics.horizontalAdvance(part.words) + gap;
        return wide <= right - left;
    };
    for (const int size : {44, 36, 28, 22, 18}) { // the largest at which all of it is read
        pen.type(size, QFont::DemiBold);
        if (fits())
            break;
    }
    while (sentence.size() > 1 && !sentence.constLast().role && !fits())
        sentence.removeLast(); // in a small window quiet parts give way to those that need somebody
    for (const auto& part : sentence) {
        const QColor ink = part.role ? theme.status(hueOf(*part.role)).fg : theme.text.secondary;
        left += pen.write(QRectF(left, pen.at(30), std::max(0.0, right - left), pen.at(74)), ink, part.words) + gap;
    }
}

void WallView::paintTracks(Pen& pen) const
{
    double top = kTop;
    std::size_t shown = 0;
    for (const auto& track : m_tracks) {
        const double tall = track.isClear() ? kRow : kTallRow;
        const double rest = m_tracks.size() - shown > 1 ? kRow : 0; // for the line that says how many more
        if (top + tall + rest > kFoot)
            break;
        paintTrack(pen, track, top, tall);
        top += tall;
        ++shown;
    }
    if (shown == m_tracks.size())
        return;
    const int rest = static_cast<int>(m_tracks.size() - shown);
    pen.type(24, QFont::Normal);
    pen.write(QRectF(pen.at(kLeft), pen.at(top), pen.at(pen.tracksRight - kLeft), pen.at(kRow)),
              pen.theme.text.secondary, rest == 1 ? tr("1 more line") : tr("%n more lines", nullptr, rest));
}

void WallView::paintTrack(Pen& pen, const LineTrack& track, double top, double tall) const
{
    const Theme& theme = pen.theme;
    QPainter& painter = pen.painter;
    const bool quiet = track.isClear();
    const StatusColours& colours = theme.status(hueOf(track.role));
    pen.type(quiet ? 25 : 32, quiet ? QFont::Normal : QFont::Medium);
    pen.write(QRectF(pen.at(kLeft), pen.at(top), pen.at(kTrackBegin - kLeft - 20), pen.at(tall)),
              quiet ? theme.text.secondary : theme.text.primary, track.line);

    const double y = pen.at(top + tall / 2);
    const auto stop = [&](int stage) {
        return pen.at(kTrackBegin + (pen.trackEnd - kTrackBegin) * kStops[static_cast<std::size_t>(stage)]);
    };
    const int at = static_cast<int>(track.at);
    painter.setPen(QPen(theme.border.strong, pen.at(4), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(stop(0), y), QPointF(pen.at(quiet ? pen.clearEnd : pen.trackEnd), y));
    const double gate = stop(static_cast<int>(Stage::Gate));
    const bool waits = track.at == Stage::Gate && !quiet; // stands before it
    const double wide = pillWidth(pen, track);
    const double middle
        = waits ? gate - pen.at(kBeforeArm) - wide / 2 : std::max(stop(at), pen.at(kTrackBegin) + wide / 2);
    if (!quiet) {
        const double begin = std::min(stop(std::max(0, at - 1)), middle - wide / 2 - pen.at(waits ? kLead : 0));
        paintLive(pen, track, QLineF(begin, y, waits ? gate - pen.at(kArmGap) : stop(at), y), middle - wide / 2);
    }
    paintArm(painter,
             {.foot = QPointF(gate, y),
              .mast = pen.at(!quiet           ? kMast
                                 : track.held ? 26
                                              : 20),
              .stroke = pen.at(quiet ? 3 : 4),
              .length = pen.at(quiet ? 14 : 22),
              .height = pen.at(quiet ? 6.5 : 8.5),
              .level = track.held},
             theme);
    if (!track.pill.isEmpty()) // an install has no number
        paintPill(pen, track, quiet ? pen.at(pen.tracksRight) - wide / 2 : middle, y);
    pen.rule(kLeft, pen.tracksRight, top + tall);
    if (quiet)
        return;
    pen.type(kStateSize, QFont::DemiBold);
    const double side = pen.at(kStateSize);
    const double state = pen.write(QRectF(pen.at(pen.trackEnd + kStateGap), pen.at(top),
                                          pen.at(pen.tracksRight - pen.trackEnd - kStateGap), pen.at(tall)),
                                   colours.fg, label(track.role), Qt::AlignRight);
    paintGlyph(painter, QRectF(pen.at(pen.tracksRight) - state - side - pen.at(kGlyphGap), y - side / 2, side, side),
               track.role, theme);
}

void WallView::paintLive(Pen& pen, const LineTrack& track, const QLineF& live, double pillLeft) const
{
    const QColor ink = pen.theme.status(hueOf(track.role)).fill;
    pen.painter.setPen(QPen(ink, pen.at(kLive), Qt::SolidLine, Qt::RoundCap));
    pen.painter.drawLine(live);
    const auto moved = m_pace.at();
    if (moved && ui::isMoving(track.role) && pillLeft > live.x1())
        paintTravelling(pen.painter, QLineF(live.p1(), QPointF(pillLeft, live.y1())), *moved, pen.at(kLive),
                        pen.theme.surface.window);
}

double WallView::pillWidth(Pen& pen, const LineTrack& track) const
{
    const bool quiet = track.isClear();
    pen.type(quiet ? 22 : 27, quiet ? QFont::Normal : QFont::DemiBold);
    return QFontMetricsF(pen.painter.font()).horizontalAdvance(track.pill) + pen.at(36);
}

/// Around `middle`.
void WallView::paintPill(Pen& pen, const LineTrack& track, double middle, double y) const
{
    const Theme& theme = pen.theme;
    QPainter& painter = pen.painter;
    const bool quiet = track.isClear();
    const StatusColours& colours = theme.status(hueOf(track.role));
    const double wide = pillWidth(pen, track);
    const double high = std::max(pen.at(quiet ? 36 : 48), QFontMetricsF(painter.font()).height() + 4);
    const QRectF pill(middle - wide / 2, y - high / 2, wide, high);
    painter.setPen(quiet ? QPen(theme.border.control, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(quiet ? QBrush(theme.surface.window) : QBrush(colours.fill));
    painter.drawRoundedRect(pill, high / 2, high / 2);
    pen.write(pill, quiet ? theme.text.secondary : colours.onFill, track.pill, Qt::AlignHCenter);
}

void WallView::paintNeeds(Pen& pen) const
{
    const Theme& theme = pen.theme;
    const UtcTime now = m_sources.clock.now();
    double top = kTop;
    pen.rule(pen.needsLeft, kRight, top);
    for (const Need& need : needs()) {
        if (top + kNeedRow > kFoot)
            break;
        const StatusColours& colours = theme.status(hueOf(need.role));
        pen.painter.setPen(Qt::NoPen);
        pen.painter.setBrush(colours.fill);
        pen.painter.drawRoundedRect(QRectF(pen.at(pen.needsLeft), pen.at(top + 23), pen.at(7), pen.at(126)), 3, 3);
        const auto line = [&](double from, double high, double inset = 24) {
            return QRectF(pen.at(pen.needsLeft + inset), pen.at(top + from), pen.at(kRight - pen.needsLeft - inset),
                          pen.at(high));
        };
        const double side = pen.at(26);
        paintGlyph(pen.painter, QRectF(pen.at(pen.needsLeft + 24), pen.at(top + 23), side, side), need.role, theme);
        pen.type(28, QFont::DemiBold);
        pen.write(line(18, 36, 64), theme.text.primary, need.title);
        const gate::Approval* approval = m_sources.approvals.find(need.approval);
        pen.type(60, QFont::Normal);
        pen.write(line(54, 70), colours.fg, approval ? timeLeft(approval->deadline, now) : need.left);
        pen.type(22, QFont::Normal);
        pen.write(line(124, 30), theme.text.secondary, need.note);
        top += kNeedRow;
        pen.rule(pen.needsLeft, kRight, top);
    }
}

void WallView::paintFoot(Pen& pen) const
{
    const Theme& theme = pen.theme;
    pen.rule(kLeft, kRight, kFoot);
    pen.type(22, QFont::Normal);
    const QRectF line(pen.at(kLeft), pen.at(kFoot + 8), pen.at(kRight - kLeft), pen.at(48));
    const QString source = m_works ? m_sourceWords : tr("Store cannot be written");
    const QColor ink = m_works ? theme.text.secondary : theme.status(Hue::Critical).fg;
    const double wide = pen.write(line, ink, source);
    pen.write(line.adjusted(wide + pen.at(36), 0, 0, 0), theme.text.secondary,
              m_agents == 1 ? tr("1 agent") : tr("%n agents", nullptr, m_agents));
    const QDateTime local = inZone(m_sources.clock.now());
    const QString day = dayName(m_sources.clock.now());
    const double hint = pen.write(line, theme.text.tertiary, tr("F11 leaves"), Qt::AlignRight);
    pen.write(line.adjusted(0, 0, -hint - pen.at(36), 0), theme.text.secondary,
              tr("%1, %2").arg(day, local.timeZoneAbbreviation()), Qt::AlignRight);
}

} // namespace signalbox::ui
