// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/faultydisk.h"

#include <sqlite3.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <new>

namespace signalbox::test {

namespace {

struct Plan {
    DiskAct act = DiskAct::Read;
    DiskFault fault = DiskFault::Fails;
    int first = 0; // 0: nothing fails
    int times = 0;
};

struct Disk {
    std::mutex mutex;
    Plan plan; // guarded by mutex
    std::function<void()> whenSyncing; // guarded by mutex
    std::array<std::atomic<int>, kDiskActs> counts{};
    std::atomic<int> failed{0};
    sqlite3_vfs shim{};
    sqlite3_vfs* real = nullptr;
};

Disk& disk()
{
    static Disk* const one = new Disk; // outlives whatever is closed at exit
    return *one;
}

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    std::abort(); // not reached
}

/// Counts an act, and says how it is to fail.
std::optional<DiskFault> begin(DiskAct act)
{
    Disk& here = disk();
    const int number = here.counts[static_cast<std::size_t>(act)].fetch_add(1) + 1;
    const std::lock_guard lock(here.mutex);
    const Plan& plan = here.plan;
    if (plan.first == 0 || plan.act != act || number < plan.first || number - plan.first >= plan.times)
        return std::nullopt;
    here.failed.fetch_add(1);
    if (plan.fault == DiskFault::Kills)
        die();
    return plan.fault;
}

/// A file of the default VFS behind one of ours, in one piece of memory.
struct ShimFile {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<ShimFile*>(file)->real; // SQLite allocates szOsFile bytes for us
}

int closeFile(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at)
{
    if (begin(DiskAct::Read))
        return SQLITE_IOERR_READ;
    sqlite3_file* real = realOf(file);
    return real->pMethods->xRead(real, to, bytes, at);
}

int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at)
{
    const auto fault = begin(DiskAct::Write);
    sqlite3_file* real = realOf(file);
    if (!fault)
        return real->pMethods->xWrite(real, from, bytes, at);
    switch (*fault) {
    case DiskFault::Short: real->pMethods->xWrite(real, from, bytes / 2, at); return SQLITE_FULL;
    case DiskFault::Tears: real->pMethods->xWrite(real, from, bytes / 2, at); die();
    case DiskFault::Full: return SQLITE_FULL;
    case DiskFault::ReadOnly: return SQLITE_READONLY;
    default: return SQLITE_IOERR_WRITE;
    }
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (begin(DiskAct::Truncate))
        return SQLITE_IOERR_TRUNCATE;
    sqlite3_file* real = realOf(file);
    return real->pMethods->xTruncate(real, size);
}

int syncFile(sqlite3_file* file, int flags)
{
    std::function<void()> call;
    {
        const std::lock_guard lock(disk().mutex);
        call = disk().whenSyncing;
    }
    if (call)
        call();
    if (begin(DiskAct::Sync))
        return SQLITE_IOERR_FSYNC;
    sqlite3_file* real = realOf(file);
    return real->pMethods->xSync(real, flags);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xFileSize(real, size);
}

int lockFile(sqlite3_file* file, int level)
{
    if (begin(DiskAct::Lock))
        return SQLITE_BUSY;
    sqlite3_file* real = realOf(file);
    return real->pMethods->xLock(real, level);
}

int unlockFile(sqlite3_file* file, int level)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xUnlock(real, level);
}

int isReserved(sqlite3_file* file, int* answer)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xCheckReservedLock(real, answer);
}

int control(sqlite3_file* file, int what, void* argument)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xFileControl(real, what, argument);
}

int sectorSize(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xSectorSize(real);
}

int traits(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xDeviceCharacteristics(real);
}

int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** to)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xShmMap(real, page, size, extend, to);
}

int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    if ((flags & SQLITE_SHM_LOCK) != 0 && begin(DiskAct::Lock))
        return SQLITE_BUSY;
    sqlite3_file* real = realOf(file);
    return real->pMethods->xShmLock(real, offset, count, flags);
}

