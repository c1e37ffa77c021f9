// SPDX-License-Identifier: GPL-3.0-or-later
// A store with one run, in which children are killed, and how it ends when it is resumed.
//
// Thread  that of the test
#pragma once

#include "tests/durability/engine.h"

#include <QTemporaryDir>

namespace signalbox::test {

class KillSite {
public:
    explicit KillSite(std::string scenario, graph::Durability durability = graph::Durability::Normal);

    /// Drives the run in a child until that kills itself; false where it came to the end before.
    bool killAt(JournalPoint point, int nth) const;
    /// The same at a write or a sync of the disk: "write", "torn" (half written) or "sync".
    bool killAtDisk(const std::string& act, int nth) const;

    /// Drives the run in this process until it rests.
    QString resume() const;

    /// What is wrong with an ending, compared with that of a run that nobody disturbed; empty: nothing. Every act above
    /// observe has happened once; where nobody can tell whether it did, a person is asked, and it did not happen twice.
    QString faultOf(const QString& ending) const;

    std::string store() const { return m_folder.filePath(QStringLiteral("store.sqlite")).toStdString(); }
    World world() const { return World(m_folder.filePath(QStringLiteral("world")).toStdString()); }

private:
    std::string m_scenario;
    QTemporaryDir m_folder;
};

/// Runs crashchild; true where it was killed. Ends the test program where it failed otherwise.
bool killedChild(const std::string& what, const std::string& store, const std::string& world, const std::string& when,
                 long number);

QStringList knowableScenarios();

} // namespace signalbox::test
