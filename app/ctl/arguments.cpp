// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include <algorithm>
#include <filesystem>

namespace signalbox::ctl {

namespace {

Error usage(const std::string& what, const std::string& words)
{
    const std::string command = words.empty() ? "signalboxctl" : "signalboxctl " + words;
    return Error{ErrorCode::InvalidInput, what + "; see " + command + " --help"};
}

const Option* findOption(const std::vector<Option>& options, std::string_view name)
{
    const auto found = std::ranges::find(options, name, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

/// Takes the arguments one after the other.
class Reading {
public:
    Reading(const std::vector<std::string>& arguments, const std::vector<Command>& commands)
        : m_arguments(arguments), m_commands(commands)
    {
    }

    Result<Request> read()
    {
        for (; m_at < m_arguments.size(); ++m_at) {
            if (auto taken = take(m_arguments[m_at]); !taken)
                return taken.error();
        }
        if (m_version || m_help) {
            m_request.kind = m_version ? Request::Kind::Version : Request::Kind::Help;
            return std::move(m_request);
        }
        return checked();
    }

private:
    Result<void> take(const std::string& argument)
    {
        if (argument.empty())
            return usage("an argument is empty", m_request.words);
        const bool option = !m_onlyArguments && argument.size() > 1 && argument.front() == '-';
        if (option && argument == "--") {
            m_onlyArguments = true;
            return {};
        }
        if (option)
            return takeOption(argument);
        if (m_request.command == nullptr)
            return takeWord(argument);
        m_request.invocation.arguments.push_back(argument);
        return {};
    }

    Result<void> takeWord(const std::string& word)
    {
        std::string& words = m_request.words;
        if (words.empty() && word == "help") {
            m_help = true;
            return {};
        }
        const std::string name = words.empty() ? word : words + ' ' + word;
        const auto found = std::ranges::find(m_commands, name, &Command::name);
        const bool group = std::ranges::any_of(
            m_commands, [&name](const Command& command) { return command.name.starts_with(name + ' '); });
        if (found == m_commands.end() && !group)
            return usage("there is no command \"" + name + "\"", words);
        words = name;
        if (found != m_commands.end())
            m_request.command = &*found;
        return {};
    }

    Result<void> takeOption(const std::string& argument)
    {
        const std::size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        if (name == "-h" || name == "--help") {
            m_help = true;
            return {};
        }
        const Option* option = findOption(globalOptions(), name);
        if (option == nullptr && m_request.command != nullptr)
            option = findOption(m_request.command->options, name);
        if (option == nullptr)
            return usage("unknown option " + name, m_request.words);
        if (option->value.empty() && equals != std::string::npos)
            return usage(name + " takes no value", m_request.words);
        std::string value;
        if (!option->value.empty()) {
            if (equals == std::string::npos && ++m_at == m_arguments.size())
                return usage(name + " needs a value", m_request.words);
            value = equals == std::string::npos ? m_arguments[m_at] : argument.substr(equals + 1);
            if (value.empty())
                return usage(name + " needs a value that is not empty", m_request.words);
        }
        keep(name, value);
        return {};
    }

    void keep(const std::string& name, const std::string& value)
    {
        Invocation& invocation = m_request.invocation;
        if (name == "--store")
            invocation.store = value;
        else if (name == "--config")
            invocation.config = value;
        else if (name == "--json")
            invocation.json = true;
        else if (name == "--version")
            m_version = true;
        else
            invocation.options[name].push_back(value);
    }

    Result<Request> checked()
    {
        const std::string& words = m_request.words;
        std::error_code error;
        const std::string& config = m_request.invocation.config;
        if (!config.empty() && !std::filesystem::is_regular_file(config, error))
            return usage("--config names " + config + ", where no file is", words);
        if (words.empty())
            return usage("no command was given", words);
        if (m_request.command == nullptr)
            return usage("\"" + words + "\" needs one word more", words);
        const std::size_t count = m_request.invocation.arguments.size();
        if (count < m_request.command->minArguments)
            return usage(words + " needs " + std::string(m_request.command->synopsis), words);
        if (count > m_request.command->maxArguments) {
            const std::string& surplus = m_request.invocation.arguments[m_request.command->maxArguments];
            return usage(words + " does not take \"" + surplus + "\"", words);
        }
        m_request.invocation.needsStore = m_request.command->needsStore;
        return std::move(m_request);
    }

    const std::vector<std::string>& m_arguments;
    const std::vector<Command>& m_commands;
    std::size_t m_at = 0;
    bool m_onlyArguments = false; // after "--"
    bool m_help = false;
    bool m_version = false;
    Request m_request;
};

} // namespace

const std::vector<Option>& globalOptions()
{
    static const std::vector<Option> options{
        {"--store", "URL", "a file path, sqlite:PATH or postgresql://…; by default in the user's data folder"},
        {"--config", "FILE", "the settings file; by default in the user's configuration folder"},
        {"--json", "", "one JSON document on standard output, and nothing else there"},
        {"--help", "", "this text, for any command or group too"},
        {"--version", "", "the version of signalboxctl"},
    };
    return options;
}

Result<Request> readArguments(const std::vector<std::string>& arguments, const std::vector<Command>& commands)
{
    return Reading(arguments, commands).read();
}

} // namespace signalbox::ctl
