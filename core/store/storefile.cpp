// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storefile.h"

#include "core/store/dialect.h"
#include "core/store/sqlerror.h"

#include <QFile>
#include <QFileInfo>

namespace signalbox::store {

namespace {

constexpr qsizetype kHeaderSize = 100;
constexpr int kVersionAt = 60;
constexpr int kApplicationAt = 68;

std::int64_t bigEndian(const QByteArray& bytes, int at)
{
    std::int64_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value * 256 + static_cast<unsigned char>(bytes[at + i]);
    return value;
}

Error cannot(const std::string& path, const std::string& why)
{
    return {ErrorCode::Io, "the store " + path + " cannot be opened: " + why};
}

Result<void> checkFolder(const std::string& path, const QFileInfo& file)
{
    const QFileInfo folder(file.absolutePath());
    if (!folder.exists())
        return cannot(path, "there is no folder " + folder.absoluteFilePath().toStdString() + "; make it first");
    if (!folder.isDir())
        return cannot(path, folder.absoluteFilePath().toStdString() + " is not a folder");
    if (!folder.isWritable())
        return cannot(path, "the folder " + folder.absoluteFilePath().toStdString() + " cannot be written");
    return {};
}

} // namespace

Error tooNew(const std::string& path, std::int64_t version, int newestVersion)
{
    return {ErrorCode::Io,
            "the store " + path + " was made by a newer version of Signalbox (format " + std::to_string(version)
                + ", this one knows " + std::to_string(newestVersion) + "); it was left untouched: update Signalbox"};
}

Error notOurs(const std::string& path)
{
    return {ErrorCode::Io, "the file " + path + " is a database of another program; it was left untouched"};
}

Result<std::string> storePath(std::string_view place)
{
    constexpr std::string_view kScheme = "sqlite:";
    if (place.starts_with(kScheme))
        place.remove_prefix(kScheme.size());
    else if (place.find("://") != std::string_view::npos)
        return Error{ErrorCode::InvalidInput,
                     "this version keeps its store in a file: name a path or sqlite:PATH, not "
                         + std::string(place.substr(0, place.find("://"))) + "://"};
    if (place.empty() || place.find('\0') != std::string_view::npos)
        return Error{ErrorCode::InvalidInput, "a store needs a path"};
    return std::string(place);
}

Result<void> checkFile(const std::string& path, int newestVersion)
{
    const QFileInfo file(QString::fromStdString(path));
    if (auto folder = checkFolder(path, file); !folder)
        return folder;
    if (!file.exists())
        return {};
    if (!file.isFile())
        return cannot(path, "it is not a file");
    if (!file.isWritable())
        return cannot(path, "the file cannot be written");
    QFile opened(file.filePath());
    if (!opened.open(QIODevice::ReadOnly))
        return cannot(path, opened.errorString().toStdString());
    const QByteArray header = opened.read(kHeaderSize);
    if (header.isEmpty())
        return {};
    if (header.size() < kHeaderSize || !header.startsWith("SQLite format 3"))
        return damaged(path, "it is not a database");
    const std::int64_t application = bigEndian(header, kApplicationAt);
    if (application != 0 && application != dialect::kApplicationId)
        return notOurs(path);
    if (const std::int64_t version = bigEndian(header, kVersionAt); version > newestVersion)
        return tooNew(path, version, newestVersion);
    return {};
}

} // namespace signalbox::store
