// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/secretkeeper.h"

#include "core/host/keychain.h"
#include "core/host/secrets.h"

#include <QString>

#include <algorithm>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

using Steady = std::chrono::steady_clock;

constexpr const char* kPassphrase = "SIGNALBOX_PASSPHRASE";
constexpr std::chrono::seconds kRest{20}; // after a keychain has refused

Error about(const fs::path& file, const Error& error)
{
    return {ErrorCode::InvalidInput, file.string() + ": " + error.detail};
}

/// Of one line, as tokens and passwords are.
bool isText(const std::string& value)
{
    const bool hasControls
        = std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return !hasControls && QString::fromStdString(value).toStdString() == value;
}

Error gone(const std::string& name)
{
    std::string text = keychain::kLocked;
    text += " Or " + name + " was removed from it: give it again.";
    return {ErrorCode::InvalidInput, std::move(text)};
}

} // namespace

SecretKeeper& SecretKeeper::ofProcess()
{
    static SecretKeeper keeper;
    return keeper;
}

void SecretKeeper::useStore(const fs::path& store)
{
    const std::lock_guard lock(m_mutex);
    if (m_store == store)
        return;
    m_store = store;
    m_changes = 0;
    m_fromKeychain.clear();
    m_refused.clear();
    m_session.clear();
    m_key.reset();
    m_unsealed.clear();
}

fs::path SecretKeeper::file() const
{
    const std::lock_guard lock(m_mutex);
    return m_store.empty() ? fs::path() : SecretFile::beside(m_store);
}

std::string SecretKeeper::keyOf(const std::string& name) const
{
    const std::lock_guard lock(m_mutex);
    return name + " of " + m_store.string();
}

Result<SecretFile> SecretKeeper::read()
{
    const fs::path path = file();
    auto read = path.empty() ? Result<SecretFile>(SecretFile()) : SecretFile::read(path);
    if (!read)
        return read;
    const std::lock_guard lock(m_mutex);
    if (m_changes == read->changes)
        return read;
    m_changes = read->changes;
    m_fromKeychain.clear();
    m_refused.clear();
    m_unsealed.clear();
    if (m_key && read->sealed && read->sealed->parameters.check == m_key->parameters().check) {
        if (auto values = read->open(*m_key))
            m_unsealed = *std::move(values);
    } else {
        m_key.reset();
    }
    return read;
}

Result<SecretKeeper::Kept> SecretKeeper::find(const std::string& name)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto at = m_session.find(name); at != m_session.end())
            return Kept{name, SecretPlace::Session, at->second};
    }
    const auto kept = read();
    if (!kept)
        return kept.error();
    const bool isInKeychain = kept->keychain.contains(name);
    if (!isInKeychain && !(kept->sealed && kept->sealed->names.contains(name)))
        return Kept{name};
    auto value = isInKeychain ? fromKeychain(name) : fromSealed(*kept, name);
    if (!value)
        return Error{value.error().code, value.error().detail};
    const std::lock_guard lock(m_mutex);
    m_values.insert(*value);
    return Kept{name, isInKeychain ? SecretPlace::Keychain : SecretPlace::Sealed, *std::move(value)};
}

SecretPlace SecretKeeper::placeOf(const std::string& name)
{
    const auto kept = read();
    if (!kept)
        return SecretPlace::Nowhere;
    if (kept->keychain.contains(name))
        return SecretPlace::Keychain;
    return kept->sealed && kept->sealed->names.contains(name) ? SecretPlace::Sealed : SecretPlace::Nowhere;
}

