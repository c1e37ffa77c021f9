// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/sharedworkspace.h"

#include "core/local/process.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace signalbox {

namespace fs = std::filesystem;
using host::SharedWorkspace;
using host::Workspace;

class TestSharedWorkspace : public QObject {
    Q_OBJECT

private:
    static fs::path at(const QTemporaryDir& folder, const char* name)
    {
        return fs::path(folder.path().toStdString()) / name;
    }
    static void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }
    static bool git(const fs::path& folder, std::vector<std::string> words)
    {
        words.insert(words.begin(), {"git", "-c", "user.name=t", "-c", "user.email=t@example.com"});
        const auto done
            = local::runProcess({.arguments = words, .folder = folder, .environment = local::allowedEnvironment()}, {});
        return done && done->exitCode == 0;
    }
    static fs::path repository(const QTemporaryDir& folder, const char* name, const char* yaml,
                               const char* file = "signalbox.yaml")
    {
        const fs::path made = at(folder, name);
        fs::create_directories(made);
        write(made / "README.md", "words\n");
        if (yaml)
            write(made / file, yaml);
        if (!git(made, {"init", "-q", "-b", "main"}) || !git(made, {"add", "-A"})
            || !git(made, {"commit", "-q", "-m", "Begin"}))
            return {};
        return made;
    }
    static SharedWorkspace opened(const QTemporaryDir& folder)
    {
        return SharedWorkspace(*Workspace::load(at(folder, "s.sqlite").string()));
    }
    static constexpr const char* kPipeline = "version: 1\njobs:\n  build:\n    script: [make]\n";

