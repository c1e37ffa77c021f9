// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/killsite.h"

#include "core/store/approvalrepository.h"
#include "tests/core/store/childprocess.h"
#include "tests/core/store/storefixture.h"

#include <QFile>
#include <QRegularExpression>

namespace signalbox::test {

namespace {

/// Made once each: a store with one queued run.
QByteArray freshStore(const std::string& scenario, graph::Durability durability)
{
    static std::map<std::pair<std::string, graph::Durability>, QByteArray> made;
    QByteArray& bytes = made[{scenario, durability}];
    if (bytes.isEmpty()) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("fresh.sqlite"));
        static_cast<void>(Engine(path.toStdString(), World(folder.path().toStdString())).create(scenario, durability));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no fresh store");
        bytes = file.readAll();
    }
    return bytes;
}

/// To look may be repeated, so how often is no matter.
QString withoutLooks(QString ending)
{
    static const QRegularExpression looks(QStringLiteral("^observe x[1-9]$"), QRegularExpression::MultilineOption);
    return ending.replace(looks, QStringLiteral("observe"));
}

QString undisturbed(const std::string& scenario)
{
    static std::map<std::string, QString> known;
    QString& ending = known[scenario];
    if (ending.isEmpty())
        ending = KillSite(scenario).resume();
    return ending;
}

} // namespace

KillSite::KillSite(std::string scenario, graph::Durability durability) : m_scenario(std::move(scenario))
{
    QFile file(QString::fromStdString(store()));
    if (!file.open(QIODevice::WriteOnly) || file.write(freshStore(m_scenario, durability)) <= 0)
        qFatal("no room for a store");
}

bool KillSite::killAt(JournalPoint point, int nth) const
{
    return killAtDisk(std::string(pointName(point)), nth);
}

bool KillSite::killAtDisk(const std::string& act, int nth) const
{
    return killedChild("drive", store(), m_folder.filePath(QStringLiteral("world")).toStdString(), act, nth);
}

QString KillSite::resume() const
{
    Engine engine(store(), world());
    engine.start();
    if (!engine.untilAllRest())
        return QStringLiteral("it does not come to rest: ") + engine.complaints().join(u'\n');
    must(engine.database().check());
    return engine.ending(RunId{1});
}

QString KillSite::faultOf(const QString& ending) const
{
    if (withoutLooks(ending) == withoutLooks(undisturbed(m_scenario)))
        return {};
    const QString both = QStringLiteral("ended as\n%1\ninstead of\n%2").arg(ending, undisturbed(m_scenario));
    if (m_scenario != "unknowable" || !ending.startsWith(QStringLiteral("waiting")))
        return both;
    Engine engine(store(), world());
    const auto open = must(store::ApprovalRepository(engine.database()).listOpen());
    if (open.size() != 1 || open.front().request.kind != "unknown_effect")
        return QStringLiteral("nobody is asked");
    return world().times(RunId{1}, "deploy") > 1 ? QStringLiteral("done twice") : QString();
}

bool killedChild(const std::string& what, const std::string& store, const std::string& world, const std::string& when,
                 long number)
{
    ChildProcess child(SIGNALBOX_CRASHCHILD, {}, {what, store, world, when, std::to_string(number)});
    const int status = child.reap();
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return true;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("a child ended with status %d", status);
    return false;
}

QStringList knowableScenarios()
{
    return {QStringLiteral("linear"), QStringLiteral("parallel"), QStringLiteral("fanout"), QStringLiteral("waiting"),
            QStringLiteral("retry")};
}

} // namespace signalbox::test
