// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/npm/npmscene.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 600'000; // several installs by npm, on a machine that may be busy

Answered run(const QStringList& arguments)
{
    QProcess program;
    program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), arguments);
    program.closeWriteChannel();
    Answered answered;
    if (program.waitForFinished(kPatienceMs) && program.exitStatus() == QProcess::NormalExit)
        answered.status = program.exitCode();
    answered.output = QString::fromUtf8(program.readAllStandardOutput());
    answered.diagnostics = QString::fromUtf8(program.readAllStandardError());
    return answered;
}

bool git(const QString& folder, const QStringList& arguments)
{
    QProcess program;
    program.setWorkingDirectory(folder);
    program.start(u"git"_s,
                  QStringList{u"-c"_s, u"user.name=Test"_s, u"-c"_s, u"user.email=test@example.org"_s} + arguments);
    return program.waitForFinished(kPatienceMs) && program.exitCode() == 0;
}

} // namespace

NpmScene::NpmScene()
{
    QDir().mkpath(folder());
    write(u"package.json"_s, R"({"name": "shop", "version": "1.0.0", "dependencies": {"cart": "^2.4.0"}})");
}

NpmScene::~NpmScene()
{
    m_registry.closeWriteChannel(); // it ends then
    m_registry.waitForFinished(kPatienceMs);
}

bool NpmScene::hasNpm()
{
    return !QStandardPaths::findExecutable(u"npm"_s).isEmpty() && !QStandardPaths::findExecutable(u"node"_s).isEmpty();
}

bool NpmScene::startRegistry(const QString& fault, int times)
{
    QStringList arguments{QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/integration/npm/registry.mjs"), fault};
    if (times >= 0)
        arguments << QString::number(times);
    m_registry.start(u"node"_s, arguments);
    while (!m_registry.canReadLine()) {
        if (!m_registry.waitForReadyRead(kPatienceMs))
            return false;
    }
    m_port = m_registry.readLine().trimmed();
    write(u".npmrc"_s, read(u".npmrc"_s) + "registry=http://127.0.0.1:" + m_port + "/\n");
    return true;
}

QString NpmScene::requests()
{
    while (m_registry.waitForReadyRead(100))
        continue;
    m_requests += QString::fromUtf8(m_registry.readAllStandardOutput());
    return m_requests;
}

void NpmScene::write(const QString& file, const QByteArray& bytes) const
{
    QFile out(folder() + u'/' + file);
    QDir().mkpath(QFileInfo(out).path());
    if (out.open(QIODevice::WriteOnly))
        out.write(bytes);
}

QByteArray NpmScene::read(const QString& file) const
{
    QFile in(folder() + u'/' + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void NpmScene::writeLockfile()
{
    lock({});
}

void NpmScene::lockWithoutPeers()
{
    lock({u"--legacy-peer-deps"_s});
}

/// By npm itself, from the registry as it is without its fault.
void NpmScene::lock(const QStringList& flags)
{
    NpmScene healthy;
    healthy.write(u"package.json"_s, read(u"package.json"_s));
    QVERIFY(healthy.startRegistry(u"none"_s));
    QProcess npm;
    npm.setWorkingDirectory(healthy.folder());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"npm_config_cache"_s, healthy.m_folder.filePath(u"cache"_s));
    npm.setProcessEnvironment(environment);
    npm.start(u"npm"_s,
              QStringList{u"install"_s, u"--package-lock-only"_s, u"--ignore-scripts"_s, u"--no-audit"_s} + flags);
    QVERIFY(npm.waitForFinished(kPatienceMs));
    QByteArray lockfile = healthy.read(u"package-lock.json"_s);
    lockfile.replace(":" + healthy.m_port + "/", ":" + m_port + "/");
    write(u"package-lock.json"_s, lockfile);
}

int NpmScene::install(const QString& folder) const
{
    QProcess npm;
    npm.setWorkingDirectory(folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"npm_config_cache"_s, m_folder.filePath(u"cache"_s));
    npm.setProcessEnvironment(environment);
    npm.start(u"npm"_s, {u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s});
    return npm.waitForFinished(kPatienceMs) ? npm.exitCode() : -1;
}

bool NpmScene::commitPolicy(int retries) const
{
    write(u"signalbox.yaml"_s,
          "version: 1\njobs:\n  build:\n    script: [\"true\"]\npolicy:\n  retries_per_run: "
              + QByteArray::number(retries) + "\n");
    return git(folder(), {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}) && git(folder(), {u"add"_s, u"-A"_s})
        && git(folder(), {u"commit"_s, u"-q"_s, u"-m"_s, u"Begin"_s});
}

QByteArray NpmScene::tree() const
{
    QStringList files;
    QDirIterator all(folder(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    files.sort();
    QByteArray bytes;
    for (const QString& path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            bytes += path.toUtf8() + '\n' + file.readAll() + '\n';
    }
    return bytes;
}

Answered NpmScene::heal(const QStringList& more) const
{
    return run(QStringList{u"npm-heal"_s, folder(), u"--json"_s, u"--store"_s, store()} + more);
}

Answered NpmScene::ask(QStringList arguments) const
{
    arguments << u"--json"_s << u"--store"_s << store();
    return run(arguments);
}

QJsonObject NpmScene::object(const QStringList& arguments) const
{
    return QJsonDocument::fromJson(ask(arguments).output.toUtf8()).object();
}

QJsonObject NpmScene::approve(const QJsonObject& healed, const QString& choice) const
{
    const QString approval = QString::number(healed[u"approval"].toInt());
    const QString run = QString::number(healed[u"run"].toInt());
    const QString hash = object({u"approvals"_s, u"show"_s, approval})[u"evidence_hash"].toString();
    const Answered answered = ask({u"approvals"_s, u"approve"_s, approval, u"--evidence"_s, hash, u"--choice"_s, choice,
                                   u"--reason"_s, u"looked at"_s});
    if (answered.status != 0)
        return {};
    QJsonObject shown;
    const auto movedOn = [&] {
        shown = object({u"runs"_s, u"resume"_s, run});
        const QString state = shown[u"state"].toString();
        return state == u"succeeded" || state == u"failed"
            || (state == u"waiting" && shown[u"approval"].toInt() != approval.toInt());
    };
    return QTest::qWaitFor(movedOn, kPatienceMs) ? shown : QJsonObject();
}

} // namespace signalbox::test
