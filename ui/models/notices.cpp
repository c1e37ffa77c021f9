// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/notices.h"

#include "core/agents/sentdecision.h"
#include "core/gate/requirements.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/decisiontext.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

constexpr std::size_t kMost = 10; // in kSpan, more become one
constexpr std::chrono::minutes kSpan{10};
constexpr std::chrono::minutes kFive{5};
constexpr std::chrono::minutes kOne{1};
constexpr std::chrono::minutes kSilence{5}; // of a server, until it is news
constexpr std::string_view kElsewhere = "elsewhere"; // of a decision made in the CI system, on no evidence of ours

std::vector<std::string> breaksOf(const gate::Request& request, const std::string& by)
{
    const auto login = by.find(':');
    std::vector<std::string> rules;
    for (const Json& rule : agents::breaches(request, login == std::string::npos ? by : by.substr(login + 1)))
        rules.push_back(rule.is_string() ? rule.get<std::string>() : std::string());
    return rules;
}

QString subject(const gate::Approval& approval)
{
    return text(approval.request.subject);
}

QString askedTitle(const gate::Approval& approval)
{
    return approval.request.kind == "escalation" ? promptTitle(approval)
                                                 : NoticeWords::tr("Approval: %1").arg(subject(approval));
}

QString withoutDecision(const gate::Approval& approval, UtcTime now)
{
    return approval.onDeadline == "rejected"
        ? NoticeWords::tr("Rejected at %1 without a decision.").arg(dayTime(approval.deadline, now))
        : NoticeWords::tr("Stays held at %1 without a decision.").arg(dayTime(approval.deadline, now));
}

/// The decision that was made in the CI system, where it goes against the policy.
const gate::Decision* breachOf(const gate::Approval& approval)
{
    if (approval.state != gate::ApprovalState::Approved || approval.decisions.empty())
        return nullptr;
    const gate::Decision& last = approval.decisions.back().decision;
    return last.evidenceHash == kElsewhere && !breaksOf(approval.request, last.by).empty() ? &last : nullptr;
}

/// What waits for a person on a line whose server tells nothing is urgent.
Notice silenceOf(const SourceWords& source, const std::vector<gate::Approval>& approvals, UtcTime now)
{
    const auto held = static_cast<int>(std::ranges::count_if(approvals, [&source](const gate::Approval& approval) {
        return isOpen(approval) && !approval.request.rehearsal && source.lost.contains(text(approval.request.line));
    }));
    const auto minutes = std::chrono::floor<std::chrono::minutes>(now - *source.lostAt).count();
    QStringList body{NoticeWords::tr("Silent for %n min.", nullptr, static_cast<int>(minutes))};
    body << (held > 0 ? NoticeWords::tr("%n releases are held.", nullptr, held)
                      : NoticeWords::tr("Lines show their last state."));
    return {NoticeWords::tr("No data: %1").arg(source.name), body.join(u' '), NoticeWords::tr("Open"), std::nullopt,
            held > 0 ? Urgency::Critical : Urgency::Normal};
}

QString brokenText(const gate::Approval& approval, const std::string& by)
{
    QStringList sentences{NoticeWords::tr("Let through by %1.").arg(personWords(by))};
    for (const std::string& rule : breaksOf(approval.request, by)) {
        if (rule == "author")
            sentences << NoticeWords::tr("They are the author.");
        else if (rule == "excluded")
            sentences << NoticeWords::tr("They may not decide this.");
        else
            sentences << NoticeWords::tr("The policy needs %1.").arg(gate::approversNeeded(approval.request));
    }
    return sentences.join(u' ');
}

} // namespace

std::optional<Notices::Step> Notices::stepOf(const gate::Approval& approval, UtcTime now) const
{
    if (approval.request.rehearsal)
        return std::nullopt;
    if (approval.state == gate::ApprovalState::Expired)
        return Step::Ended;
    if (breachOf(approval))
        return Step::Broken;
    if (!isOpen(approval) || settlingDecision(approval, now))
        return std::nullopt;
    const Milliseconds left = approval.deadline - now;
    if (left <= Milliseconds::zero())
        return std::nullopt; // told once it has ended
    if (left <= kOne)
        return Step::OneMinute;
    if (left <= kFive)
        return Step::FiveMinutes;
    const bool begun = gate::given(approval) > 0 && gate::approversNeeded(approval.request) > 1;
    const bool byMe = std::ranges::any_of(approval.decisions, [this](const gate::RecordedDecision& made) {
        return !made.takenBack && gate::samePerson(made.decision.by, m_person);
    });
    return begun && !byMe ? Step::Second : Step::Asked;
}

