// SPDX-License-Identifier: GPL-3.0-or-later
// A file without a name, for what passes through this machine and is too large for memory: nobody else can open it, and
// it is gone with this, whoever dies.
//
// Thread  append(): one at a time, and before readers; the rest: any
// Errors  Io: the folder for temporary files has no room, or cannot be written to
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace signalbox::net {

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileReader = std::unique_ptr<std::FILE, FileCloser>;

class UnnamedFile {
public:
    static Result<UnnamedFile> make(); // in the folder that TMPDIR names
    UnnamedFile(UnnamedFile&& other) noexcept;
    UnnamedFile& operator=(UnnamedFile&&) = delete;
    ~UnnamedFile();

    Result<void> append(std::string_view bytes);
    std::uint64_t size() const { return m_size; }
    /// At most `count` bytes, the last ones.
    Result<std::string> tail(std::size_t count) const;
    /// Reads from its beginning, at a place of its own; null: the system has no descriptor for it.
    FileReader reader() const;

private:
    explicit UnnamedFile(int fd) : m_fd(fd) { }

    int m_fd;
    std::uint64_t m_size = 0;
};

} // namespace signalbox::net
