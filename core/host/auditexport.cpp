// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/auditexport.h"

#include <nlohmann/json.hpp>

#include <QSaveFile>

#include <algorithm>
#include <array>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kFormats{"jsonl", "json", "csv"};
constexpr std::array<const char*, 11> kColumns{
    "number", "at", "actor", "action", "subject", "line", "reason", "evidence_hash", "data", "previous", "hash"};

Error fileError(const QSaveFile& out)
{
    return Error{ErrorCode::Io, out.fileName().toStdString() + ": " + out.errorString().toStdString()};
}

/// Quoted where it has to be. What a table program would take for a formula begins with an apostrophe.
std::string cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string csvLine(const record::AuditRecord& record)
{
    const Json json = auditJson(record);
    std::string line;
    for (const char* column : kColumns) {
        const Json& value = json.at(column);
        if (!line.empty())
            line += ',';
        line += value.is_null() ? std::string() : cell(value.is_string() ? value.get<std::string>() : dumpJson(value));
    }
    return line + "\r\n";
}

std::string csvHeader()
{
    std::string line;
    for (const char* column : kColumns)
        line += (line.empty() ? "" : ",") + std::string(column);
    return line + "\r\n";
}

Result<void> writeFile(const AuditReading& reading, const fs::path& file, const AuditSpan& span)
{
    const auto format = auditFormatOf(file);
    if (!format)
        return format.error();
    QSaveFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly))
        return fileError(out);
    const auto told = writeAudit(reading, *format, span, [&](std::string_view text) -> Result<void> {
        const auto size = static_cast<qint64>(text.size());
        return out.write(text.data(), size) == size ? Result<void>() : Result<void>(fileError(out));
    });
    if (!told)
        return told;
    return out.commit() ? Result<void>() : Result<void>(fileError(out));
}

fs::path beside(const fs::path& file, const char* part)
{
    return file.parent_path() / (file.stem().string() + part + file.extension().string());
}

} // namespace

std::optional<AuditFormat> auditFormatFromName(std::string_view name)
{
    const auto at = std::ranges::find(kFormats, name);
    if (at == kFormats.end())
        return std::nullopt;
    return static_cast<AuditFormat>(at - kFormats.begin());
}

Result<AuditFormat> auditFormatOf(const fs::path& file)
{
    const std::string ending = file.extension().string();
    const auto format = auditFormatFromName(std::string_view(ending).substr(ending.empty() ? 0 : 1));
    if (!format)
        return Error{ErrorCode::InvalidInput, file.string() + ": an export ends in .jsonl, .json or .csv"};
    return *format;
}

Json auditJson(const record::AuditRecord& record)
{
    const record::AuditEntry& entry = record.entry;
    const auto data = parseJson(entry.data);
    Json json{{"number", record.number},
              {"at", formatUtc(entry.at)},
              {"actor", entry.actor},
              {"action", entry.action},
              {"subject", entry.subject},
              {"line", entry.line},
              {"reason", entry.reason},
              {"evidence_hash", entry.evidenceHash},
              {"data", data ? *data : Json(entry.data)},
              {"previous", record.previous},
              {"hash", record.hash}};
    if (record.reasonHidden) {
        json["reason"] = nullptr;
        json["reason_hidden"] = true;
    }
    return json;
}

Result<void> writeAudit(AuditReading reading, AuditFormat format, const AuditSpan& span,
                        const std::function<Result<void>(std::string_view)>& write)
{
    const bool array = format == AuditFormat::Json;
    if (auto begun = write(array ? "[" : format == AuditFormat::Csv ? csvHeader() : ""); !begun)
        return begun;
    bool first = true;
    const auto told = reading.each(span.after, span.last, [&](const record::AuditRecord& record) {
        std::string text = format == AuditFormat::Csv ? csvLine(record) : dumpJson(auditJson(record));
        if (array)
            text.insert(0, first ? "\n" : ",\n");
        else if (format == AuditFormat::JsonLines)
            text += '\n';
        first = false;
        return write(text);
    });
    return told && array ? write("\n]\n") : told;
}

Result<void> exportAudit(const AuditReading& reading, const AuditExport& what)
{
    if (!what.provenUpTo)
        return writeFile(reading, what.file, {});
    const AuditSpan proven{.after = 0, .last = *what.provenUpTo};
    if (*what.provenUpTo > 0) {
        if (auto written = writeFile(reading, beside(what.file, "-proven"), proven); !written)
            return written;
    }
    return writeFile(reading, beside(what.file, "-not-proven"), {.after = *what.provenUpTo, .last = 0});
}

} // namespace signalbox::host
