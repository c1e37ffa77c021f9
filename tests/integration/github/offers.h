// SPDX-License-Identifier: GPL-3.0-or-later
// What a test of offered fixes asks of the test forge: a run that failed, and the pull requests that came of it.
#pragma once

#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QUrl>

namespace signalbox::test {

/// The number of a run that has failed; empty where there is no forge.
inline QString failedRun(TestForge& forge, const QByteArray& jobs, const QJsonObject& files = {})
{
    if (!forge.start(jobs, "[]", files).isEmpty())
        return {};
    qputenv("GH_TOKEN", TestForge::kToken);
    qputenv("GITHUB_API_URL", forge.url().toUtf8());
    forge.push();
    const auto failed
        = [&] { return forge.newestRun()[QStringLiteral("conclusion")].toString() == QStringLiteral("failure"); };
    return QTest::qWaitFor(failed, 3 * kPatienceMs)
        ? QString::number(forge.newestRun()[QStringLiteral("id")].toInteger())
        : QString();
}

inline QStringList healOf(const QString& run)
{
    return {QStringLiteral("heal"),
            QStringLiteral("--provider"),
            QStringLiteral("github"),
            QStringLiteral("--repo"),
            QStringLiteral("acme/shop"),
            QStringLiteral("--run"),
            run};
}

inline QJsonArray pullsOf(TestForge& forge)
{
    return forge.ask("GET", QStringLiteral("/repos/acme/shop/pulls")).array();
}

/// What the branch changes, in its one commit on the default branch.
inline QStringList filesOf(TestForge& forge, const QString& branch)
{
    const QJsonObject compared
        = forge.ask("GET", QStringLiteral("/repos/acme/shop/compare/main...%1").arg(branch)).object();
    QStringList files;
    for (const auto& file : compared[QStringLiteral("files")].toArray())
        files << file[QStringLiteral("filename")].toString();
    files.sort();
    return compared[QStringLiteral("ahead_by")].toInt() == 1 ? files : QStringList();
}

inline bool checkOut(TestForge& forge, const QString& branch, const QString& folder)
{
    QUrl url(forge.url() + QStringLiteral("/acme/shop.git"));
    url.setUserInfo(QStringLiteral("x-access-token:") + QString::fromLatin1(TestForge::kToken));
    QProcess git;
    git.start(
        QStringLiteral("git"),
        {QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--branch"), branch, url.toString(), folder});
    return git.waitForFinished(kPatienceMs) && git.exitCode() == 0;
}

} // namespace signalbox::test
