// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/secretkeeper.h"
#include "core/host/secrets.h"

#include <nlohmann/json.hpp>

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace signalbox::ctl {

namespace {

using host::SecretKeeper;
using host::SecretPlace;

constexpr std::size_t kLargest = 4096; // bytes of a secret

/// Nothing that is typed is shown while it lives.
class WithoutEcho {
public:
    WithoutEcho() : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~WithoutEcho()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

private:
    termios m_before{};
    const bool m_isTerminal;
};

/// One line of standard input; a person is asked for it, and does not see it.
Result<std::string> readSecret(const std::string& question)
{
    const WithoutEcho silent;
    const bool isAsked = ::isatty(STDIN_FILENO) != 0;
    if (isAsked)
        std::cerr << question << ": " << std::flush;
    std::string line;
    std::getline(std::cin, line);
    if (isAsked)
        std::cerr << '\n';
    if (line.ends_with('\r'))
        line.pop_back();
    if (line.empty())
        return Error{ErrorCode::InvalidInput, question + ": nothing was given on standard input"};
    if (line.size() > kLargest)
        return Error{ErrorCode::InvalidInput, question + ": no secret is so long"};
    return line;
}

const char* nameOf(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Environment: return "environment";
    case SecretPlace::File: return "file";
    case SecretPlace::Keychain: return "keychain";
    case SecretPlace::Sealed: return "sealed";
    case SecretPlace::Session: return "session";
    case SecretPlace::Nowhere: break;
    }
    return "nowhere";
}

Exit secretSet(const Invocation& asked)
{
    const std::string& name = asked.arguments.front();
    const std::string keep = asked.value("--keep").value_or("keychain");
    if (keep != "keychain" && keep != "sealed")
        return fail(Exit::BadInput, "--keep " + keep + " is no place for a secret: keychain or sealed");
    if (name.empty() || !host::isSecretName(name))
        return fail(Exit::BadInput, "a secret is named as a variable is, such as GH_TOKEN, never by itself");
    return withWorkplace(asked, [&](Workplace& workplace) {
        auto value = readSecret(name);
        if (!value)
            return fail(value.error());
        host::NewSecret secret{.value = *std::move(value),
                               .keep = keep == "sealed" ? SecretPlace::Sealed : SecretPlace::Keychain,
                               .passphrase = {}};
        const auto given = host::givenSecret("SIGNALBOX_PASSPHRASE");
        if (!given)
            return fail(given.error());
        if (secret.keep == SecretPlace::Sealed && given->value.empty()) {
            if (::isatty(STDIN_FILENO) == 0)
                return fail(Exit::BadInput, "set SIGNALBOX_PASSPHRASE, or SIGNALBOX_PASSPHRASE_FILE, to seal a secret");
            auto passphrase = readSecret("passphrase");
            if (!passphrase)
                return fail(passphrase.error());
            secret.passphrase = *std::move(passphrase);
        }
        if (const auto kept = SecretKeeper::ofProcess().keep(name, secret); !kept)
            return fail(kept.error());
        workplace.runtime().note("secret_kept", {}, name);
        printText(asked.json ? dumpJson({{"secret", name}, {"place", keep}}) + "\n"
                             : name + " is kept " + (keep == "sealed" ? "sealed.\n" : "in the keychain.\n"));
        return Exit::Done;
    });
}

Exit secretList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace&) {
        const auto kept = SecretKeeper::ofProcess().list();
        if (!kept)
            return fail(kept.error());
        Json json = Json::array();
        std::string text;
        for (const SecretKeeper::Kept& one : *kept) {
            const std::string end = host::endOf(one.value);
            json.push_back({{"secret", one.name},
                            {"place", nameOf(one.place)},
                            {"readable", !one.value.empty()},
                            {"end", end.empty() ? Json() : Json(end)}});
            text += one.name + "\t" + nameOf(one.place) + "\t"
                + (one.value.empty() ? "cannot be read now"
                       : end.empty() ? "short"
                                     : "..." + end)
                + "\n";
        }
        if (asked.json)
            printJson(json);
        else
            printText(text.empty() ? "No secret is kept; signalboxctl secret set.\n" : text);
        return Exit::Done;
    });
}

Exit secretRemove(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const std::string& name = asked.arguments.front();
        if (const auto removed = SecretKeeper::ofProcess().remove(name); !removed)
            return fail(removed.error());
        workplace.runtime().note("secret_removed", {}, name);
        printText(asked.json ? dumpJson({{"secret", name}}) + "\n" : name + " is kept no longer.\n");
        return Exit::Done;
    });
}

} // namespace

const std::vector<Command>& secretCommands()
{
    static const std::vector<Command> all{
        {.name = "secret set",
         .synopsis = "NAME [--keep keychain|sealed]",
         .summary = "keeps a token or key that is given on standard input, by the name of a variable",
         .options = {{"--keep", "PLACE",
                      "keychain: of the desktop, unless told; sealed: a file beside the store, under "
                      "SIGNALBOX_PASSPHRASE"}},
         .minArguments = 1,
         .maxArguments = 1,
         .run = secretSet},
        {.name = "secret list",
         .synopsis = "",
         .summary = "what is kept where, by name",
         .options = {},
         .needsStore = true,
         .run = secretList},
        {.name = "secret remove",
         .synopsis = "NAME",
         .summary = "keeps it no longer",
         .options = {},
         .minArguments = 1,
         .maxArguments = 1,
         .needsStore = true,
         .run = secretRemove},
    };
    return all;
}

} // namespace signalbox::ctl
