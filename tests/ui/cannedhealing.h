// SPDX-License-Identifier: GPL-3.0-or-later
// A healing run in the middle of its second try, and an escalation, as the engine stores them.
#pragma once

#include "core/agents/escalation.h"
#include "core/host/views.h"
#include "tests/ui/cannedruns.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace signalbox::test {

inline graph::Drawing healingDrawing()
{
    using graph::EdgeKind;
    graph::Drawing drawing;
    drawing.graph = "self-healing";
    for (const char* name : {"detect_failure", "analyze_failure", "attempt_fix", "verify_fix", "update_knowledge",
                             "escalate", "wait_for_human", "__end__"})
        drawing.nodes.push_back({name, std::string(name) == "detect_failure", std::string(name) == "wait_for_human"});
    drawing.edges = {{"detect_failure", "__end__", EdgeKind::Conditional, "cancelled"},
                     {"detect_failure", "analyze_failure", EdgeKind::Conditional, "failed"},
                     {"detect_failure", "__end__", EdgeKind::Conditional, "passed"},
                     {"analyze_failure", "escalate", EdgeKind::Conditional, "escalate"},
                     {"analyze_failure", "attempt_fix", EdgeKind::Conditional, "fix"},
                     {"attempt_fix", "verify_fix", EdgeKind::Plain, ""},
                     {"verify_fix", "escalate", EdgeKind::Conditional, "escalate"},
                     {"verify_fix", "update_knowledge", EdgeKind::Conditional, "passed"},
                     {"verify_fix", "attempt_fix", EdgeKind::Conditional, "retry"},
                     {"update_knowledge", "__end__", EdgeKind::Plain, ""},
                     {"escalate", "wait_for_human", EdgeKind::Plain, ""},
                     {"wait_for_human", "__end__", EdgeKind::Conditional, "decided"},
                     {"wait_for_human", "attempt_fix", EdgeKind::Conditional, "fix"}};
    return drawing;
}

/// Writes the events of a run one after the other, as the runner does.
class Story {
public:
    explicit Story(host::RunDetail& run) : m_run(run) { }

    void tell(const std::string& type, const std::string& node, Json data = Json::object())
    {
        const auto newest = m_run.checkpoints.empty() ? 0 : m_run.checkpoints.back().number;
        const auto seq = static_cast<std::int64_t>(m_run.events.size()) + 1;
        m_run.events.push_back({seq, m_now, type, node, newest, std::move(data)});
    }
    void pass(Milliseconds span) { m_now += span; }
    void begin() { m_run.checkpoints.push_back({0, m_now, {}}); }
    void start(const std::string& node) { tell("node_started", node, {{"attempt", 1}}); }
    /// Finishes a node, writes its checkpoint and follows one edge.
    void finish(const std::string& node, const std::string& to, const std::string& label, Milliseconds took,
                Json update = Json::object())
    {
        pass(took);
        tell("node_finished", node, {{"update", std::move(update)}, {"duration_ms", took.count()}, {"attempt", 1}});
        tell("edge_taken", node, {{"from", node}, {"to", to}, {"label", label}});
        m_run.checkpoints.push_back({m_run.checkpoints.back().number + 1, m_now, {node}});
    }
    void effect(const std::string& key, const std::string& safety, Json intent, Json result)
    {
        tell("effect_intent", "attempt_fix", {{"key", key}, {"safety", safety}, {"intent", std::move(intent)}});
        pass(Milliseconds(300));
        tell("effect_result", "attempt_fix",
             {{"key", key}, {"safety", safety}, {"ok", true}, {"result", std::move(result)}});
    }
    UtcTime now() const { return m_now; }

private:
    host::RunDetail& m_run;
    UtcTime m_now = noon();
};

inline std::map<std::int64_t, Json> healingStates()
{
    std::map<std::int64_t, Json> states;
    Json state{
        {"line", "search"}, {"number", "7713"}, {"attempt", 1}, {"retry_count", 0}, {"fixes_tried", Json::array()}};
    states[0] = state;
    state.update({{"branch", "main"},
                  {"commit", "8c1f2ab0d9e4"},
                  {"author", "operator"},
                  {"trigger", "push"},
                  {"conclusion", "failed"}});
    states[1] = state;
    state.update({{"failure_class", "flaky_test"},
                  {"confidence", 0.62},
                  {"next_fix", "rerun_failed_jobs"},
                  {"job", "test"},
                  {"signature", "b71f09"}});
    states[2] = state;
    Json first{{"action", "rerun_failed_jobs"}, {"attempt", 2}, {"outcome", ""}};
    state.update({{"fix", "rerun_failed_jobs"},
                  {"attempt", 2},
                  {"retry_count", 1},
                  {"next_fix", ""},
                  {"fixes_tried", Json::array({first})}});
    states[3] = state;
    first["outcome"] = "failed";
    state.update({{"failure_class", "cache_corruption"},
                  {"confidence", 0.91},
                  {"next_fix", "clear_cache_rerun"},
                  {"fixes_tried", Json::array({first})}});
    states[4] = state;
    const Json second{{"action", "clear_cache_rerun"}, {"attempt", 3}, {"outcome", ""}};
    state.update({{"fix", "clear_cache_rerun"},
                  {"attempt", 3},
                  {"retry_count", 2},
                  {"next_fix", ""},
                  {"fixes_tried", Json::array({first, second})}});
    states[5] = state;
    return states;
}