bool Notices::isDue(const gate::Approval& approval, Step step, UtcTime now)
{
    const auto reached = m_reached.find(approval.id);
    if (reached != m_reached.end() && reached->second >= step)
        return false;
    m_reached[approval.id] = step;
    if (!m_begun)
        return false;
    const auto told = m_lines.find(approval.request.line);
    const bool recent = told != m_lines.end() && now - told->second.at < kSpan;
    if (recent && told->second.step >= step)
        return false;
    m_lines[approval.request.line] = {step, now};
    return true;
}

bool Notices::tooMany(UtcTime now)
{
    m_events.push_back(now);
    while (now - m_events.front() > kSpan)
        m_events.pop_front();
    return m_events.size() > kMost;
}

std::vector<Notice> Notices::due(const std::vector<gate::Approval>& approvals, UtcTime now)
{
    std::vector<Notice> notices;
    bool many = false;
    for (const auto& approval : approvals) {
        const auto step = stepOf(approval, now);
        if (!step || !isDue(approval, *step, now) || isQuiet(now))
            continue;
        if (tooMany(now))
            many = true;
        else
            notices.push_back(noticeOf(approval, *step, now));
    }
    m_begun = true;
    if (many && (!m_summarised || now - *m_summarised > kSpan)) {
        m_summarised = now;
        notices.push_back(summary(approvals));
    }
    return notices;
}

std::vector<Notice> Notices::silences(const QList<SourceWords>& sources, const std::vector<gate::Approval>& approvals,
                                      UtcTime now)
{
    std::vector<Notice> notices;
    const bool isFirst = !std::exchange(m_heardOf, true);
    std::map<QString, UtcTime> silent;
    for (const SourceWords& source : sources) {
        if (source.works || !source.lostAt || (!isFirst && now - *source.lostAt < kSilence))
            continue;
        silent.emplace(source.name, *source.lostAt);
        const auto known = m_silent.find(source.name);
        if (isFirst || (known != m_silent.end() && known->second == *source.lostAt))
            continue;
        Notice notice = silenceOf(source, approvals, now);
        if (!isQuiet(now) || notice.urgency == Urgency::Critical)
            notices.push_back(std::move(notice));
    }
    m_silent = std::move(silent);
    return notices;
}

Notice Notices::noticeOf(const gate::Approval& approval, Step step, UtcTime now)
{
    const QString by = dayTime(approval.deadline, now);
    const QString risk = riskLabel(approval.request.risk);
    const QString review = NoticeWords::tr("Review");
    switch (step) {
    case Step::Asked:
        if (const QString elsewhere = elsewhereText(approval.request); !elsewhere.isEmpty())
            return {subject(approval), elsewhere, NoticeWords::tr("Open"), approval.id};
        return {askedTitle(approval),
                NoticeWords::tr("%1, risk %2. Decide by %3.").arg(text(approval.request.line), risk.toLower(), by),
                review, approval.id};
    case Step::Second: {
        const auto* first = closingDecision(approval);
        const QString at = first ? shortTime(first->at) : shortTime(approval.askedAt);
        return {NoticeWords::tr("Second approval: %1").arg(subject(approval)),
                NoticeWords::tr("%1. First approval at %2. Decide by %3.").arg(risk, at, by), review, approval.id};
    }
    case Step::FiveMinutes:
        return {NoticeWords::tr("5\u202fmin left: %1").arg(subject(approval)), withoutDecision(approval, now), review,
                approval.id};
    case Step::OneMinute:
        return {NoticeWords::tr("1\u202fmin left: %1").arg(subject(approval)), withoutDecision(approval, now), review,
                approval.id};
    case Step::Broken:
        if (const auto* breach = breachOf(approval))
            return {NoticeWords::tr("Policy broken: %1").arg(subject(approval)), brokenText(approval, breach->by),
                    NoticeWords::tr("Open"), approval.id};
        break;
    case Step::Ended: break;
    }
    return {NoticeWords::tr("Rejected: %1").arg(subject(approval)), NoticeWords::tr("No decision by %1.").arg(by),
            NoticeWords::tr("Open"), approval.id};
}

Notice Notices::summary(const std::vector<gate::Approval>& approvals) const
{
    const int held = static_cast<int>(std::ranges::count_if(approvals, isOpen));
    return {NoticeWords::tr("%n events in 10\u202fmin", nullptr, static_cast<int>(m_events.size())),
            NoticeWords::tr("%n held for you.", nullptr, held), NoticeWords::tr("Open overview"), std::nullopt};
}

} // namespace signalbox::ui
