// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/trackpainter.h"

#include "ui/models/trackmodel.h"
#include "ui/widgets/pace.h"
#include "ui/widgets/rowground.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/statuslook.h"
#include "ui/widgets/trackparts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

constexpr int kRowHeight = 45;
constexpr int kEdge = 4; // a heading keeps from the panel's
constexpr double kTrackAt = 27.5; // below the top of a row: notes stand above it
constexpr double kStopRadius = 3.25;
constexpr double kLive = 4; // width of the piece of track that leads to the pill
constexpr auto kGate = static_cast<std::size_t>(Stage::Gate);
constexpr double kBeforeArm = 10; // the track that leads to a closed gate ends
constexpr double kBesideArm = 6; // a note keeps from its blade
constexpr double kBesidePill = 0.6; // of the way to its middle: what moves is not hidden by it
constexpr int kPillHeight = 21;
constexpr int kPillRoom = 11; // beside its words
constexpr int kLatelyWidth = 112;
constexpr int kLatelyHeight = 14;
constexpr int kNarrow = 640; // without the last runs
/// The last stage that a line without releases can reach.
constexpr Stage kLastKnown = Stage::Test;

bool isQuiet(const LineTrack& track)
{
    return hueOf(track.role) == Hue::Nominal;
}

} // namespace

TrackPlan::TrackPlan(int wide, Qt::LayoutDirection reading) : width(wide), direction(reading)
{
    // As in the drawing at 849 pixels; what is more goes to the track.
    constexpr int kDrawn = 849;
    constexpr std::array<int, kStages> kStops{177, 263, 349, 435, 531, 662};
    const bool narrow = width < kNarrow;
    latelyWidth = narrow ? 0 : kLatelyWidth;
    right = width - 16;
    lately = width - 16 - kLatelyWidth;
    const int drawnEnd = narrow ? kStops.back() + 40 : kDrawn;
    const double stretch = static_cast<double>(width - kStops.front()) / (drawnEnd - kStops.front());
    for (std::size_t at = 0; at < stops.size(); ++at)
        stops[at] = kStops.front() + static_cast<int>((kStops[at] - kStops.front()) * stretch);
    nameWidth = kStops.front() - name - 24;
}

QRectF TrackPlan::onScreen(const QRectF& place) const
{
    return direction == Qt::RightToLeft ? QRectF(width - place.right(), place.top(), place.width(), place.height())
                                        : place;
}

TrackDelegate::TrackDelegate(const ThemeSource& themes, const Pace& pace, QObject* parent)
    : QStyledItemDelegate(parent), m_themes(themes), m_pace(pace)
{
}

QSize TrackDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, kRowHeight};
}

void TrackDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const auto* model = qobject_cast<const TrackModel*>(index.model());
    const LineTrack* track = model ? model->at(index.row()) : nullptr;
    if (!track)
        return;
    const TrackPlan plan(option.rect.width(), painter->layoutDirection());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(option.rect, theme.accent.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.surface.raised);
    const QRectF rule = plan.onScreen(QRectF(plan.name, option.rect.bottom(), plan.right - plan.name, 1));
    paintRowRule(*painter, option, rule.translated(option.rect.left(), 0).toRect(), theme);

    painter->setFont(theme.font(isQuiet(*track) ? Type::Body : Type::BodyStrong));
    const RowInk ink = rowInk(option, theme);
    painter->setPen(isQuiet(*track) ? ink.secondary : ink.primary);
    const QRectF name = plan.onScreen(QRectF(plan.name, option.rect.top() + kTrackAt - 10, plan.nameWidth, 20));
    drawLine(*painter, name.translated(option.rect.left(), 0), Qt::AlignLeft, track->line);
    paintTrack(*painter, option.rect, *track);
    if (plan.latelyWidth > 0)
        paintLately(*painter, option.rect, *track);
    painter->restore();
}

