// SPDX-License-Identifier: GPL-3.0-or-later
// A file named on the command line, or standard input for "-", read in chunks.
//
// Thread  one at a time; reading blocks
// Errors  InvalidInput: it cannot be opened or is a folder; Io: reading failed; Cancelled: the person
//         interrupted. All name the file.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::ctl {

class Input {
public:
    static Result<Input> open(const std::string& path);
    Input(Input&& other) noexcept;
    Input& operator=(Input&&) = delete;
    ~Input();

    /// The next bytes, valid until the next call; empty at the end.
    Result<std::string_view> next();

private:
    Input(int descriptor, std::string name);

    int m_descriptor;
    std::string m_name; // for errors
    std::vector<char> m_buffer;
};

/// The whole file, where it has at most `limitBytes`.
Result<std::string> readWhole(const std::string& path, std::size_t limitBytes);

} // namespace signalbox::ctl
