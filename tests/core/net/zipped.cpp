// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/zipped.h"

#include <zip.h>

#include <cstdlib>

namespace signalbox::test {

namespace {

/// A name of the same length, put right in the written archive: libzip refuses a second entry of one name.
std::string standIn(std::size_t number, const std::string& name)
{
    std::string text = "@" + std::to_string(number) + "@";
    text.resize(name.size(), '@');
    return text;
}

void replaceAll(std::string& bytes, const std::string& from, const std::string& to)
{
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
}

} // namespace

std::string zipped(const std::vector<ZippedEntry>& entries)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target); // beyond the end of the archive
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const ZippedEntry& entry = entries[at];
        zip_source_t* const text = zip_source_buffer(archive, entry.text.data(), entry.text.size(), 0);
        const auto place = zip_file_add(archive, standIn(at, entry.name).c_str(), text, ZIP_FL_ENC_UTF_8);
        const auto index = static_cast<zip_uint64_t>(place);
        const int method = entry.isBzip2 ? ZIP_CM_BZIP2 : entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
        zip_set_file_compression(archive, index, method, 0);
        if (entry.isEncrypted)
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "secret");
    }
    if (zip_close(archive) != 0)
        std::abort();
    zip_source_open(target);
    std::string bytes;
    char piece[4096];
    for (zip_int64_t got = 0; (got = zip_source_read(target, piece, sizeof piece)) > 0;)
        bytes.append(piece, static_cast<std::size_t>(got));
    zip_source_close(target);
    zip_source_free(target);
    for (std::size_t at = 0; at < entries.size(); ++at)
        replaceAll(bytes, standIn(at, entries[at].name), entries[at].name);
    return bytes;
}

net::UnnamedFile fileOf(const std::string& bytes)
{
    auto file = net::UnnamedFile::make();
    if (!file)
        std::abort();
    net::UnnamedFile out = *std::move(file);
    if (!out.append(bytes))
        std::abort();
    return out;
}

} // namespace signalbox::test
