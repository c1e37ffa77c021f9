// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/auditexport.h"

#include <nlohmann/json.hpp>

#include <QSaveFile>

namespace signalbox::host {

namespace {

constexpr int kPage = 1000;

Error fileError(const QSaveFile& out)
{
    return Error{ErrorCode::Io, out.fileName().toStdString() + ": " + out.errorString().toStdString()};
}

} // namespace

Json auditJson(const record::AuditRecord& record)
{
    const record::AuditEntry& entry = record.entry;
    const auto data = parseJson(entry.data);
    return {{"number", record.number},
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
}

Result<void> eachAuditRecord(store::Database& database, const std::function<void(const record::AuditRecord&)>& tell)
{
    store::AuditRepository audit(database);
    for (std::int64_t after = 0;;) {
        const auto page = audit.list(after, kPage);
        if (!page)
            return page.error();
        for (const record::AuditRecord& record : *page)
            tell(record);
        if (page->size() < kPage)
            return {};
        after = page->back().number;
    }
}

Result<void> exportAudit(store::Database& database, const std::filesystem::path& file)
{
    QSaveFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly))
        return fileError(out);
    const auto told = eachAuditRecord(database, [&](const record::AuditRecord& record) {
        const std::string line = dumpJson(auditJson(record)) + "\n";
        out.write(line.data(), static_cast<qint64>(line.size()));
    });
    if (!told)
        return told;
    if (!out.commit())
        return fileError(out);
    return {};
}

} // namespace signalbox::host
