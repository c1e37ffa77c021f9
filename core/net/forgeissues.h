// SPDX-License-Identifier: GPL-3.0-or-later
// Issues of a forge that tell of failures: of each signature one that is open, known again by the mark in its first
// line and by a label, which nobody can give who may not write there.
//
// Thread     any; calls block. Two reports of one signature wait for each other
// Ownership  what the desks of each forge hold outlives it
// Errors     as ForgeApi
// Disk       the marks stand in issues and comments for as long as those are there
#pragma once

#include "core/base/json.h"
#include "core/ci/issuedesk.h"

#include <condition_variable>
#include <mutex>
#include <set>

namespace signalbox::net {

class ForgeIssues : public ci::IssueDesk {
public:
    static constexpr const char* kLabel = "signalbox";

    Result<ci::ToldIssue> tell(const ci::IssueReport& report, const std::stop_token& stop) final;

protected:
    struct Issue {
        std::int64_t number = 0;
        std::string page;
        std::string text;
    };

    /// Whether a comment was written since; one whose time is not told may have been.
    static bool isSince(const Json& comment, UtcTime since);

private:
    using Key = std::pair<std::string, std::string>; // line and signature

    /// The open ones with the label.
    virtual Result<std::vector<Issue>> open(const std::string& line, const std::stop_token& stop) = 0;
    virtual Result<Issue> create(const ci::IssueReport& report, const std::string& text, const std::stop_token& stop)
        = 0;
    /// The texts of what was said there since.
    virtual Result<std::vector<std::string>> remarks(const std::string& line, std::int64_t issue, UtcTime since,
                                                     const std::stop_token& stop)
        = 0;
    virtual Result<void> remark(const std::string& line, std::int64_t issue, const std::string& text,
                                const std::stop_token& stop)
        = 0;
    /// For people: "The run that failed: https://…".
    virtual Result<std::string> linkTo(const ci::RunRef& run) = 0;

    Result<ci::ToldIssue> tellInTurn(const ci::IssueReport& report, const std::stop_token& stop);
    Result<ci::ToldIssue> comment(const Issue& issue, const ci::IssueReport& report, const std::stop_token& stop);
    Result<std::optional<Issue>> find(const ci::IssueReport& report, const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_free;
    std::set<Key> m_underWay; // guarded by m_mutex
};

} // namespace signalbox::net