Result<std::string> SecretKeeper::fromKeychain(const std::string& name)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto at = m_fromKeychain.find(name); at != m_fromKeychain.end())
            return at->second;
        if (const auto at = m_refused.find(name); at != m_refused.end() && Steady::now() < at->second.until)
            return at->second.why;
    }
    auto value = keychain::read(keyOf(name));
    const std::lock_guard lock(m_mutex);
    if (!value) { // one that is locked may say no more than that there is none
        const Error why = value.error().code == ErrorCode::NotFound
            ? gone(name)
            : Error{ErrorCode::InvalidInput, value.error().detail};
        m_refused.insert_or_assign(name, Refusal{why, Steady::now() + kRest});
        return why;
    }
    m_refused.erase(name);
    return m_fromKeychain[name] = *std::move(value);
}

Result<std::string> SecretKeeper::fromSealed(const SecretFile& kept, const std::string& name)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_key)
            return m_unsealed[name];
    }
    const auto passphrase = givenSecret(kPassphrase);
    if (!passphrase)
        return passphrase.error();
    if (passphrase->value.empty())
        return Error{ErrorCode::InvalidInput,
                     name + " is sealed in " + file().string() + "; unlock it in Settings, or set " + kPassphrase
                         + " or " + kPassphrase + "_FILE"};
    if (const auto opened = openSealed(kept, passphrase->value); !opened)
        return opened.error();
    const std::lock_guard lock(m_mutex);
    return m_unsealed[name];
}

Result<void> SecretKeeper::openSealed(const SecretFile& kept, const std::string& passphrase)
{
    if (!kept.sealed)
        return Error{ErrorCode::NotFound, "no secret is sealed in " + file().string()};
    auto key = SealKey::derive(passphrase, kept.sealed->parameters);
    auto values = key ? kept.open(*key) : Result<SecretFile::Values>(key.error());
    if (!values)
        return about(file(), values.error());
    const std::lock_guard lock(m_mutex);
    m_key = *std::move(key);
    m_unsealed = *std::move(values);
    return {};
}

Result<void> SecretKeeper::unlock(const std::string& passphrase)
{
    const auto kept = read();
    return kept ? openSealed(*kept, passphrase) : Result<void>(kept.error());
}

Result<void> SecretKeeper::keep(const std::string& name, const NewSecret& secret)
{
    if (secret.value.empty())
        return Error{ErrorCode::InvalidInput, "no secret was given for " + name};
    if (!isText(secret.value))
        return Error{ErrorCode::InvalidInput, "what was given for " + name + " is no text of one line"};
    const fs::path path = file();
    if (path.empty() || secret.keep == SecretPlace::Environment || secret.keep == SecretPlace::File
        || secret.keep == SecretPlace::Nowhere)
        return Error{ErrorCode::InvalidInput, name + " can be kept in the keychain, sealed, or for this session"};
    if (secret.keep == SecretPlace::Keychain) {
        if (const auto written = keychain::write(keyOf(name), secret.value); !written)
            return Error{ErrorCode::InvalidInput, written.error().detail};
    }
    const auto now = read();
    if (!now)
        return now.error();
    const bool isElsewhere = now->keychain.contains(name) || (now->sealed && now->sealed->names.contains(name));
    if (secret.keep != SecretPlace::Session || isElsewhere) {
        const auto changed = SecretFile::change(path, [&](SecretFile& kept) -> Result<void> {
            if (secret.keep == SecretPlace::Sealed) {
                kept.keychain.erase(name);
                return keepSealed(kept, name, secret);
            }
            if (secret.keep == SecretPlace::Keychain)
                kept.keychain.insert(name);
            else
                kept.keychain.erase(name);
            return dropSealed(kept, name);
        });
        if (!changed)
            return changed;
    }
    if (now->keychain.contains(name) && secret.keep != SecretPlace::Keychain)
        static_cast<void>(keychain::remove(keyOf(name))); // nobody asks for it there any more
    const std::lock_guard lock(m_mutex);
    m_session.erase(name);
    if (secret.keep == SecretPlace::Session)
        m_session[name] = secret.value;
    m_values.insert(secret.value);
    return {};
}

