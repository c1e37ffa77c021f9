// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/processowner.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <unistd.h>

#include <optional>
#include <vector>

namespace signalbox::store {

namespace {

std::string content(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().trimmed().toStdString();
}

/// The start time of a living process in clock ticks since boot; nothing where it has ended, reaped or not.
std::optional<std::string> startTime(const std::string& pid)
{
    const std::string stat = content(QStringLiteral("/proc/%1/stat").arg(QString::fromStdString(pid)));
    const auto nameEnd = stat.rfind(')'); // the name before it may hold blanks and brackets
    if (nameEnd == std::string::npos)
        return std::nullopt;
    const QByteArray rest = QByteArray::fromStdString(stat.substr(nameEnd + 1)).trimmed();
    const auto fields = rest.split(' ');
    constexpr int kState = 0; // field 3 of the file
    constexpr int kStart = 19; // field 22
    if (fields.size() <= kStart || fields[kState] == "Z" || fields[kState] == "X")
        return std::nullopt;
    return fields[kStart].toStdString();
}

/// Colons part the fields of an owner.
std::string plain(std::string text)
{
    for (char& letter : text)
        if (letter == ':' || letter == '\n')
            letter = '-';
    return text;
}

/// Where process numbers mean the same: machine, boot, namespace of processes.
std::string place()
{
    const std::string machine
        = QSysInfo::machineHostName().toStdString() + "/" + QSysInfo::machineUniqueId().toStdString();
    const std::string boot = content(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const std::string space
        = QFileInfo(QStringLiteral("/proc/self/ns/pid")).symLinkTarget().section(u'/', -1).toStdString();
    return plain(machine) + ":" + plain(boot) + ":" + plain(space) + ":";
}

} // namespace

std::string thisProcess()
{
    const std::string pid = std::to_string(::getpid());
    return place() + pid + ":" + startTime(pid).value_or("0");
}

bool isGone(std::string_view owner)
{
    const std::string here = place();
    if (!owner.starts_with(here))
        return false;
    owner.remove_prefix(here.size());
    const auto colon = owner.find(':');
    if (colon == std::string_view::npos)
        return false;
    return startTime(std::string(owner.substr(0, colon))) != std::string(owner.substr(colon + 1));
}

} // namespace signalbox::store
