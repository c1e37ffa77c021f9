// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/local/localworkspace.h"

#include "core/local/attemptwatch.h"
#include "core/local/process.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <unistd.h>

namespace signalbox::test {

namespace {

constexpr Milliseconds kPatience{20'000};

} // namespace

LocalWorkspace::LocalWorkspace(bool isolate)
    : m_ci({.root = root(),
            .supervisor = SIGNALBOX_JOB,
            .repositoryOf = [this](const std::string& line) -> std::optional<std::filesystem::path> {
                return line == "shop" ? std::optional(repository()) : std::nullopt;
            },
            .isolate = isolate,
            .grace = Milliseconds(200),
            .secrets = [] { return std::vector<std::string>{"the-configured-secret"}; }})
{
    std::filesystem::create_directories(repository());
    git(repository(), {"init", "-q", "-b", "main"});
    git(repository(), {"config", "user.name", "Test Author"});
    git(repository(), {"config", "user.email", "test@example.com"});
}

std::string LocalWorkspace::commit(const std::string& yaml) const
{
    write(repository() / "signalbox.yaml", yaml);
    git(repository(), {"add", "."});
    git(repository(), {"commit", "-q", "-m", "Change"});
    return git(repository(), {"rev-parse", "HEAD"}).substr(0, 40);
}

ci::Run LocalWorkspace::runToEnd()
{
    const auto run = m_ci.start("shop", "main", "push", {});
    if (run)
        return waitForEnd(*run, 1);
    qWarning("%s", run.error().detail.c_str());
    return {};
}

ci::Run LocalWorkspace::rerunToEnd(const ci::Run& failed, bool debug)
{
    const auto attempt = m_ci.rerunFailed(refOf(failed), {.debug = debug, .fromAttempt = failed.attempt}, {});
    if (attempt)
        return waitForEnd(refOf(failed), *attempt);
    qWarning("%s", attempt.error().detail.c_str());
    return {};
}

ci::Run LocalWorkspace::waitForEnd(const ci::RunRef& run, int attempt)
{
    const auto ended = local::waitFinished(root(), run, attempt, kPatience, {});
    if (!ended)
        qWarning("%s", ended.error().detail.c_str());
    const auto found = m_ci.run(run, {});
    return found ? *found : ci::Run{};
}

std::string LocalWorkspace::log(const ci::Run& run, const std::string& job, int attempt)
{
    std::string text;
    const auto done = m_ci.readLog(refOf(run), job, attempt, [&text](std::string_view chunk) { text += chunk; }, {});
    return done ? text : done.error().detail;
}

ci::RunRef refOf(const ci::Run& run)
{
    return {run.line, run.number};
}

QString outcomes(const ci::Run& run)
{
    std::string text;
    for (const ci::Job& job : run.jobs)
        text += (text.empty() ? "" : ", ") + job.name + " " + std::string(ci::conclusionName(job.conclusion));
    return QString::fromStdString(text);
}

const ci::Job& jobOf(const ci::Run& run, const std::string& name)
{
    static const ci::Job none;
    const auto at = std::ranges::find(run.jobs, name, &ci::Job::name);
    return at == run.jobs.end() ? none : *at;
}

std::string git(const std::filesystem::path& folder, std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "git");
    const auto done = local::runProcess(
        {.arguments = std::move(arguments), .folder = folder, .environment = local::allowedEnvironment()}, {});
    if (!done || done->exitCode != 0)
        qWarning("git: %s", done ? done->err.c_str() : done.error().detail.c_str());
    return done ? done->out : std::string();
}

void write(const std::filesystem::path& file, const std::string& content)
{
    std::filesystem::create_directories(file.parent_path());
    QFile out(QString::fromStdString(file));
    if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray::fromStdString(content)) < 0)
        qWarning("cannot write %s", file.c_str());
}

std::string read(const std::filesystem::path& file)
{
    QFile in(QString::fromStdString(file));
    return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string();
}

std::string freshMark()
{
    static int count = 0;
    return "1000." + std::to_string(::getpid()) + std::to_string(++count) + "5";
}

int processesWith(const std::string& mark)
{
    int found = 0;
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString& name : all) {
        if (name.front().isDigit() && read("/proc/" + name.toStdString() + "/cmdline").find(mark) != std::string::npos)
            ++found;
    }
    return found;
}

} // namespace signalbox::test
