// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include <QPainter>

#include <array>

namespace signalbox::ui {

namespace {
constexpr int kRowsAfter_ms = 300;
constexpr int kWordsAfter_ms = 5000;
constexpr int kRow = 28;
constexpr int kBar = 10;
constexpr std::array kShares{0.42, 0.32, 0.48, 0.36, 0.44}; // of the width, for each bar
} // namespace

Skeleton::Skeleton(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    m_toRows.setSingleShot(true);
    m_toWords.setSingleShot(true);
    connect(&m_toRows, &QTimer::timeout, this, [this] {
        m_rows = true;
        update();
    });
    connect(&m_toWords, &QTimer::timeout, this, [this] {
        m_words = tr("Still loading.");
        setAccessibleName(m_words);
        update();
    });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void Skeleton::setRunning(bool running)
{
    if (running == m_running)
        return;
    if (running)
        start();
    else
        stop();
}

void Skeleton::start()
{
    m_running = true;
    m_rows = false;
    m_words.clear();
    setAccessibleName(tr("Loading"));
    m_toRows.start(kRowsAfter_ms);
    m_toWords.start(kWordsAfter_ms);
    show();
}

void Skeleton::stop()
{
    m_running = false;
    m_toRows.stop();
    m_toWords.stop();
    hide();
}

void Skeleton::paintEvent(QPaintEvent*)
{
    if (!m_rows)
        return;
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int left = theme.spacing(4);
    for (int i = 0; i < static_cast<int>(kShares.size()); ++i) {
        const int top = theme.spacing(4) + i * kRow;
        painter.setBrush(theme.mode == Mode::Light ? theme.border.subtle : theme.surface.raised);
        painter.drawEllipse(left, top - 1, kBar + 2, kBar + 2);
        painter.drawRoundedRect(QRectF(left + 24, top, kShares[i] * width(), kBar), kBar / 2.0, kBar / 2.0);
        painter.drawRoundedRect(QRectF(width() - left - 56, top, 56, kBar), kBar / 2.0, kBar / 2.0);
        painter.fillRect(left, top + kBar + 8, width() - 2 * left, 1, theme.border.subtle);
    }
    painter.setFont(theme.font(Type::Body));
    painter.setPen(theme.text.tertiary);
    const int below = theme.spacing(4) + static_cast<int>(kShares.size()) * kRow;
    painter.drawText(QRect(left, below, width() - 2 * left, kRow), Qt::AlignLeft | Qt::AlignVCenter, m_words);
}

} // namespace signalbox::ui
