// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/help.h"

#include "app/ctl/arguments.h"

#include <algorithm>
#include <utility>

namespace signalbox::ctl {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string table(const Rows& rows)
{
    std::size_t width = 0;
    for (const auto& [name, summary] : rows)
        width = std::max(width, name.size());
    std::string text;
    for (const auto& [name, summary] : rows)
        text += "  " + name + std::string(width - name.size() + 2, ' ') + summary + '\n';
    return text;
}

Rows rowsOf(const std::vector<Option>& options)
{
    Rows rows;
    for (const Option& option : options) {
        std::string name(option.name);
        if (!option.value.empty())
            name += ' ' + std::string(option.value);
        rows.emplace_back(std::move(name), std::string(option.summary));
    }
    return rows;
}

std::string commandHelp(const Command& command)
{
    std::string text = "usage: signalboxctl " + std::string(command.name);
    if (!command.synopsis.empty())
        text += ' ' + std::string(command.synopsis);
    text += "\n\n" + std::string(command.summary) + '\n';
    if (!command.options.empty())
        text += "\noptions:\n" + table(rowsOf(command.options));
    return text + "\nglobal options, before or after the command:\n" + table(rowsOf(globalOptions()));
}

std::string groupHelp(const std::string& group, const std::vector<Command>& commands)
{
    Rows rows;
    for (const Command& command : commands) {
        if (group.empty() || command.name.starts_with(group + ' '))
            rows.emplace_back(std::string(command.name), std::string(command.summary));
    }
    const std::string usage = group.empty() ? "[--store URL] [--config FILE] [--json] COMMAND [ARGS]" : group + " …";
    return "usage: signalboxctl " + usage + "\n\ncommands:\n" + table(rows)
        + "\nglobal options, before or after the command:\n" + table(rowsOf(globalOptions()))
        + "\nexit status: 0 done, 1 done and the answer is negative, 2 bad usage or input,\n"
          "  3 an outside system failed, 4 the store cannot be used, 130 interrupted\n";
}

} // namespace

std::string helpText(const std::string& words, const std::vector<Command>& commands)
{
    const auto found = std::ranges::find(commands, words, &Command::name);
    return found == commands.end() ? groupHelp(words, commands) : commandHelp(*found);
}

} // namespace signalbox::ctl
