// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/promptbanners.h"

#include "ui/models/errortext.h"
#include "ui/models/words.h"
#include "ui/widgets/errorstrip.h"

#include <QVBoxLayout>

namespace signalbox::ui {

namespace {

/// The first sentence, and what follows it.
std::pair<QString, QString> split(const QString& sentences)
{
    const qsizetype end = sentences.indexOf(QStringLiteral(". "));
    return end < 0 ? std::pair(sentences, QString()) : std::pair(sentences.left(end + 1), sentences.mid(end + 2));
}

} // namespace

PromptBanners::PromptBanners(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_refused(new ErrorStrip(themes, StatusRole::Critical, this)),
      m_unsent(new ErrorStrip(themes, StatusRole::NoData, this)),
      m_ended(new ErrorStrip(themes, StatusRole::Stale, this)),
      m_stale(new ErrorStrip(themes, StatusRole::Stale, this, ErrorStrip::Look::Box)),
      m_notRefreshed(new ErrorStrip(themes, StatusRole::NoData, this))
{
    m_stale->setActionGlyph(QStringLiteral("action-refresh"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (auto* strip : {m_refused, m_unsent, m_ended, m_notRefreshed, m_stale})
        column->addWidget(strip);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as their wrapped words
    connect(m_unsent, &ErrorStrip::actionTriggered, this, &PromptBanners::sendAgainAsked);
    for (auto* strip : {m_stale, m_notRefreshed})
        connect(strip, &ErrorStrip::actionTriggered, this, &PromptBanners::refreshAsked);
}

void PromptBanners::clearFailure()
{
    m_refused->clear();
    m_unsent->clear();
}

void PromptBanners::tellRefused(const Error& error, bool evidenceMoved)
{
    if (evidenceMoved || error.detail.find("evidence changed") != std::string::npos) {
        m_refused->tell(tr("The decision was not sent."),
                        tr("The evidence changed while you decided. Look at the marked sections and decide again."));
        return;
    }
    m_refused->tell(tr("The decision was not sent."), text(error.detail));
}

void PromptBanners::tellRefused(const QString& sentence, const QString& why)
{
    m_refused->tell(sentence, why);
}

void PromptBanners::setRefreshing(bool refreshing)
{
    for (auto* strip : {m_stale, m_notRefreshed})
        strip->setBusy(refreshing ? tr("Refreshing\u2026") : QString());
}

void PromptBanners::tellNotRefreshed(const Error& error)
{
    const FaultText fault = faultText(error);
    m_notRefreshed->tell(
        {.sentence = tr("The evidence was not refreshed."), .rest = fault.sentence, .details = text(error.detail)},
        tr("Try again"));
}

void PromptBanners::clearRefresh()
{
    m_notRefreshed->clear();
}

void PromptBanners::tellTooLate(const Error& error)
{
    m_refused->tell(faultText(tr("The decision could not be taken back."), error));
}

void PromptBanners::tellUnsent(const Error& error)
{
    m_unsent->tell(
        tr("Approvals cannot be sent."),
        tr("%1 Your decision is not lost: it stays here until you send it again.").arg(errorWords(error.code).sentence),
        tr("Send again"), text(error.detail));
}

void PromptBanners::showEnded(const QString& sentences)
{
    if (sentences.isEmpty())
        return m_ended->clear();
    const auto [first, rest] = split(sentences);
    if (m_ended->sentence() != first || m_ended->isHidden())
        m_ended->tell(first, rest);
}

void PromptBanners::showStale(const StaleText& stale)
{
    if (stale.what.isEmpty())
        return m_stale->clear();
    if (m_stale->sentence() != stale.what || m_stale->isHidden())
        m_stale->tell(stale.what, stale.follows, tr("Refresh evidence"));
}

QString PromptBanners::stale() const
{
    return m_stale->isHidden() ? QString() : m_stale->accessibleName();
}

QString PromptBanners::failure() const
{
    if (!m_refused->isHidden())
        return m_refused->accessibleName();
    return m_unsent->isHidden() ? QString() : m_unsent->accessibleName();
}

QString PromptBanners::ended() const
{
    return m_ended->isHidden() ? QString() : m_ended->accessibleName();
}

} // namespace signalbox::ui
