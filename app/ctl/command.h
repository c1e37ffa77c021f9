// SPDX-License-Identifier: GPL-3.0-or-later
// One command of signalboxctl, and what a person asked of it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::ctl {

/// The exit statuses that scripts rely on.
enum class Exit : int {
    Done = 0,
    Negative = 1, // done, and the answer is negative
    BadInput = 2,
    OutsideFailed = 3,
    StoreUnusable = 4,
    Interrupted = 130,
};

struct Option {
    std::string_view name; // "--format"
    std::string_view value; // what stands after it, for the help; empty: nothing does
    std::string_view summary;
};

struct Invocation {
    std::string store; // empty: the default one
    std::string config; // empty: the default one
    bool json = false;
    bool needsStore = false; // as its command says
    std::map<std::string, std::vector<std::string>, std::less<>> options; // by name; a flag has one empty value
    std::vector<std::string> arguments;

    bool has(std::string_view option) const { return options.find(option) != options.end(); }

    /// The last one, where an option was given several times.
    std::optional<std::string> value(std::string_view option) const
    {
        const auto found = options.find(option);
        return found == options.end() ? std::nullopt : std::optional(found->second.back());
    }
};

struct Command {
    std::string_view name; // "classify", or "policy check" in the group "policy"
    std::string_view synopsis; // what stands after the name
    std::string_view summary;
    std::vector<Option> options;
    std::size_t minArguments = 0;
    std::size_t maxArguments = 0;
    bool needsStore = false; // one that is there: it makes none
    Exit (*run)(const Invocation&) = nullptr;
};

} // namespace signalbox::ctl
