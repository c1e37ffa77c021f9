// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/output.h"
#include "app/ctl/viewjson.h"
#include "app/ctl/workplace.h"
#include "core/host/reception.h"
#include "core/host/secrets.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

constexpr const char* kAddress = "127.0.0.1:5000";
constexpr std::int64_t kMostWorkers = 256;

Result<host::Reception::Options> optionsFrom(const Invocation& asked)
{
    host::Reception::Options options{.listen = asked.value("--listen").value_or(kAddress),
                                     .secrets = {},
                                     .statusToken = {},
                                     .status = {},
                                     .onFailure = [](const Error& error) {
                                         printDiagnostic("signalboxctl: deliveries are refused: " + error.detail);
                                     }};
    for (const auto& [name, into] : {std::pair("GITHUB_WEBHOOK_SECRET", &options.secrets.github),
                                     std::pair("GITLAB_WEBHOOK_TOKEN", &options.secrets.gitlab),
                                     std::pair("SIGNALBOX_STATUS_TOKEN", &options.statusToken)}) {
        auto secret = host::secretNamed(name);
        if (!secret)
            return secret.error();
        *into = *std::move(secret);
    }
    return options;
}

/// What it does, and what it does not do yet.
void tellStart(const Invocation& asked, const host::Reception& reception, const net::WebhookSecrets& secrets)
{
    if (asked.json) {
        printJson({{"listening", "http://" + reception.address()},
                   {"webhooks", {{"github", !secrets.github.empty()}, {"gitlab", !secrets.gitlab.empty()}}}});
    } else {
        std::string text = "listening on http://" + reception.address() + "\n";
        for (const auto& [route, secret, name, does] :
             {std::tuple("/webhook/github", &secrets.github, "GITHUB_WEBHOOK_SECRET",
                         " takes deliveries; the repositories of signalboxctl repo list are looked after\n"),
              std::tuple("/webhook/gitlab", &secrets.gitlab, "GITLAB_WEBHOOK_TOKEN",
                         " takes deliveries; the projects of signalboxctl repo list are looked after\n")})
            text += route + (secret->empty() ? std::string(" is off: ") + name + " is not set\n" : does);
        printText(text);
    }
    static_cast<void>(flushOutput()); // whoever waits for this line goes on; a failure shows at the end
}

Exit run(const Invocation& asked, Workplace& workplace, host::Reception::Options options)
{
    const net::WebhookSecrets secrets = options.secrets;
    const bool hasToken = !options.statusToken.empty();
    options.status = [&workplace](RunId run) -> Result<Json> {
        const auto summary = workplace.runtime().queries().summary(run);
        if (!summary)
            return summary.error();
        return toJson(*summary);
    };
    const auto reception = host::Reception::open(workplace.runtime(), std::move(options));
    if (!reception)
        return fail(reception.error());
    if (!(*reception)->isLoopback() && !hasToken)
        printDiagnostic(
            "signalboxctl: SIGNALBOX_STATUS_TOKEN is not set: status and metrics are refused, as this address"
            " can be reached from elsewhere");
    tellStart(asked, **reception, secrets);
    const auto driven = workplace.driveUntil([&]() -> Result<bool> {
        if (interrupted())
            (*reception)->close(); // first of all
        return interrupted();
    });
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
