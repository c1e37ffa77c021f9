// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/chainpanel.h"

#include "ui/models/timewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/frame.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace signalbox::ui {

ChainPanel::ChainPanel(const ThemeSource& source, QWidget* parent) : Panel(source, parent)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(13, 9, 13, 9);
    row->setSpacing(10);
    m_glyph = new Glyph(source, this);
    m_glyph->setStatus(StatusRole::Pending);
    m_sentence = new Label(source, Type::BodyStrong, Tone::Primary, this);
    m_sentence->setText(tr("Not checked yet"));
    m_rest = new Label(source, Type::Body, Tone::Secondary, this);
    m_rest->setElided(true);
    m_below = new Label(source, Type::Small, Tone::Secondary, this);
    m_below->setElided(true);
    m_below->hide();
    m_checked = new Label(source, Type::Small, Tone::Tertiary, this);
    m_export = new Button(source, tr("Export both parts"), Button::Kind::Default, this);
    m_export->setGlyph(QStringLiteral("action-export"));
    m_export->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_sentence);
    line->addWidget(m_rest, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(line);
    words->addWidget(m_below);
    row->addWidget(m_glyph);
    row->addLayout(words, 1);
    row->addWidget(m_checked);
    row->addWidget(m_export);
    body()->addLayout(row);
    connect(m_export, &Button::clicked, this, &ChainPanel::bothPartsAsked);
}

void ChainPanel::show(const record::AuditVerdict& verdict, UtcTime checkedAt, Milliseconds took)
{
    m_broken = !verdict.ok;
    m_glyph->setStatus(verdict.ok ? StatusRole::Succeeded : StatusRole::Critical);
    m_export->setVisible(m_broken);
    m_below->setVisible(m_broken);
    m_checked->setVisible(!m_broken);
    const QString checked = tr("Checked %1 in %2").arg(clockTime(checkedAt), stepDuration(took));
    m_checked->setText(checked);
    if (verdict.ok) {
        m_sentence->setText(tr("Chain complete"));
        m_rest->setText(
            verdict.endProven              ? tr("No change, loss or reordering. The end is proven by a signed head.")
                : verdict.why == "no_head" ? tr("No change or reordering. No signed head of it is kept for this user.")
                : verdict.why == "head_late"
                ? tr("No change or reordering. Its signed head was begun at entry %1: a loss before would not show.")
                      .arg(QLocale().toString(static_cast<qlonglong>(verdict.headSince)))
                : tr("No change or reordering. The signed head cannot be trusted."));
    } else {
        const auto first = static_cast<qlonglong>(verdict.firstBad.value_or(0));
        m_sentence->setText(tr("The chain breaks at entry %1.").arg(QLocale().toString(first)));
        m_rest->setText(tr("Entries after it are not proven. Export both parts and tell your administrator."));
        m_below->setText(tr("%1. New decisions go on from the last entry and stay possible.").arg(checked));
    }
    update();
}

void ChainPanel::note(const QString& words)
{
    (m_broken ? m_below : m_checked)->setText(words);
}

void ChainPanel::paintEvent(QPaintEvent* event)
{
    Panel::paintEvent(event);
    if (!m_broken)
        return;
    const Theme& theme = themes().theme();
    QPainter painter(this);
    const StatusColours& critical = theme.status(Hue::Critical);
    paintFrame(painter, rect(), {critical.fg, critical.tint, theme.size.radiusPanel});
}

} // namespace signalbox::ui
