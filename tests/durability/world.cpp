// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/world.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

#include <fcntl.h>
#include <unistd.h>

namespace signalbox::test {

namespace fs = std::filesystem;

Json World::act(RunId run, const std::string& key) const
{
    std::error_code error;
    fs::create_directories(placeOf(run), error);
    const int file = ::open((placeOf(run) / key).c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ::write(file, "x", 1) != 1)
        qFatal("the world has no room for %s", key.c_str());
    ::close(file);
    return key + " done";
}

int World::times(RunId run, const std::string& key) const
{
    std::error_code error;
    const auto bytes = fs::file_size(placeOf(run) / key, error);
    return error ? 0 : static_cast<int>(bytes);
}

std::map<std::string, int> World::acts(RunId run) const
{
    std::map<std::string, int> all;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(placeOf(run), error))
        all[file.path().filename().string()] = times(run, file.path().filename().string());
    return all;
}

} // namespace signalbox::test
