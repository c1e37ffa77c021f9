// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/patterncache.h"

#include "core/base/digest.h"
#include "core/local/files.h"
#include "resources/embedded.h"

#include <cstdlib>
#include <string_view>

namespace signalbox::host {

namespace {

constexpr const char* kCatalogueFile = "catalogue.patterns";
constexpr const char* kLinesFile = "lines.patterns";
constexpr std::size_t kMostBytes = 64 * 1024 * 1024;

/// Engines of two versions or processors compile the same text to different bytes.
std::string keyOf(std::string_view text)
{
    return digestHex(log::ExpressionSet::engineName() + '\n' + std::string(text));
}

} // namespace

std::filesystem::path PatternCache::userFolder()
{
    // The specification asks to ignore a relative path.
    const char* cache = std::getenv("XDG_CACHE_HOME"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (cache != nullptr && std::filesystem::path(cache).is_absolute())
        return std::filesystem::path(cache) / "signalbox";
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    if (home != nullptr && std::filesystem::path(home).is_absolute())
        return std::filesystem::path(home) / ".cache" / "signalbox";
    return {};
}

Result<std::shared_ptr<const log::Catalogue>> PatternCache::catalogue() const
{
    const auto json = resources::embedded(QStringLiteral("patterns/catalogue.json"));
    if (!json)
        return Error{ErrorCode::Internal, "the pattern catalogue is not in this program; build it again"};
    return catalogue(json->toStdString());
}

Result<std::shared_ptr<const log::Catalogue>> PatternCache::catalogue(const std::string& json) const
{
    const std::string key = keyOf(json);
    const std::string before = kept(kCatalogueFile, key);
    auto catalogue = log::Catalogue::fromJson(json, before);
    if (catalogue && !m_folder.empty() && !(*catalogue)->usesGivenBytes())
        keep(kCatalogueFile, key, (*catalogue)->compiledBytes());
    return catalogue;
}

Result<std::shared_ptr<const log::ExpressionSet>>
PatternCache::lineExpressions(const std::vector<std::string>& texts) const
{
    std::string all;
    for (const std::string& text : texts)
        all += text + '\n';
    const std::string key = keyOf(all);
    if (const std::string before = kept(kLinesFile, key); !before.empty()) {
        if (auto set = log::ExpressionSet::deserialized(before))
            return set;
    }
    auto set = log::ExpressionSet::compile(texts, log::ExpressionSet::Use::Lines);
    if (set)
        keep(kLinesFile, key, (*set)->serialized());
    return set;
}

std::string PatternCache::kept(const char* name, const std::string& key) const
{
    if (m_folder.empty())
        return {};
    auto file = local::readFile(m_folder / name, kMostBytes);
    const std::size_t head = 2 * key.size();
    if (!file || file->size() <= head || !file->starts_with(key))
        return {};
    if (file->compare(key.size(), key.size(), digestHex(std::string_view(*file).substr(head))) != 0)
        return {};
    file->erase(0, head);
    return *std::move(file);
}

void PatternCache::keep(const char* name, const std::string& key, const std::string& bytes) const
{
    if (m_folder.empty() || bytes.empty())
        return;
    if (const auto made = local::makeFolder(m_folder); !made)
        return; // without a cache it is slower, not wrong
    static_cast<void>(local::swapFile(m_folder / name, key + digestHex(bytes) + bytes));
}

} // namespace signalbox::host
