// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline.h"

#include "ui/models/words.h"
#include "ui/widgets/timelinepainter.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kWide = 640;
constexpr int kNarrow = 320;
} // namespace

/// The drawing of the timeline.
class Lanes final : public QWidget {
public:
    Lanes(const ThemeSource& themes, Timeline* timeline) : QWidget(timeline), m_themes(themes), m_timeline(*timeline)
    {
        setFocusPolicy(Qt::StrongFocus);
        setLayoutDirection(Qt::LeftToRight); // time runs to the right in every language
        connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    void take(TimelineData timeline)
    {
        m_data = std::move(timeline);
        if (m_picked >= static_cast<int>(m_data.items.size()))
            m_picked = -1;
        setFixedHeight(static_cast<int>(TimelinePainter(m_data, m_themes.theme(), kWide).height()));
        tell();
    }

    const TimelineData& values() const { return m_data; }
    int picked() const { return m_picked; }
    void pick(int item)
    {
        m_picked = item;
        tell();
    }

    QSize sizeHint() const override { return {kWide, minimumHeight()}; }
    QSize minimumSizeHint() const override { return {kNarrow, minimumHeight()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        TimelinePainter(m_data, m_themes.theme(), width()).paint(painter, m_picked, hasFocus());
    }

    void mousePressEvent(QMouseEvent* event) override
    {
        const int item = TimelinePainter(m_data, m_themes.theme(), width()).itemAt(event->position());
        if (event->button() == Qt::LeftButton && item >= 0)
            pickByPerson(item);
    }

    /// What there was no room to say.
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto& help = *static_cast<QHelpEvent*>(event);
        const int item = TimelinePainter(m_data, m_themes.theme(), width()).itemAt(help.pos());
        QToolTip::showText(help.globalPos(), item < 0 ? QString() : plainTip(spokenItem(m_data, item)), this);
        return true;
    }

    void mouseDoubleClickEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && m_picked >= 0)
            emit m_timeline.itemActivated(m_picked);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        const int key = event->key();
        const int dx = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
        const int dy = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (m_data.items.empty() || event->modifiers() != Qt::NoModifier)
            return event->ignore();
        if (dx != 0 || dy != 0)
            pickByPerson(m_picked < 0 ? firstItem(m_data) : itemBeside(m_data, m_picked, dx, dy));
        else if (key == Qt::Key_Home)
            pickByPerson(firstItem(m_data));
        else if (key == Qt::Key_End)
            pickByPerson(lastItem(m_data));
        else if (enter && m_picked >= 0)
            emit m_timeline.itemActivated(m_picked);
        else
            event->ignore();
    }

private:
    void pickByPerson(int item)
    {
        pick(item);
        emit m_timeline.itemPicked(item);
    }

    void tell()
    {
        setAccessibleName(m_picked < 0 ? m_data.name : spokenItem(m_data, m_picked));
        setAccessibleDescription(
            Timeline::tr("%n item(s). Table: Control Shift T.", nullptr, static_cast<int>(m_data.items.size())));
        update();
    }

    const ThemeSource& m_themes;
    Timeline& m_timeline;
    TimelineData m_data;
    int m_picked = -1;
};

Timeline::Timeline(const ThemeSource& themes, QWidget* parent)
    : Figure(themes, QStringLiteral("nav-builds"), parent),
      m_lanes(new Lanes(themes, this)),
      m_table(new TimelineTable(this))
{
    setDrawing(m_lanes);
}

void Timeline::setData(TimelineData timeline)
{
    if (timeline.items.empty())
        return showEmpty(tr("Nothing happened in this time."));
    m_lanes->take(std::move(timeline));
    showDrawing();
    refreshTable();
}

int Timeline::picked() const
{
    return m_lanes->picked();
}

void Timeline::pick(int item)
{
    m_lanes->pick(item);
}

QAbstractItemModel& Timeline::table()
{
    return *m_table;
}

void Timeline::fillTable()
{
    m_table->load(m_lanes->values());
}

QString Timeline::name() const
{
    return m_lanes->values().name;
}

} // namespace signalbox::ui
