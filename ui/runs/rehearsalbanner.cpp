// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/rehearsalbanner.h"

#include "ui/models/runsteps.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kStripes = 28; // width of the hatched end
constexpr int kStripe = 6; // of one stripe, and of the gap after it
} // namespace

RehearsalBanner::RehearsalBanner(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_title(new Label(themes, Type::BodyStrong, Tone::Primary, this)),
      m_sentence(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_button(new Button(themes, tr("Open original"), Button::Kind::Link, this))
{
    const Theme& theme = themes.theme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kStripes + theme.spacing(4), theme.spacing(2), kStripes + theme.spacing(4),
                            theme.spacing(2));
    row->setSpacing(theme.spacing(3));
    row->addWidget(m_title);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_button);
    m_title->setText(tr("Rehearsal"));
    m_sentence->setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_button, &Button::clicked, this, [this] { emit originalAsked(m_origin.run, m_origin.checkpoint); });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void RehearsalBanner::show(const host::RunSummary& run)
{
    setVisible(run.rehearsal && run.origin.has_value());
    if (!run.origin)
        return;
    m_origin = *run.origin;
    m_sentence->setText(tr("Of run %1, from checkpoint %2. The record answered, nothing had effects.")
                            .arg(m_origin.run.value)
                            .arg(stepNumber(m_origin.checkpoint)));
    setAccessibleName(tr("%1. %2").arg(m_title->text(), m_sentence->text()));
}

QString RehearsalBanner::sentence() const
{
    return m_sentence->text();
}

void RehearsalBanner::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const StatusColours& colours = theme.status(Hue::Running);
    QPainter painter(this);
    painter.fillRect(rect(), colours.tint);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.fg, kStripe, Qt::SolidLine, Qt::FlatCap));
    for (const QRect& end : {QRect(0, 0, kStripes, height()), QRect(width() - kStripes, 0, kStripes, height())}) {
        painter.setClipRect(end);
        for (int x = end.left() - height(); x < end.right() + kStripe; x += 3 * kStripe)
            painter.drawLine(x, end.bottom() + kStripe, x + end.height() + 2 * kStripe, end.top() - kStripe);
    }
    painter.setClipping(false);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.fg);
}

} // namespace signalbox::ui
