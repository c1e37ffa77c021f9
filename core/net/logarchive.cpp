// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/logarchive.h"

#include "core/base/redaction.h"
#include "core/net/logentryname.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace signalbox::net {

namespace {

constexpr std::size_t kPiece = 64ULL << 10; // bytes that are unpacked at once
constexpr std::size_t kEndRecord = 22; // bytes of the end of an archive, without its comment
constexpr std::size_t kLocator = 20; // bytes that stand before it where there are numbers beyond 32 bits
constexpr std::size_t kTail = kEndRecord + kLocator + 65'535; // where it can stand: its comment comes after it
constexpr std::string_view kEndMark("PK\5\6", 4);
constexpr std::string_view kLocatorMark("PK\6\7", 4);

struct ArchiveCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using OpenArchive = std::unique_ptr<zip_t, ArchiveCloser>;

struct EntryCloser {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using OpenEntry = std::unique_ptr<zip_file_t, EntryCloser>;

std::uint64_t number(std::string_view bytes)
{
    return std::accumulate(bytes.rbegin(), bytes.rend(), std::uint64_t{0},
                           [](std::uint64_t sum, char byte) { return sum << 8 | static_cast<unsigned char>(byte); });
}

/// What is wrong with the end of an archive before anything is made ready for the entries that it claims; empty:
/// nothing. Every record is looked at that could be taken for its end.
std::string faultOfEnd(std::string_view tail, const ArchiveBounds& bounds)
{
    bool found = false;
    for (auto at = tail.find(kEndMark); at != tail.npos; at = tail.find(kEndMark, at + 1)) {
        if (tail.size() - at < kEndRecord)
            continue;
        const bool isWide = at >= kLocator && tail.substr(at - kLocator, kLocatorMark.size()) == kLocatorMark;
        const std::string_view end = tail.substr(at, kEndRecord);
        const bool fits = number(end.substr(20, 2)) + kEndRecord <= tail.size() - at; // its comment does
        if (isWide || (fits && number(end.substr(10, 2)) > bounds.entries))
            return "holds more entries than are read";
        if (fits && number(end.substr(12, 4)) > bounds.directoryBytes)
            return "has a list of entries that is larger than is read";
        found = true;
    }
    return found ? std::string() : "is no ZIP archive, or was cut off";
}

/// It could not be unpacked to one place alone.
bool leadsOutside(std::string_view name)
{
    std::string path(name);
    std::ranges::replace(path, '\\', '/');
    return path.starts_with('/') || ("/" + path + "/").find("/../") != path.npos;
}

Result<OpenArchive> openArchive(const UnnamedFile& file)
{
    FileReader reader = file.reader();
    if (!reader)
        return Error{ErrorCode::Io, "it cannot be opened a second time"};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_filep_create(reader.get(), 0, -1, &error);
    std::FILE* const given = source ? reader.release() : nullptr; // the source closes it
    zip_t* const archive = given ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (!archive && source)
        zip_source_free(source);
    if (!archive)
        return Error{ErrorCode::InvalidInput, why};
    return OpenArchive(archive);
}

} // namespace

LogArchive::LogArchive(UnnamedFile file, std::string about, const ArchiveBounds& bounds)
    : m_file(std::move(file)), m_about(std::move(about)), m_bounds(bounds)
{
}

Error LogArchive::faulty(const std::string& why) const
{
    return {ErrorCode::InvalidInput, m_about + " " + why + "; no log is read out of it, see the run's own page"};
}

Result<LogArchive> LogArchive::open(UnnamedFile file, std::string about, const ArchiveBounds& bounds)
{
    LogArchive archive(std::move(file), std::move(about), bounds);
    if (archive.m_file.size() > bounds.bytes)
        return archive.faulty("is larger than is read");
    const auto tail = archive.m_file.tail(kTail);
    if (!tail)
        return tail.error();
    if (const std::string fault = faultOfEnd(*tail, bounds); !fault.empty())
        return archive.faulty(fault);
    if (const auto read = archive.readDirectory(); !read)
        return read.error();
    return archive;
}

Result<void> LogArchive::readDirectory()
{
    const auto archive = openArchive(m_file);
    if (!archive)
        return faulty("is no ZIP archive that can be read (" + archive.error().detail + ")");
    const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive->get(), 0)));
    if (count > m_bounds.entries)
        return faulty("holds more entries than are read");
    std::uint64_t total = 0;
    for (std::uint64_t place = 0; place < count; ++place) {
        zip_stat_t entry;
        zip_stat_init(&entry);
        constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE;
        if (zip_stat_index(archive->get(), place, 0, &entry) != 0 || (entry.valid & kNeeded) != kNeeded)
            return faulty("has an entry without a name or a size");
        if (leadsOutside(entry.name))
            return faulty("names an entry that leads out of it ("
                          + neutralise(std::string_view(entry.name).substr(0, 80)) + ")");
        if (entry.size > m_bounds.totalBytes - total)
            return faulty("would unpack to more than is read");
        total += entry.size;
        if (auto job = jobNameIn(entry.name)) {
            m_names.push_back(*std::move(job));
            m_entries.push_back({place, entry.size});
        }
    }
    return {};
}

