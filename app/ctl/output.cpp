// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/output.h"

#include "core/base/redaction.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace signalbox::ctl {

namespace {

/// A failed write shows when the stream is flushed, and is reported there once.
void write(std::FILE* stream, std::string_view text)
{
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
}

} // namespace

void printJson(const Json& value)
{
    write(stdout, harmlessJson(dumpJson(value)) + '\n');
}

void printText(std::string_view text)
{
    write(stdout, neutralise(text));
}

std::string onOneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

void printDiagnostic(std::string_view line)
{
    write(stderr, onOneLine(neutralise(Redactor().redact(line).text)) + '\n');
}

Exit fail(Exit status, std::string_view what)
{
    printDiagnostic("signalboxctl: " + std::string(what));
    return status;
}

Result<void> flushOutput()
{
    const bool failedBefore = std::ferror(stdout) != 0;
    if (std::fflush(stdout) == 0 && !failedBefore)
        return {};
    return Error{ErrorCode::Io, "standard output cannot be written: " + std::generic_category().message(errno)};
}

} // namespace signalbox::ctl
