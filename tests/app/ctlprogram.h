// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real signalboxctl and keeps what it answered.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace signalbox::test {

struct Answered {
    int status = -1; // -1: it did not end, or was killed
    QString output;
    QString diagnostics;
};

Answered runCtl(const QStringList& arguments, const QByteArray& input = {}, const QString& folder = {});

/// Whether `text` is one line, as an error has to be.
bool isOneLine(const QString& text);

/// The one JSON object that `text` is; empty where it is anything else.
QJsonObject jsonOf(const QString& text);

/// Writes `bytes` to `name` in `folder`, and gives its path.
QString writtenFile(const QString& folder, const QString& name, const QByteArray& bytes);

} // namespace signalbox::test