inline std::vector<ci::Job> healingJobs(UtcTime now)
{
    ci::Job build;
    build.name = "build";
    build.phase = ci::Phase::Finished;
    build.conclusion = ci::Conclusion::Success;
    build.exitCode = 0;
    build.startedAt = now - std::chrono::minutes(6);
    build.finishedAt = now - std::chrono::minutes(5);
    ci::Job test = build;
    test.name = "test";
    test.attempt = 3;
    test.needs = {"build"};
    test.phase = ci::Phase::Running;
    test.conclusion = ci::Conclusion::None;
    test.exitCode.reset();
    test.finishedAt.reset();
    ci::Job lint = build;
    lint.name = "lint";
    lint.conclusion = ci::Conclusion::Failure;
    lint.exitCode = 1;
    lint.steps = {{"ruff check src", 1}};
    return {build, test, lint};
}

/// Two fixes tried, the second one is being verified. 5 checkpoints after the start.
inline host::RunDetail healingRun(UtcTime& now)
{
    host::RunDetail run;
    run.summary = aRun(7, "search", host::RunState::Waiting);
    run.summary.state = host::RunState::Running;
    run.summary.number = "7713";
    run.summary.step = "verify_fix";
    run.summary.attempts = 3;
    run.summary.startedAt = noon();
    run.drawing = healingDrawing();
    run.maxAttempts = 3;
    Story story(run);
    story.begin();
    story.tell("run_started", "");
    story.start("detect_failure");
    story.finish("detect_failure", "analyze_failure", "failed", Milliseconds(800), {{"conclusion", "failed"}});
    story.start("analyze_failure");
    story.finish("analyze_failure", "attempt_fix", "fix", Milliseconds(6400));
    story.start("attempt_fix");
    story.effect("rerun:1", "retry", {{"action", "rerun_failed_jobs"}}, {{"attempt", 2}});
    story.finish("attempt_fix", "verify_fix", "", Milliseconds(1600));
    story.start("verify_fix");
    story.tell("waiting", "verify_fix", {{"for", "event"}, {"event", "search #7713 attempt 2"}});
    story.pass(std::chrono::seconds(126));
    story.finish("verify_fix", "attempt_fix", "retry", Milliseconds(40), {{"conclusion", "failed"}});
    story.start("attempt_fix");
    story.effect("cache:2", "cache", {{"action", "clear_caches"}}, {{"deleted", {"linux-py312"}}});
    story.effect("rerun:2", "retry", {{"action", "rerun_failed_jobs"}}, {{"attempt", 3}});
    story.finish("attempt_fix", "verify_fix", "", Milliseconds(1500));
    story.start("verify_fix");
    story.tell("waiting", "verify_fix", {{"for", "event"}, {"event", "search #7713 attempt 3"}});
    story.pass(std::chrono::seconds(72));
    now = story.now();
    run.summary.checkpoints = 6;
    run.jobs = healingJobs(now);
    run.state = healingStates()[5];
    return run;
}

/// The text of the log, and where its root cause stands. Whoever shows it writes it to a file.
inline std::string healingLogText()
{
    std::string log = "##[group]Set up job\n";
    for (int line = 2; line < 203; ++line)
        log += "2026-03-12T14:20:00.000Z Requirement already satisfied\n";
    UtcTime at = noon() + std::chrono::seconds(20);
    const auto add = [&](const std::string& text) {
        log += formatUtc(at) + ' ' + text + '\n';
        at += std::chrono::seconds(4);
    };
    add("##[group]Restoring cache linux-py312-9f41c");
    add("Cache restored, 214 MB in 3.8 s");
    add("pip install -e .[test]");
    add("search_core 7.9.3: using prebuilt wheel from cache");
    add("pytest -n 4 tests/");
    add("[ 38%] 320 passed");
    add("[ 71%] 598 passed");
    add("[100%]");
    add("tests/index/test_shard.py::test_merge FAILED");
    add("E  ModuleNotFoundError: No module named 'search_core._native'");
    add("1 failed, 841 passed in 118.20s");
    add("Process completed with exit code 1");
    return log;
}

inline host::LogPlace healingLog(const std::filesystem::path& file)
{
    return {.job = "test", .attempt = 3, .file = file, .rootCause = {211, 212}};
}

inline agents::EscalationEvidence parserEvidence()
{
    agents::EscalationEvidence evidence;
    evidence.reason = "no_fix";
    evidence.line = "parser";
    evidence.number = "3";
    evidence.branch = "main";
    evidence.commit = "5be0c1d7a2f3";
    evidence.author = "jonas";
    evidence.job = "build";
    evidence.step = "make all";
    evidence.exitCode = 2;
    evidence.failureClass = "compile_error";
    evidence.transient = "no";
    evidence.signature = "d41a77";
    evidence.confidence = 0.97;
    evidence.rootCause = {{41, "src/lexer.c:88:12: error: 'token_t' has no member named 'kind'"},
                          {42, "   88 |     if (t->kind == TOKEN_END)"},
                          {43, "make: *** [Makefile:14: lexer.o] Error 1"}};
    evidence.considered = {{"rerun_failed_jobs", "retry", "tried"}, {"clear_cache_rerun", "cache", "asks"}};
    evidence.tried = {{"rerun_failed_jobs", 2, "failed"}};
    evidence.occurrences = 0;
    evidence.blocked = {"test", "package"};
    evidence.isolated = true;
    return evidence;
}

inline gate::Approval escalation(std::int64_t id = 3)
{
    gate::Approval approval = anApproval(id, RunId{9});
    approval.request.author = "jonas";
    approval.request.risk = gate::RiskLevel::Low;
    approval.request.evidence = agents::toJson(parserEvidence());
    approval.request.choices = {"take_over", "try_fix:clear_cache_rerun"};
    approval.evidenceHash = "hash " + std::to_string(id);
    return approval;
}

} // namespace signalbox::test