void TrackDelegate::paintTrack(QPainter& painter, const QRect& row, const LineTrack& track) const
{
    const Theme& theme = m_themes.theme();
    const TrackPlan plan(row.width(), painter.layoutDirection());
    const double y = row.top() + kTrackAt;
    const double forward = plan.direction == Qt::RightToLeft ? -1 : 1;
    const auto x = [&](std::size_t stage) { return row.left() + plan.onScreen(plan.stops[stage]); };
    const auto at = static_cast<std::size_t>(track.at);
    const auto known = std::max(static_cast<std::size_t>(kLastKnown), at);

    painter.setPen(QPen(theme.border.strong, theme.size.graphEdgeTaken));
    painter.drawLine(QPointF(x(0), y), QPointF(x(known), y));
    if (known + 1 < plan.stops.size()) { // no source tells about these stages
        QPen dashed(theme.border.subtle, 1.5);
        dashed.setDashPattern({3, 4});
        painter.setPen(dashed);
        painter.drawLine(QPointF(x(known) + forward * (kStopRadius + 2), y), QPointF(x(plan.stops.size() - 1), y));
    }
    for (std::size_t stop = 0; stop <= known; ++stop) {
        if (stop == kGate) // has an arm instead
            continue;
        painter.setPen(QPen(theme.border.control, 1.5));
        painter.setBrush(theme.surface.panel);
        painter.drawEllipse(QPointF(x(stop), y), kStopRadius, kStopRadius);
    }
    // What waits at the gate stands before it.
    const double end = x(at) - (at == kGate ? forward * kBeforeArm : 0);
    if (!isQuiet(track) && at > 0) {
        const QLineF live(QPointF(x(at - 1), y), QPointF(end, y));
        painter.setPen(QPen(theme.status(hueOf(track.role)).fill, kLive, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(live);
        if (const auto moved = m_pace.at(); moved && isMoving(track.role))
            paintTravelling(painter, {live.p1(), live.pointAt(kBesidePill)}, *moved, kLive, theme.surface.panel);
    }
    paintArm(painter, {.foot = QPointF(x(kGate), y), .level = track.held, .forward = forward}, theme);
    if (!track.pill.isEmpty())
        paintPill(painter, QPointF(at == kGate ? (x(at - 1) + end) / 2 : end, y), track);
    if (!track.note.isEmpty())
        paintNote(painter, row, track);
}

/// Above the track, before the arm where both would stand in one place.
void TrackDelegate::paintNote(QPainter& painter, const QRect& row, const LineTrack& track) const
{
    const Theme& theme = m_themes.theme();
    const TrackPlan plan(row.width(), painter.layoutDirection());
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.status(hueOf(track.role)).fg);
    const QFontMetrics metrics(painter.font());
    const double whole = metrics.horizontalAdvance(track.note);
    const double first = plan.stops[0] - 6.0;
    const double arm = plan.stops[kGate] - Arm{.level = track.held}.reach() - kBesideArm;
    double left = std::max(first, plan.stops[static_cast<std::size_t>(track.at)] - 24.0);
    if (left < plan.stops[kGate] && left + whole > arm)
        left = std::max(first, arm - whole);
    const double end = left < plan.stops[kGate] ? arm : plan.latelyWidth > 0 ? plan.lately - 12 : plan.right;
    const QString words = metrics.elidedText(track.note, Qt::ElideRight, static_cast<int>(std::ceil(end - left)));
    const QRectF place = plan.onScreen(QRectF(left, 0, metrics.horizontalAdvance(words), 1));
    // By its base line: a substitute for what the font lacks may be higher, and would stand on the pill.
    painter.drawText(QPointF(row.left() + place.left(), row.top() + kTrackAt - 13), words);
}

void TrackDelegate::paintPill(QPainter& painter, const QPointF& middle, const LineTrack& track) const
{
    const Theme& theme = m_themes.theme();
    QFont face = theme.font(Type::Small);
    face.setWeight(isQuiet(track) ? theme.weight(QFont::Normal) : QFont::DemiBold);
    painter.setFont(face);
    const double wide = std::max(38.0, QFontMetricsF(face).horizontalAdvance(track.pill) + 2 * kPillRoom);
    const QRectF pill(middle.x() - wide / 2, middle.y() - kPillHeight / 2.0, wide, kPillHeight);
    const StatusColours& colours = theme.status(hueOf(track.role));
    painter.setPen(isQuiet(track) ? QPen(theme.border.strong, 1) : QPen(Qt::NoPen));
    painter.setBrush(isQuiet(track) ? theme.surface.panel : colours.fill);
    painter.drawRoundedRect(pill, kPillHeight / 2.0, kPillHeight / 2.0);
    painter.setPen(isQuiet(track) ? theme.text.secondary : colours.onFill);
    painter.drawText(pill, Qt::AlignCenter, track.pill);
}

void TrackDelegate::paintLately(QPainter& painter, const QRect& row, const LineTrack& track) const
{
    const Theme& theme = m_themes.theme();
    const TrackPlan plan(row.width(), painter.layoutDirection());
    constexpr double kStep = 5.6;
    double x = plan.right - kStep;
    for (auto run = track.lately.crbegin(); run != track.lately.crend() && x >= plan.lately; ++run) {
        const QRectF place(x, row.top() + kTrackAt - kLatelyHeight / 2.0, kStep - 1.6, kLatelyHeight);
        paintRunMark(painter, plan.onScreen(place).translated(row.left(), 0), *run, theme);
        x -= kStep;
    }
}

TrackHeading::TrackHeading(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setFixedHeight(themes.theme().size.rowHeader + 6);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void TrackHeading::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const TrackPlan plan(width(), layoutDirection());
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border.subtle);
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.text.tertiary);
    painter.drawText(plan.onScreen(QRectF(plan.name, 0, plan.nameWidth, height())), Qt::AlignVCenter, tr("Line"));
    for (int stage = 0; stage < kStages; ++stage) {
        const bool known = stage <= static_cast<int>(kLastKnown);
        painter.setPen(known ? theme.text.tertiary : theme.text.disabled);
        const double middle = plan.onScreen(plan.stops[static_cast<std::size_t>(stage)]);
        const QString name = stageName(static_cast<Stage>(stage));
        const double half = painter.fontMetrics().horizontalAdvance(name) / 2.0 + 1;
        const double centre = std::clamp(middle, half + kEdge, std::max(half + kEdge, width() - half - kEdge));
        painter.drawText(QRectF(centre - half, 0, 2 * half, height()), Qt::AlignCenter, name);
    }
    painter.setPen(theme.text.tertiary);
    if (plan.latelyWidth > 0)
        painter.drawText(plan.onScreen(QRectF(plan.lately, 0, plan.latelyWidth, height())),
                         Qt::AlignVCenter | Qt::AlignRight, tr("Last 20 runs"));
}

} // namespace signalbox::ui
