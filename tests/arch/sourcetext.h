// SPDX-License-Identifier: GPL-3.0-or-later
// The project's files as text, for the house tests.
#pragma once

#include <QString>
#include <QStringList>

namespace signalbox::test {

/// Paths relative to the project, sorted: every .h and .cpp below the folders named, but not the sources
/// that are data: the repositories of the demo, and fixtures.
QStringList sourcesBelow(const QStringList& folders);

QString absolutePath(const QString& relative);

/// The file's text; empty where it cannot be read.
QString textOf(const QString& relative);

/// A source with its comments taken out and its strings emptied, and the comments alone.
struct Split {
    QString code;
    QString comments;
};

Split split(const QString& source);

/// What stands between the quotes or brackets of each #include, in their order.
QStringList projectIncludes(const QString& source);
QStringList systemIncludes(const QString& source);

} // namespace signalbox::test
