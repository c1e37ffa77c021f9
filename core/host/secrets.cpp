// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/secrets.h"

#include "core/local/files.h"

#include <cstdlib>

namespace signalbox::host {

namespace {

constexpr std::size_t kLargest = 4096; // bytes of a file that holds a secret

std::string variable(const std::string& name)
{
    const char* const value = std::getenv(name.c_str());
    return value ? value : "";
}

} // namespace

Result<std::string> secretNamed(const std::string& name)
{
    if (std::string value = variable(name); !value.empty())
        return value;
    const std::string file = variable(name + "_FILE");
    if (file.empty())
        return std::string();
    auto text = local::readFile(file, kLargest);
    if (!text)
        return Error{ErrorCode::InvalidInput, name + "_FILE: " + text.error().detail};
    text->resize(std::min(text->size(), text->find_first_of("\r\n")));
    if (text->empty())
        return Error{ErrorCode::InvalidInput,
                     name + "_FILE: " + file + " is empty; write the secret on its first line"};
    return text;
}

} // namespace signalbox::host