Result<void> SecretKeeper::keepSealed(SecretFile& kept, const std::string& name, const NewSecret& secret)
{
    std::string passphrase = secret.passphrase;
    if (passphrase.empty()) {
        const auto given = givenSecret(kPassphrase);
        if (!given)
            return given.error();
        passphrase = given->value;
    }
    const std::lock_guard lock(m_mutex);
    const bool isOpen = m_key && kept.sealed && m_key->parameters().check == kept.sealed->parameters.check;
    if (!isOpen || !secret.passphrase.empty()) {
        auto key = kept.sealed ? SealKey::derive(passphrase, kept.sealed->parameters) : SealKey::make(passphrase);
        if (!key)
            return about(SecretFile::beside(m_store), key.error());
        m_key = *std::move(key);
    }
    auto values = kept.open(*m_key);
    if (!values)
        return about(SecretFile::beside(m_store), values.error());
    (*values)[name] = secret.value;
    kept.seal(*values, *m_key);
    return {};
}

/// Without a key, one that is sealed alone goes with its file; of several, the others could not be kept.
Result<void> SecretKeeper::dropSealed(SecretFile& kept, const std::string& name)
{
    if (!kept.sealed || !kept.sealed->names.contains(name))
        return {};
    if (kept.sealed->names.size() == 1) {
        kept.sealed.reset();
        return {};
    }
    if (const auto value = fromSealed(kept, name); !value)
        return value.error();
    const std::lock_guard lock(m_mutex);
    auto values = kept.open(*m_key);
    if (!values)
        return about(SecretFile::beside(m_store), values.error());
    values->erase(name);
    kept.seal(*values, *m_key);
    return {};
}

Result<void> SecretKeeper::remove(const std::string& name)
{
    const fs::path path = file();
    const auto now = read();
    if (!now)
        return now.error();
    const bool isInKeychain = now->keychain.contains(name);
    const bool isSealed = now->sealed && now->sealed->names.contains(name);
    if (isInKeychain) {
        const auto removed = keychain::remove(keyOf(name));
        if (!removed && removed.error().code != ErrorCode::NotFound)
            return Error{ErrorCode::InvalidInput, removed.error().detail};
    }
    if (isInKeychain || isSealed) {
        const auto changed = SecretFile::change(path, [&](SecretFile& kept) {
            kept.keychain.erase(name);
            return dropSealed(kept, name);
        });
        if (!changed)
            return changed;
    }
    const std::lock_guard lock(m_mutex);
    const bool wasInSession = m_session.erase(name) > 0;
    return isInKeychain || isSealed || wasInSession ? Result<void>()
                                                    : Error{ErrorCode::NotFound, name + " is not kept here"};
}

SecretStoreView SecretKeeper::standing()
{
    SecretStoreView view;
    const auto usable = keychain::check();
    view.keychain = static_cast<bool>(usable);
    if (!usable)
        view.keychainFault = usable.error().detail;
    const auto kept = read();
    view.sealed = kept && kept->sealed;
    const std::lock_guard lock(m_mutex);
    view.sealedOpen = view.sealed && m_key;
    return view;
}

Result<std::vector<SecretKeeper::Kept>> SecretKeeper::list()
{
    const auto kept = read();
    if (!kept)
        return kept.error();
    std::map<std::string, SecretPlace> places;
    for (const std::string& name : kept->keychain)
        places.emplace(name, SecretPlace::Keychain);
    for (const std::string& name : kept->sealed ? kept->sealed->names : std::set<std::string>())
        places.emplace(name, SecretPlace::Sealed);
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [name, value] : m_session)
            places.emplace(name, SecretPlace::Session);
    }
    std::vector<Kept> all;
    for (const auto& [name, place] : places) {
        const auto found = find(name);
        all.push_back({name, place, found ? found->value : std::string()});
    }
    return all;
}

std::vector<std::string> SecretKeeper::values() const
{
    const std::lock_guard lock(m_mutex);
    return {m_values.begin(), m_values.end()};
}

} // namespace signalbox::host
