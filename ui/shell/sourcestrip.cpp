// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sourcestrip.h"

#include "ui/models/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <numeric>

namespace signalbox::ui {

namespace {
constexpr int kIconGap = 8;
constexpr int kGap = 16; // between two
} // namespace

SourceStrip::SourceStrip(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(&themes, &ThemeSource::changed, this, &SourceStrip::tellChange);
}

void SourceStrip::setSources(const QList<SourceWords>& sources)
{
    m_sources = sources;
    tellChange();
}

void SourceStrip::setFault(const QString& fault)
{
    m_fault = fault;
    tellChange();
}

void SourceStrip::tellChange()
{
    setAccessibleName(words());
    updateGeometry();
    update();
}

QList<SourceWords> SourceStrip::shown() const
{
    return m_fault.isEmpty() ? m_sources : QList<SourceWords>{{.words = m_fault, .works = false, .tip = {}}};
}

QString SourceStrip::words() const
{
    return sourcesLine(shown());
}

int SourceStrip::widthOf(const SourceWords& source) const
{
    const Theme& theme = m_themes.theme();
    return theme.size.iconInline + kIconGap + QFontMetrics(theme.font(Type::Small)).horizontalAdvance(source.words);
}

QSize SourceStrip::sizeHint() const
{
    const QList<SourceWords> all = shown();
    const int wide = std::accumulate(all.begin(), all.end(), 0, [this](int sum, const SourceWords& source) {
        return sum + (sum > 0 ? kGap : 0) + widthOf(source);
    });
    return {wide, m_themes.theme().lineHeight(Type::Small)};
}

bool SourceStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int left = 0;
    for (const SourceWords& source : shown()) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), {left, 0, widthOf(source), height()});
        if (place.contains(help->pos()))
            QToolTip::showText(help->globalPos(), source.tip, this, place);
        left += widthOf(source) + kGap;
    }
    return true;
}

void SourceStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setFont(theme.font(Type::Small));
    const int side = theme.size.iconInline;
    int left = 0;
    for (const SourceWords& source : shown()) {
        const bool mute = source.works || m_fault.isEmpty();
        const QColor ink = mute ? theme.text.secondary : theme.status(Hue::Critical).fg;
        const QString icon = source.works ? QStringLiteral("misc-plug") : QStringLiteral("misc-offline");
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), {left, 0, widthOf(source), height()});
        const QRect plug
            = QStyle::visualRect(layoutDirection(), place, {place.left(), (height() - side) / 2, side, side});
        painter.drawPixmap(plug.topLeft(), theme.pixmap(icon, ink, side, devicePixelRatioF()));
        painter.setPen(ink);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, source.words);
        left += widthOf(source) + kGap;
    }
}

} // namespace signalbox::ui
