// SPDX-License-Identifier: GPL-3.0-or-later
// The test forge (tests/forge) as a program of its own, and what a test orders and asks of it.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace signalbox::test {

class TestForge {
public:
    static constexpr const char* kToken = "tok_ops";
    static constexpr const char* kRepository = "acme/shop";

    ~TestForge();

    /// With a repository whose one workflow has these jobs, its caches as a seed has them, and more files by path.
    /// Empty; else why it cannot be started here.
    QString start(const QByteArray& jobs, const QByteArray& caches = "[]", QJsonObject files = {});

    QString url() const { return m_url; }
    /// A commit on the default branch, which starts the workflow.
    bool push();
    bool hook(const QString& address, const QString& secret);
    /// Of a REST call, or an order to the forge: what it answers; an empty document where it does not answer 2xx.
    QJsonDocument ask(const QByteArray& method, const QString& path, const QJsonObject& body = {});
    /// Requests made so far by `method` to a path that ends so.
    int count(const QString& method, const QString& end);
    QJsonObject newestRun();

private:
    QTemporaryDir m_folder;
    QProcess m_program;
    QString m_url;
};

} // namespace signalbox::test
