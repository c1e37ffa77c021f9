// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl: everything that the console does, without a screen.
#include "app/ctl/arguments.h"
#include "app/ctl/commands.h"
#include "app/ctl/help.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/output.h"
#include "core/local/standardstreams.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace {

using namespace signalbox;
using namespace signalbox::ctl;

Exit answer(const Request& request)
{
    switch (request.kind) {
    case Request::Kind::Help: printText(helpText(request.words, commands())); return Exit::Done;
    case Request::Kind::Version:
        if (request.invocation.json)
            printJson({{"version", SIGNALBOX_VERSION}});
        else
            printText("signalboxctl " SIGNALBOX_VERSION "\n");
        return Exit::Done;
    case Request::Kind::Run: break;
    }
    return request.command->run(request.invocation);
}

} // namespace

int main(int argc, char** argv)
{
    local::reserveStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    catchInterrupts();

    const auto request = readArguments({argv + 1, argv + argc}, commands());
    if (!request)
        return static_cast<int>(fail(Exit::BadInput, request.error().detail));
    Exit status = answer(*request);
    if (const auto flushed = flushOutput(); !flushed)
        status = fail(Exit::OutsideFailed, flushed.error().detail);
    return static_cast<int>(status);
}