Result<LogArchive::Entry> LogArchive::entryOf(const std::string& job, const std::vector<std::string>& jobs) const
{
    const auto places = placesOf(job, m_names);
    if (places.empty())
        return Error{ErrorCode::NotFound, m_about + " has no log of job " + job};
    const std::string& named = m_names[places.front()];
    const auto others = std::ranges::count_if(jobs, [&](const std::string& one) { return mayBeOf(named, one); });
    if (places.size() > 1 || others > 1)
        return faulty("has logs of several jobs that may be named " + job + ", so nobody knows which is its");
    return m_entries[places.front()];
}

Result<void> LogArchive::read(const std::string& job, const std::vector<std::string>& jobs, const Sink& sink,
                              const std::stop_token& stop) const
{
    const auto entry = entryOf(job, jobs);
    if (!entry)
        return entry.error();
    if (entry->bytes > m_bounds.entryBytes)
        return faulty("has a log of job " + job + " that is larger than is read");
    // Twice: what is given away cannot be taken back where its end shows that it was not whole.
    if (auto whole = unpack(
            *entry, job, [](std::string_view) {}, stop);
        !whole)
        return whole;
    return unpack(*entry, job, sink, stop);
}

Result<void> LogArchive::unpack(const Entry& entry, const std::string& job, const Sink& sink,
                                const std::stop_token& stop) const
{
    const auto archive = openArchive(m_file);
    if (!archive)
        return Error{archive.error().code, m_about + ": " + archive.error().detail};
    zip_stat_t said;
    zip_stat_init(&said);
    if (zip_stat_index(archive->get(), entry.place, 0, &said) != 0)
        return faulty("no longer has the log of job " + job);
    if (said.encryption_method != ZIP_EM_NONE)
        return faulty("holds the log of job " + job + " encrypted");
    if (said.comp_method != ZIP_CM_STORE && said.comp_method != ZIP_CM_DEFLATE)
        return faulty("holds the log of job " + job + " packed in a way that no log is");
    const OpenEntry opened(zip_fopen_index(archive->get(), entry.place, 0));
    if (!opened)
        return faulty("cannot be read where the log of job " + job + " stands (" + zip_strerror(archive->get()) + ")");
    std::uint64_t got = 0;
    std::array<char, kPiece> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by what is read
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, m_about + ": given up, as the program was asked to stop"};
        const zip_int64_t bytes = zip_fread(opened.get(), piece.data(), piece.size());
        if (bytes < 0)
            return faulty("has a log of job " + job + " that is not whole (" + zip_file_strerror(opened.get()) + ")");
        got += static_cast<std::uint64_t>(bytes);
        if (got > entry.bytes || (bytes == 0 && got != entry.bytes))
            return faulty("has a log of job " + job + " of another size than it says");
        if (bytes == 0)
            return {};
        sink({piece.data(), static_cast<std::size_t>(bytes)});
    }
}

} // namespace signalbox::net