private slots:
    void whatTwoProgramsSaveIsAllKept()
    {
        const QTemporaryDir folder;
        SharedWorkspace one = opened(folder);
        SharedWorkspace other = opened(folder); // before the first has saved anything
        const std::string api = "https://api.github.com";
        QVERIFY(static_cast<bool>(one.addRemote({.api = api, .repository = "acme/shop", .token = {}, .since = {}})));
        QVERIFY(static_cast<bool>(other.addRemote({.api = api, .repository = "acme/site", .token = {}, .since = {}})));
        QVERIFY(static_cast<bool>(one.useModel({.name = "small"})));

        const auto kept = opened(folder).now();
        QVERIFY(kept->has("acme/shop") && kept->has("acme/site"));
        QCOMPARE(kept->model.name, std::string("small"));
        QVERIFY(one.now()->has("acme/site"));
    }

    void whatIsThereForNowIsNotSaved()
    {
        const QTemporaryDir folder;
        SharedWorkspace workspace = opened(folder);
        QVERIFY(static_cast<bool>(workspace.addFolder("looked-at", at(folder, "x"), SharedWorkspace::Keep::ForNow)));
        QVERIFY(static_cast<bool>(workspace.useModel({.name = "small"})));
        QVERIFY(workspace.now()->has("looked-at"));
        QVERIFY(!opened(folder).now()->has("looked-at"));
    }

    void aRepositoryIsWatchedOnceHoweverItsNameIsWritten()
    {
        const QTemporaryDir folder;
        SharedWorkspace workspace = opened(folder);
        const std::string api = "https://github.acme.com/api/v3";
        QVERIFY(
            static_cast<bool>(workspace.addRemote({.api = api, .repository = "acme/shop", .token = {}, .since = {}})));

        const auto again = workspace.addRemote({.api = api, .repository = "ACME/Shop", .token = {}, .since = {}});

        QVERIFY(!again && again.error().detail.find("as acme/shop") != std::string::npos);
        QCOMPARE(workspace.now()->remotes.size(), std::size_t{1});
    }

    void aRepositoryBecomesALineThatStays()
    {
        const QTemporaryDir folder;
        const fs::path docs = repository(folder, "docs", kPipeline);
        QVERIFY(!docs.empty());
        SharedWorkspace workspace = opened(folder);
        const auto before = workspace.now();

        const auto name = workspace.addLine(docs);

        QVERIFY2(name, name ? "" : name.error().detail.c_str());
        QCOMPARE(*name, std::string("docs"));
        QCOMPARE(*workspace.folderOf("docs"), fs::canonical(docs));
        QVERIFY(before->lines.empty()); // who reads it now goes on with what was
        QCOMPARE(Workspace::load(at(folder, "s.sqlite").string())->lines.size(), std::size_t(1));
    }

    void aPipelineOfGitLabIsEnough()
    {
        const QTemporaryDir folder;
        SharedWorkspace workspace = opened(folder);

        const auto name = workspace.addLine(repository(folder, "docs", "build: {script: [make]}\n", ".gitlab-ci.yml"));

        QVERIFY2(name, name ? "" : name.error().detail.c_str());
    }

    void whatCannotBeRunIsRefusedAndNothingIsKept_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("why");

        QTest::newRow("no pipeline") << QString() << QStringLiteral("has no signalbox.yaml on its default branch");
        QTest::newRow("no jobs") << QStringLiteral("version: 1\n") << QStringLiteral("has no jobs");
        QTest::newRow("bad yaml") << QStringLiteral("version: [\n") << QStringLiteral("signalbox.yaml:");
    }

    void whatCannotBeRunIsRefusedAndNothingIsKept()
    {
        QFETCH(QString, yaml);
        QFETCH(QString, why);
        const QTemporaryDir folder;
        const std::string text = yaml.toStdString();
        const fs::path docs = repository(folder, "docs", yaml.isEmpty() ? nullptr : text.c_str());
        SharedWorkspace workspace = opened(folder);

        const auto name = workspace.addLine(docs);

        QVERIFY(!name);
        QVERIFY2(QString::fromStdString(name.error().detail).contains(why), name.error().detail.c_str());
        QVERIFY(workspace.now()->lines.empty());
        QVERIFY(!fs::exists(at(folder, "s.workspace.json")));
    }

    void noRepositoryAndANameThatIsTakenAreRefused()
    {
        const QTemporaryDir folder;
        SharedWorkspace workspace = opened(folder);
        fs::create_directories(at(folder, "plain"));
        QVERIFY(!workspace.addLine(at(folder, "plain")));
        QVERIFY(!workspace.addLine(at(folder, "missing")));

        fs::create_directories(at(folder, "other"));
        QVERIFY(workspace.addLine(repository(folder, "docs", kPipeline)));
        const auto again = workspace.addLine(at(folder, "docs"));
        QCOMPARE(again.error().detail, std::string("the line docs is there already"));
        QVERIFY(!workspace.addLine(repository(folder, "other/docs", kPipeline)));
    }

    void webhooksAreReceivedAtAnAddressOnly()
    {
        const QTemporaryDir folder;
        SharedWorkspace workspace = opened(folder);

        const auto wrong = workspace.receiveWebhooks({.on = true, .address = "example.org:5000"});
        QVERIFY(!wrong && wrong.error().code == ErrorCode::InvalidInput);
        QVERIFY(workspace.now()->webhooks == host::Listening());

        QVERIFY(workspace.receiveWebhooks({.on = true, .address = "localhost:6000"}));
        QVERIFY(opened(folder).now()->webhooks.on);
        QVERIFY(workspace.receiveWebhooks({.on = false, .address = "whatever stood there"}));
    }

    void anotherWorkspaceIsTakenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        Workspace other = *Workspace::load(at(folder, "other.sqlite").string());
        other.name = "Payments";
        other.lines = {{"api", repository(folder, "api", kPipeline)}, {"web", repository(folder, "web", nullptr)}};
        QVERIFY(other.save());
        SharedWorkspace workspace = opened(folder);

        QVERIFY(!workspace.importLines(at(folder, "other.workspace.json")));
        QVERIFY(workspace.now()->lines.empty());

        other.lines.erase("web");
        QVERIFY(other.save());
        const auto names = workspace.importLines(at(folder, "other.workspace.json"));
        QVERIFY2(names, names ? "" : names.error().detail.c_str());
        QCOMPARE(*names, std::vector<std::string>{"api"});
        QCOMPARE(workspace.now()->name, std::string("Payments"));
        QVERIFY(!workspace.importLines(at(folder, "none.workspace.json")));
    }
};

SIGNALBOX_TEST(TestSharedWorkspace)

} // namespace signalbox

#include "tst_sharedworkspace.moc"
