// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the house: which folder may include which. A new folder needs a row here.
#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace signalbox::test {

struct FolderRule {
    QStringList folders; // whose headers it may include, besides its own
    QStringList headers; // single headers it may include from elsewhere
    bool aboveRim = false; // no Qt, no I/O
};

/// By folder, such as "core/log".
const QMap<QString, FolderRule>& folderRules();

/// The folder of a file, in the terms of the table: "core/log" for "core/log/patterns/set.cpp", "ui" for "ui/pch.h".
QString folderOf(const QString& path);

/// Why `folder` may not include the project's `header`; empty where it may.
QString refusal(const QString& folder, const QString& header);

} // namespace signalbox::test
