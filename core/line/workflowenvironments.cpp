// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/workflowenvironments.h"

#include "core/line/yamltree.h"

#include <algorithm>

namespace signalbox::line {

namespace {

/// Of one job; empty: none.
std::string environmentOf(const YamlNode& job)
{
    if (job.kind != YamlNode::Kind::Map)
        return {};
    if (valueAt(job, "uses") != nullptr) // its jobs stand in another file
        return std::string(kAnyEnvironment);
    const YamlNode* named = valueAt(job, "environment");
    if (named != nullptr && named->kind == YamlNode::Kind::Map)
        named = valueAt(*named, "name");
    if (named == nullptr || named->kind == YamlNode::Kind::Null)
        return {};
    return named->text.empty() || named->text.find("${{") != std::string::npos ? std::string(kAnyEnvironment)
                                                                               : named->text;
}

} // namespace

std::vector<std::string> environmentsIn(std::string_view workflow)
{
    const auto read = readYaml(workflow, YamlDialect::Foreign);
    const auto* tree = std::get_if<YamlNode>(&read);
    const YamlNode* jobs = tree != nullptr && tree->kind == YamlNode::Kind::Map ? valueAt(*tree, "jobs") : nullptr;
    if (jobs == nullptr || jobs->kind != YamlNode::Kind::Map)
        return {std::string(kAnyEnvironment)};
    std::vector<std::string> found;
    for (std::size_t at = 1; at < jobs->items.size(); at += 2) {
        std::string environment = environmentOf(jobs->items[at]);
        if (!environment.empty() && std::ranges::find(found, environment) == found.end())
            found.push_back(std::move(environment));
    }
    return found;
}

} // namespace signalbox::line
