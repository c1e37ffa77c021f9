// SPDX-License-Identifier: GPL-3.0-or-later
// The port to the repositories of lines that take changes for review: a throw-away tree to make one in, and the offer.
//
// Thread  any; calls block on the network, and answer within 200 ms of a stop
// Errors  NotFound (no such commit), InvalidInput (refused, or no single npm project there), Io, Network, Timeout,
//         Cancelled
#pragma once

#include "core/base/ids.h"
#include "core/ci/changeoffer.h"
#include "core/line/timelimit.h"

namespace signalbox::agents {

/// An npm project in a tree that nobody else uses.
struct ProjectTree {
    std::string folder;
    std::string inside; // its place in the repository: "", "web"
};

/// What defines the pipeline of a run.
struct PipelineText {
    line::PipelineDialect dialect = line::PipelineDialect::GitHub;
    std::vector<line::PipelineFile> files; // its own one, then those of the repository that it leads to
};

class ChangeBench {
public:
    virtual ~ChangeBench() = default;

    /// Whether the line takes changes for review.
    virtual bool serves(const std::string& line) = 0;

    /// Called again for the same run, it begins anew.
    virtual Result<ProjectTree> checkOut(RunId run, const std::string& line, const std::string& commit,
                                         std::stop_token stop)
        = 0;
    virtual Result<void> discard(RunId run) = 0;

    /// As it was at that commit, read from a tree that is gone again.
    virtual Result<PipelineText> pipelineAt(RunId run, const ci::RunRef& of, const std::string& commit,
                                            std::stop_token stop)
        = 0;

    virtual Result<std::optional<ci::OfferedChange>> find(const std::string& line, const std::string& branch,
                                                          std::stop_token stop)
        = 0;
    /// Looks before it acts, and again where an answer was lost: of one branch there is one offer.
    virtual Result<ci::OfferedChange> offer(const ci::ChangeOffer& change, std::stop_token stop) = 0;
};

} // namespace signalbox::agents
