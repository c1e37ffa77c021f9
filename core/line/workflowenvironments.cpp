// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/workflowenvironments.h"

#include "core/line/yamltree.h"

#include <algorithm>

namespace signalbox::line {

namespace {

/// Adds that of one job, if it has one.
void addEnvironmentOf(const YamlNode& job, WorkflowEnvironments& found)
{
    if (job.kind != YamlNode::Kind::Map)
        return;
    if (valueAt(job, "uses") != nullptr) // its jobs stand in another file
        found.areAll = false;
    const YamlNode* named = valueAt(job, "environment");
    if (named != nullptr && named->kind == YamlNode::Kind::Map)
        named = valueAt(*named, "name");
    if (named == nullptr || named->kind == YamlNode::Kind::Null)
        return;
    if (named->text.empty() || named->text.find("${{") != std::string::npos)
        found.areAll = false;
    else if (std::ranges::find(found.names, named->text) == found.names.end())
        found.names.push_back(named->text);
}

} // namespace

WorkflowEnvironments environmentsIn(std::string_view workflow)
{
    const auto read = readYaml(workflow, YamlDialect::Foreign);
    const auto* tree = std::get_if<YamlNode>(&read);
    const YamlNode* jobs = tree != nullptr && tree->kind == YamlNode::Kind::Map ? valueAt(*tree, "jobs") : nullptr;
    WorkflowEnvironments found;
    if (jobs == nullptr || jobs->kind != YamlNode::Kind::Map) {
        found.areAll = false;
        return found;
    }
    for (std::size_t at = 1; at < jobs->items.size(); at += 2)
        addEnvironmentOf(jobs->items[at], found);
    return found;
}

} // namespace signalbox::line