void barrier(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    real->pMethods->xShmBarrier(real);
}

int unmapShared(sqlite3_file* file, int deletes)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xShmUnmap(real, deletes);
}

/// Version 2: without mapped reading, so that every read is seen.
constexpr sqlite3_io_methods kMethods{2,          closeFile,  readFile,    writeFile, truncateFile, syncFile, fileSize,
                                      lockFile,   unlockFile, isReserved,  control,   sectorSize,   traits,   mapShared,
                                      lockShared, barrier,    unmapShared, nullptr,   nullptr};

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* given)
{
    auto* ours = new (file) ShimFile{};
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    const auto fault = begin(DiskAct::Open);
    if (fault && *fault != DiskFault::ReadOnly)
        return SQLITE_CANTOPEN;
    if (fault)
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    const int opened = disk().real->xOpen(disk().real, name, ours->real, flags, given);
    ours->base.pMethods = ours->real->pMethods ? &kMethods : nullptr;
    return opened;
}

/// Waiting for a lock that the plan keeps busy takes no time.
int passTime(sqlite3_vfs*, int micros)
{
    Disk& here = disk();
    std::unique_lock lock(here.mutex);
    const bool planned = here.plan.first > 0 && here.plan.fault == DiskFault::Busy;
    lock.unlock();
    return planned ? micros : here.real->xSleep(here.real, micros);
}

template <typename Name>
std::optional<int> placeOf(const Name& names, std::string_view name)
{
    const auto at = std::ranges::find(names, name);
    return at == std::end(names) ? std::nullopt : std::optional(static_cast<int>(at - std::begin(names)));
}

std::string_view nextWord(std::string_view& text)
{
    const auto end = std::min(text.find(':'), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

int number(std::string_view word)
{
    int value = 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

} // namespace

void FaultyDisk::install()
{
    Disk& here = disk();
    if (here.real)
        return;
    here.real = sqlite3_vfs_find(nullptr);
    here.shim = *here.real;
    here.shim.zName = "faulty-disk";
    here.shim.szOsFile = static_cast<int>(sizeof(ShimFile)) + here.real->szOsFile;
    here.shim.xOpen = openFile;
    here.shim.xSleep = passTime;
    sqlite3_vfs_register(&here.shim, 1);
}

void FaultyDisk::plan(DiskAct act, DiskFault fault, int first, int times)
{
    Disk& here = disk();
    const std::lock_guard lock(here.mutex);
    here.plan = {act, fault, first, times};
    here.failed = 0;
    for (auto& count : here.counts)
        count = 0;
}

bool FaultyDisk::planFrom(std::string_view text)
{
    static constexpr std::array<std::string_view, kDiskActs> kActs{"read", "write", "sync", "truncate", "open", "lock"};
    static constexpr std::array<std::string_view, 7> kFaults{"fails",    "short", "full", "busy",
                                                             "readonly", "kills", "tears"};
    const auto act = placeOf(kActs, nextWord(text));
    const auto fault = placeOf(kFaults, nextWord(text));
    const int first = number(nextWord(text));
    const int times = number(nextWord(text));
    if (!act || !fault || first < 1 || times < 1)
        return false;
    plan(static_cast<DiskAct>(*act), static_cast<DiskFault>(*fault), first, times);
    return true;
}

void FaultyDisk::mend()
{
    plan(DiskAct::Read, DiskFault::Fails, 0, 0);
}

int FaultyDisk::count(DiskAct act)
{
    return disk().counts[static_cast<std::size_t>(act)].load();
}

int FaultyDisk::failed()
{
    return disk().failed.load();
}

void FaultyDisk::whenSyncing(std::function<void()> call)
{
    const std::lock_guard lock(disk().mutex);
    disk().whenSyncing = std::move(call);
}

} // namespace signalbox::test
