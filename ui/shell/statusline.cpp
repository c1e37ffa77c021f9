// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/models/connectiontext.h"
#include "ui/models/timewords.h"
#include "ui/shell/sourcestrip.h"
#include "ui/widgets/livelabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kSaying_ms = 6000;
}

StatusLine::StatusLine(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_sources(new SourceStrip(themes, this)),
      m_bell(new QLabel(this)),
      m_notices(new Label(themes, Type::Small, Tone::Tertiary, this)),
      m_said(new LiveLabel(themes, Type::Small, Tone::Primary, this)),
      m_agents(new Label(themes, Type::Small, Tone::Tertiary, this)),
      m_time(new Label(themes, Type::Small, Tone::Secondary, this)),
      m_saying(this)
{
    const Theme& theme = themes.theme();
    setFixedHeight(theme.size.statusBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(4), 1, theme.spacing(4), 0);
    row->setSpacing(theme.spacing(5));
    m_said->setElided(true);
    m_said->setObjectName(QStringLiteral("announcements"));
    row->addWidget(m_sources);
    row->addWidget(m_said, 1);
    row->addWidget(m_agents);
    auto* notices = new QHBoxLayout;
    notices->setSpacing(theme.spacing(3));
    notices->addWidget(m_bell);
    notices->addWidget(m_notices);
    row->addLayout(notices);
    m_bell->hide();
    m_notices->hide();
    row->addWidget(m_time);
    m_saying.setSingleShot(true);
    m_saying.setInterval(kSaying_ms);
    connect(&m_saying, &QTimer::timeout, this, &StatusLine::fade);
    connect(&themes, &ThemeSource::changed, this, &StatusLine::dress);
    setAgents(0);
    dress();
}

void StatusLine::setAgents(int running)
{
    m_agents->setText(tr("Agents %1 running").arg(running));
}

void StatusLine::setSources(const QList<SourceWords>& sources)
{
    m_sources->setSources(sources);
}

void StatusLine::setStoreWorks(bool works)
{
    m_sources->setFault(works ? QString() : tr("Store cannot be written"));
}

void StatusLine::setNotices(const QString& words, bool on)
{
    m_tells = on;
    m_notices->setText(words);
    m_notices->show();
    m_bell->show();
    dress();
}

void StatusLine::setTime(UtcTime now)
{
    const QDateTime local = inZone(now);
    m_time->setText(QStringLiteral("%1, %2 %3").arg(dayName(now), clockTime(now), local.timeZoneAbbreviation()));
    m_time->setMinimumWidth(std::max(m_time->minimumWidth(), m_time->sizeHint().width())); // digits differ in width
    m_time->setToolTip(everyZone(now));
}

void StatusLine::say(const QString& words)
{
    m_said->setText(words);
    announce(words, false);
}

void StatusLine::announce(const QString& words, bool urgently)
{
    m_said->announce(words, urgently);
    m_saying.start();
}

/// Nobody who explores the window finds old news.
void StatusLine::fade()
{
    m_said->clear();
    m_said->setAccessibleName({});
}

void StatusLine::dress()
{
    const Theme& theme = m_themes.theme();
    m_bell->setPixmap(theme.pixmap(m_tells ? QStringLiteral("misc-bell") : QStringLiteral("misc-bell-off"),
                                   theme.text.secondary, theme.size.iconInline, devicePixelRatioF()));
    update();
}

void StatusLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface.rail);
    painter.fillRect(QRect(0, 0, width(), 1), theme.border.subtle);
}

} // namespace signalbox::ui
