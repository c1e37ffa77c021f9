// SPDX-License-Identifier: GPL-3.0-or-later
// A project on disk, a registry with a fault, and the real signalboxctl with the real npm between them.
#pragma once

#include "tests/app/ctlprogram.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace signalbox::test {

class NpmScene {
public:
    NpmScene();
    ~NpmScene();

    /// Whether npm and node are on this machine.
    static bool hasNpm();

    /// Starts the registry with a fault that concerns the first `times` requests, and points the project at it.
    bool startRegistry(const QString& fault, int times = -1);
    /// What the registry was asked so far.
    QString requests();

    QString folder() const { return m_folder.path() + QStringLiteral("/shop"); }
    void write(const QString& file, const QByteArray& bytes) const;
    QByteArray read(const QString& file) const;
    /// The lockfile that fits package.json.
    void writeLockfile();
    /// The lockfile that fits package.json once nobody minds peer dependencies.
    void lockWithoutPeers();
    /// Makes the project a git repository whose signalbox.yaml allows `retries` a run.
    bool commitPolicy(int retries) const;
    /// Every file's path and bytes.
    QByteArray tree() const;

    Answered heal(const QStringList& more = {}) const;
    Answered ask(QStringList arguments) const;
    QJsonObject object(const QStringList& arguments) const;
    /// Approves with this choice, and drives the run until it has ended or waits for the next decision.
    QJsonObject approve(const QJsonObject& healed, const QString& choice) const;

    /// A clean install by npm itself in another folder that has the project; its exit status.
    int install(const QString& folder) const;

    QString store() const { return m_folder.path() + QStringLiteral("/s.sqlite"); }
    QString benchFolder() const { return m_folder.path() + QStringLiteral("/s.npm"); }

private:
    void lock(const QStringList& flags);

    QTemporaryDir m_folder;
    QProcess m_registry;
    QByteArray m_port;
    QString m_requests;
};

} // namespace signalbox::test
