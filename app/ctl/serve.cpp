// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/reception.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

constexpr std::int64_t kMostWorkers = 256;
constexpr std::chrono::seconds kSecretsAgain{5};

Result<host::Reception::Options> optionsFrom(const Invocation& asked)
{
    auto secrets = host::ReceptionSecrets::find();
    if (!secrets)
        return secrets.error();
    return host::Reception::Options{.listen = asked.value("--listen").value_or(host::Listening().address),
                                    .secrets = *std::move(secrets),
                                    .onFailure = [](const Error& error) {
                                        printDiagnostic("signalboxctl: deliveries are refused: " + error.detail);
                                    }};
}

/// What to choose, by the option that chooses it.
Error withOption(Error error)
{
    if (error.code == ErrorCode::Network)
        error.detail += " with --listen HOST:PORT";
    return error;
}

/// What it does, and what it does not do yet.
void tellStart(const Invocation& asked, const host::Reception& reception, const host::ReceptionSecrets& secrets)
{
    const bool github = !secrets.github.value.empty();
    const bool gitlab = !secrets.gitlab.value.empty();
    if (asked.json) {
        printJson(
            {{"listening", "http://" + reception.address()}, {"webhooks", {{"github", github}, {"gitlab", gitlab}}}});
    } else {
        std::string text = "listening on http://" + reception.address() + "\n";
        for (const auto& [route, isOn, name, does] :
             {std::tuple("/webhook/github", github, host::ReceptionSecrets::kGitHub,
                         " takes deliveries; the repositories of signalboxctl repo list are looked after\n"),
              std::tuple("/webhook/gitlab", gitlab, host::ReceptionSecrets::kGitLab,
                         " takes deliveries; the projects of signalboxctl repo list are looked after\n")})
            text += route + (isOn ? does : std::string(" is off: ") + name + " is not set\n");
        printText(text);
    }
    static_cast<void>(flushOutput()); // whoever waits for this line goes on; a failure shows at the end
}

/// Secrets are changed while it serves: what a file or a keychain holds by now counts.
class SecretsFollower {
public:
    explicit SecretsFollower(host::Reception& reception) : m_reception(reception) { }

    void look()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_looked < kSecretsAgain)
            return;
        m_looked = now;
        const auto secrets = host::ReceptionSecrets::find();
        const std::string fault = secrets ? std::string() : secrets.error().detail;
        if (!fault.empty() && fault != m_fault)
            printDiagnostic("signalboxctl: " + fault + "; webhooks go on with the secrets of before");
        m_fault = fault;
        if (secrets && m_reception.renew(*secrets))
            printDiagnostic("signalboxctl: the secrets of webhooks have changed: deliveries need the new ones");
    }

private:
    host::Reception& m_reception;
    std::chrono::steady_clock::time_point m_looked = std::chrono::steady_clock::now();
    std::string m_fault;
};

Exit run(const Invocation& asked, Workplace& workplace, host::Reception::Options options)
{
    const host::ReceptionSecrets secrets = options.secrets;
    const auto reception = host::Reception::open(workplace.runtime(), std::move(options));
    if (!reception)
        return fail(withOption(reception.error()));
    if ((*reception)->refusesReaders())
        printDiagnostic(
            "signalboxctl: SIGNALBOX_STATUS_TOKEN is not set: status and metrics are refused, as this address"
            " can be reached from elsewhere");
    tellStart(asked, **reception, secrets);
    SecretsFollower follower(**reception);
    const auto driven = workplace.driveUntil(
        [&]() -> Result<bool> {
            if (interrupted())
                (*reception)->close(); // first of all
            else
                follower.look();
            return interrupted();
        },
        Workplace::StoreFault::IsOutlasted); // it is there when there is room again
    return driven || driven.error().code == ErrorCode::Cancelled ? Exit::Done : fail(driven.error());
}

} // namespace

/// Stopping it is its end as it should be: status 0.
Exit serve(const Invocation& asked)
{
    const auto workers = numberOption(asked, "--workers", 0);
    if (!workers || *workers > kMostWorkers || (asked.has("--workers") && *workers == 0))
        return fail(Exit::BadInput, "--workers takes a number from 1 to " + std::to_string(kMostWorkers));
    auto options = optionsFrom(asked);
    if (!options)
        return fail(options.error());
    return withWorkplace(
        asked, [&](Workplace& workplace) { return run(asked, workplace, *std::move(options)); },
        static_cast<int>(*workers));
}

} // namespace signalbox::ctl
