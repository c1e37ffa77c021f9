// SPDX-License-Identifier: GPL-3.0-or-later
// A demo workspace in a folder of its own, driven by the real signalboxctl.
#pragma once

#include "tests/app/ctlprogram.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace signalbox::test {

class DemoStore {
public:
    QString folder() const { return m_folder.path(); }
    QString store() const { return m_folder.filePath(QStringLiteral("signalbox.sqlite")); }

    /// The demo to its end.
    Answered demo() const;

    /// What a command answers on this store, with --json.
    Answered ask(QStringList arguments) const;
    /// The same for a person.
    QString told(QStringList arguments) const;
    QJsonArray rows(const QStringList& arguments) const;
    QJsonObject object(const QStringList& arguments) const;

    /// The line of the demo's answer of that name.
    static QJsonObject line(const QJsonObject& demo, const QString& name);

    /// How often a job of a line was executed, by its own count.
    int executions(const QString& line, const QString& job) const;

private:
    QTemporaryDir m_folder;
};

} // namespace signalbox::test
