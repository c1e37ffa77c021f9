// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npmconflict.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace signalbox::agents {

namespace {

constexpr std::string_view kRoot = "the root project";

/// One line of npm's tree: `peer money@"^1.0.0" from theme@1.0.0`.
struct Edge {
    std::string package;
    std::string range;
    std::string from;
};

bool isName(std::string_view text)
{
    const auto isOne = [](std::string_view part) {
        return !part.empty() && part.front() != '.' && part.front() != '-'
            && std::ranges::all_of(part, [](unsigned char c) {
                   return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == '~';
               });
    };
    if (!text.starts_with('@'))
        return isOne(text);
    const std::size_t slash = text.find('/');
    return slash != std::string_view::npos && isOne(text.substr(1, slash - 1)) && isOne(text.substr(slash + 1));
}

/// Of versions: no address, alias or path.
bool isRange(std::string_view text)
{
    return !text.empty() && text.front() != '-' && std::ranges::all_of(text, [](unsigned char c) {
        return std::isalnum(c) != 0
            || std::string_view(" .*^~<>=|+-").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

std::optional<Edge> edgeIn(std::string_view line)
{
    constexpr std::string_view kFrom = "\" from ";
    const std::size_t at = line.find("@\"");
    const std::size_t end = at == std::string_view::npos ? at : line.find(kFrom, at);
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::size_t blank = line.rfind(' ', at);
    const std::size_t first = blank == std::string_view::npos ? 0 : blank + 1;
    Edge edge{std::string(line.substr(first, at - first)), std::string(line.substr(at + 2, end - at - 2)),
              std::string(line.substr(end + kFrom.size()))};
    return isName(edge.package) && isRange(edge.range) ? std::optional(std::move(edge)) : std::nullopt;
}

/// What stands behind "npm error " or "npm ERR! ".
std::string_view withoutPrefix(std::string_view line)
{
    for (const std::string_view prefix : {"npm error", "npm ERR!", "npm verb", "npm warn"})
        if (line.starts_with(prefix))
            line.remove_prefix(prefix.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return line.substr(0, line.find_last_not_of(" \r") + 1);
}

/// Those below "Could not resolve dependency:", to the end of that part.
std::vector<Edge> unresolved(std::string_view log)
{
    constexpr std::string_view kHead = "Could not resolve dependency:";
    std::vector<Edge> edges;
    const std::size_t head = log.find(kHead);
    for (std::size_t at = head; at < log.size();) {
        const std::size_t end = std::min(log.find('\n', at), log.size());
        const std::string_view line = withoutPrefix(log.substr(at, end - at));
        if (line.empty() || line.starts_with("Conflicting") || line.starts_with("Fix "))
            break;
        if (auto edge = edgeIn(line))
            edges.push_back(*std::move(edge));
        at = end + 1;
    }
    return edges;
}

/// The range that package.json has of it; empty: none.
std::string declaredIn(const Json& manifest, const std::string& package)
{
    for (const char* kind : {"dependencies", "devDependencies", "optionalDependencies"}) {
        const Json group = fieldOr<Json>(manifest, kind, Json::object());
        if (std::string range = fieldOr<std::string>(group, package, {}); !range.empty())
            return range;
    }
    return {};
}

} // namespace

std::vector<ConflictRemedy> conflictRemedies(std::string_view log, std::string_view manifest)
{
    const auto project = parseJson(manifest);
    const auto edges = unresolved(log);
    std::vector<ConflictRemedy> remedies;
    if (!project || edges.empty())
        return remedies;
    const Edge& wanted = edges.front();
    const std::string clash = wanted.package + "@" + wanted.range + ", a peer of " + wanted.from;
    const auto add = [&](const std::string& package, const std::string& range) {
        const std::string declared = declaredIn(*project, package);
        const bool known = std::ranges::any_of(
            remedies, [&](const ConflictRemedy& one) { return one.package == package && one.range == range; });
        if (isRange(declared) && !known)
            remedies.push_back({package, range, declared, clash});
    };
    for (const Edge& edge : edges)
        if (edge.from == kRoot)
            add(edge.package, "latest");
    if (wanted.from != kRoot)
        add(wanted.package, wanted.range);
    return remedies;
}

} // namespace signalbox::agents
