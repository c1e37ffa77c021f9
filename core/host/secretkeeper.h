// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that are kept for a workspace: in the desktop's keychain, in a sealed file beside the store, or in the memory
// of this program. What the keychain or the file has told is remembered until the file says that something has changed.
//
// Thread  any but the GUI's: a keychain that is locked, and a passphrase, make the caller wait
// Errors  InvalidInput: no passphrase or another one, a damaged file, a locked keychain; NotFound; Io; then nothing has
//         changed. None of them tells what a secret is
// Disk    as core/host/secretfile.h
#pragma once

#include "core/host/connectionviews.h"
#include "core/host/secretfile.h"

#include <chrono>
#include <mutex>

namespace signalbox::host {

class SecretKeeper {
public:
    struct Kept {
        std::string name{};
        SecretPlace place = SecretPlace::Nowhere;
        std::string value{}; // empty: it cannot be had now
    };

    /// Secrets are one program's, as its environment is.
    static SecretKeeper& ofProcess();

    /// Those of this store are found from now on.
    void useStore(const std::filesystem::path& store);
    /// An empty value: it is not kept.
    Result<Kept> find(const std::string& name);
    SecretPlace placeOf(const std::string& name); // where it is kept, although it may not be had now
    /// At that place and no other. A sealed file that is open needs no passphrase.
    Result<void> keep(const std::string& name, const NewSecret& secret);
    Result<void> remove(const std::string& name); // NotFound: it is not kept
    Result<void> unlock(const std::string& passphrase); // the sealed file, for as long as this program runs
    SecretStoreView standing();
    Result<std::vector<Kept>> list();
    /// What has been found or given so far.
    std::vector<std::string> values() const;

private:
    std::filesystem::path file() const;
    Result<SecretFile> read(); // and forgets what is out of date
    Result<std::string> fromKeychain(const std::string& name);
    Result<std::string> fromSealed(const SecretFile& file, const std::string& name);
    Result<void> openSealed(const SecretFile& file, const std::string& passphrase);
    Result<void> keepSealed(SecretFile& file, const std::string& name, const NewSecret& secret);
    Result<void> dropSealed(SecretFile& file, const std::string& name);
    std::string keyOf(const std::string& name) const; // in the keychain

    mutable std::mutex m_mutex;
    std::filesystem::path m_store; // guarded by m_mutex, as what follows
    std::int64_t m_changes = 0; // of the file that the rest is from
    std::map<std::string, std::string> m_fromKeychain;
    struct Refusal {
        Error why;
        std::chrono::steady_clock::time_point until; // then it is asked again
    };
    std::map<std::string, Refusal> m_refused; // by the keychain, which may ask a person each time
    std::map<std::string, std::string> m_session;
    std::optional<SealKey> m_key;
    SecretFile::Values m_unsealed; // once m_key
    std::set<std::string> m_values;
};

} // namespace signalbox::host
