// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/auditwitness.h"

#include "core/base/digest.h"
#include "core/local/attemptlock.h"
#include "core/local/descriptor.h"
#include "core/local/files.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = 64 * 1024;
constexpr std::size_t kNameLength = 32;
constexpr mode_t kOwnerOnly = 0600;

fs::path headFile(const fs::path& folder, const std::string& store)
{
    std::error_code error;
    const fs::path real = fs::weakly_canonical(store, error);
    return folder / (digestHex(real.string()).substr(0, kNameLength) + ".head");
}

std::string signedText(const record::AuditHead& head)
{
    const std::string known = std::to_string(head.count) + " " + head.hash + " " + head.first;
    return head.since == 0 ? "signalbox-audit-head-1 " + known
                           : "signalbox-audit-head-2 " + known + " " + std::to_string(head.since);
}

fs::path besideHead(fs::path head, const char* ending)
{
    return head += ending;
}

Error astray(const std::string& store)
{
    return {ErrorCode::Conflict,
            store + ": the audit log does not lead to its signed head; signalboxctl audit verify says where it breaks"};
}

} // namespace

AuditWitness::AuditWitness(store::Database& database, fs::path folder)
    : m_database(database), m_folder(std::move(folder)), m_head(headFile(m_folder, database.path()))
{
}

Result<std::optional<SigningKey>> AuditWitness::readKey() const
{
    const fs::path path = m_folder / "audit.key";
    struct stat found { };
    if (::stat(path.c_str(), &found) != 0)
        return errno == ENOENT ? Result<std::optional<SigningKey>>(std::optional<SigningKey>()) : local::ioError(path);
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{ErrorCode::InvalidInput, path.string() + ": others can read this key; chmod 600 it"};
    auto text = local::readFile(path, kMaxBytes);
    if (!text)
        return text.error();
    auto key = signingKey(text->substr(0, text->find('\n')));
    if (!key)
        return Error{ErrorCode::InvalidInput, path.string() + ": not a key; restore it, or remove it to begin anew"};
    return key;
}

Result<SigningKey> AuditWitness::keyToSign() const
{
    auto known = readKey();
    if (!known)
        return known.error();
    if (*known)
        return **std::move(known);
    // Whole before it has its name, and the first of several that try.
    const SigningKey made = makeSigningKey();
    const fs::path fresh = local::freshName(m_folder);
    const local::Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
    const std::string text = made.secretHex + "\n";
    if (file.get() < 0 || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())
        || ::fsync(file.get()) != 0)
        return local::ioError(fresh);
    if (auto published = local::publish(fresh, m_folder / "audit.key"); !published) {
        static_cast<void>(local::removeTree(fresh)); // another process was faster: its key is the key
        known = readKey();
        if (!known || !*known)
            return published.error();
        return **std::move(known);
    }
    return made;
}

Result<std::optional<record::AuditHead>> AuditWitness::readHead() const
{
    std::error_code error;
    if (!fs::exists(m_head, error))
        return std::optional<record::AuditHead>();
    const Error bad{ErrorCode::InvalidInput, m_head.string() + ": the head of the audit log cannot be trusted"};
    const auto text = local::readFile(m_head, kMaxBytes);
    if (!text)
        return text.error();
    const auto key = readKey();
    if (!key)
        return key.error();
    const auto json = parseJson(*text);
    if (!json || !*key)
        return bad;
    const record::AuditHead head{.count = fieldOr<std::int64_t>(*json, "count", 0),
                                 .hash = fieldOr<std::string>(*json, "hash", {}),
                                 .first = fieldOr<std::string>(*json, "first", {}),
                                 .since = fieldOr<std::int64_t>(*json, "since", 0)};
    if (!isSignedBy(signedText(head), fieldOr<std::string>(*json, "signature", {}), (*key)->publicHex))
        return bad;
    return std::optional(head);
}

Result<void> AuditWitness::writeHead(const record::AuditHead& head) const
{
    const auto key = keyToSign();
    if (!key)
        return key.error();
    const Json json{{"store", m_database.path()},
                    {"count", head.count},
                    {"hash", head.hash},
                    {"first", head.first},
                    {"since", head.since},
                    {"signer", key->publicHex},
                    {"signature", sign(signedText(head), *key)}};
    return local::replaceFile(m_head, dumpJson(json) + "\n");
}

Result<void> AuditWitness::beginAnew()
{
    std::error_code error;
    if (fs::exists(m_head, error))
        fs::rename(m_head, besideHead(m_head, ".before"), error);
    if (error)
        return Error{ErrorCode::Io, m_head.string() + ": " + error.message()};
    if (auto made = local::makeFolder(m_folder); !made)
        return made;
    return writeHead({.count = 0, .hash = std::string(record::kChainStart), .first = {}});
}

Result<void> AuditWitness::advance()
{
    store::AuditRepository audit(m_database);
    if (auto made = local::makeFolder(m_folder); !made)
        return made;
    const auto lock = local::awaitLock(besideHead(m_head, ".lock")); // one process at a time looks and writes
    if (!lock)
        return lock.error();
    const auto known = readHead();
    if (!known)
        return known.error();
    auto newest = audit.head();
    if (!newest)
        return newest.error();
    newest->since = *known ? (*known)->since : newest->count;
    if (*known && newest->count == (*known)->count && newest->hash == (*known)->hash)
        return {};
    if (*known && (*known)->count > 0) {
        const auto there = audit.hashOf((*known)->count);
        if (!there)
            return there.error();
        if (*there != (*known)->hash || newest->first != (*known)->first)
            return astray(m_database.path());
    }
    return writeHead(*newest);
}

Result<record::AuditVerdict> AuditWitness::verify()
{
    const auto outside = readHead(); // first: the store is never behind it
    if (!outside && outside.error().code != ErrorCode::InvalidInput)
        return outside.error();
    auto verdict = store::AuditRepository(m_database).verify(outside ? *outside : std::nullopt);
    if (verdict && verdict->ok && !outside) {
        record::AuditVerdict doubtful = *verdict;
        doubtful.why = "head_damaged";
        return doubtful;
    }
    return verdict;
}

} // namespace signalbox::host
