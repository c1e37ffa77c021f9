// SPDX-License-Identifier: GPL-3.0-or-later
// What tokens of less and more may do, as both servers of the test forge answer; and that finding it out changes
// nothing there.
#include "core/host/remotes.h"
#include "tests/integration/connections/forgeseeds.h"
#include "tests/integration/github/forgeprogram.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <future>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

const QString kReads = u"reach works, sign_in works, read_runs works, read_environments works"_s;

/// "reach works, sign_in fails".
QString told(const std::vector<ci::TriedRight>& rights)
{
    QStringList words;
    for (const ci::TriedRight& one : rights) {
        std::string text(ci::rightName(one.right));
        text += ' ' + std::string(ci::rightStateName(one.state)) + (one.lacks.empty() ? "" : ": " + one.lacks);
        words << QString::fromStdString(text);
    }
    return words.join(u", "_s);
}

} // namespace

class TestRights : public QObject {
    Q_OBJECT

private slots:
    void eachTokenMayWhatItMay_data();
    void eachTokenMayWhatItMay();
    void whatItIsToldOfReachesAPerson();
    void whatDoesNotAnswerIsToldInOneLine_data();
    void whatDoesNotAnswerIsToldInOneLine();
    void aRepositoryThatTakesNoIssuesSaysSo();
    void itIsGivenUpWhileAServerIsSlow();
    void nobodyThere();

private:
    static QString start(ForgeProgram& forge, const std::string& provider)
    {
        return forge.startProgram(provider == "gitlab" ? u"gitlab.mjs"_s : u"forge.mjs"_s,
                                  provider == "gitlab" ? kGitLab : kGitHub);
    }
    static host::RemoteLine lineOn(const ForgeProgram& forge, const std::string& provider)
    {
        return {.provider = provider,
                .api = forge.url().toStdString() + (provider == "gitlab" ? "/api/v4" : ""),
                .repository = "acme/shop",
                .token = {},
                .since = {}};
    }
    static QStringList changes(ForgeProgram& forge)
    {
        QStringList made;
        for (const auto& value : forge.ask("GET", u"/_forge/journal"_s).array()) {
            const QJsonObject request = value.toObject();
            if (request[u"method"_s] != u"GET"_s && request[u"status"_s].toInt() < 400)
                made << request[u"path"_s].toString();
        }
        return made;
    }

    SystemClock m_clock;
};

void TestRights::eachTokenMayWhatItMay_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("expected");
    const QString all = kReads
        + u", rerun_jobs works, open_changes works, open_issues works, review_deployments works, "_s
        + u"read_reasons works, read_webhooks works"_s;
    const auto row = [](const char* name, const char* provider, const char* token, const QString& expected) {
        QTest::newRow(name) << QByteArray(provider) << QByteArray(token) << expected;
    };
    row("a token for everything", "github", "tok_ops", all);
    row("a fine-grained one that has all", "github", "tok_fine", all);
    row("a classic one", "github", "tok_classic", all);
    row("one that reads Actions", "github", "tok_reader",
        kReads + u", rerun_jobs lacks: Actions: write, open_changes lacks: Pull requests: write, Contents: write, "_s
            + u"open_issues lacks: Issues: write, review_deployments lacks: Deployments: write, "_s
            + u"read_reasons lacks: Checks: read, read_webhooks lacks: Webhooks: read"_s);
    row("one that may nothing", "github", "tok_bare",
        u"reach works, sign_in works, read_runs lacks: Actions: read, read_environments lacks: Actions: read, "_s
            + u"rerun_jobs untried, open_changes lacks: Pull requests: write, Contents: write, "_s
            + u"open_issues lacks: Issues: write, review_deployments untried, "_s
            + u"read_reasons lacks: Checks: read, read_webhooks lacks: Webhooks: read"_s);
    row("a classic one without its scope", "github", "tok_narrow",
        kReads + u", rerun_jobs lacks: repo, open_changes lacks: repo, open_issues lacks: repo, "_s
            + u"review_deployments lacks: repo, read_reasons works, read_webhooks lacks: read:repo_hook"_s);
    row("somebody who may only read", "github", "tok_viewer",
        kReads + u", rerun_jobs lacks: write access, open_changes lacks: write access, "_s
            + u"open_issues works, review_deployments lacks: write access, read_reasons works, "_s
            + u"read_webhooks lacks: admin access"_s);
    row("an App without pull requests", "github", "tok_app",
        kReads + u", rerun_jobs works, open_changes lacks: Pull requests: write, Contents: write, "_s
            + u"open_issues works, review_deployments works, read_reasons works, "_s
            + u"read_webhooks lacks: Webhooks: read"_s);
    const QString nothing
        = u"read_runs untried, read_environments untried, rerun_jobs untried, open_changes untried, "_s
        + u"open_issues untried, review_deployments untried, read_reasons untried, "_s + u"read_webhooks untried"_s;
    row("a wrong one", "github", "tok_wrong", u"reach works, sign_in fails, "_s + nothing);
    row("one for another repository", "github", "tok_else",
        u"reach works, sign_in works, read_runs fails, read_environments untried, rerun_jobs untried, "_s
            + u"open_changes untried, open_issues untried, review_deployments untried, read_reasons untried, "_s
            + u"read_webhooks untried"_s);
    row("one of GitLab for everything", "gitlab", "tok_ops", all);
    row("one of GitLab that reads", "gitlab", "tok_reader",
        kReads + u", rerun_jobs lacks: api, open_changes lacks: api, open_issues lacks: api, "_s
            + u"review_deployments lacks: api, read_reasons works, read_webhooks works"_s);
    row("one of a reporter", "gitlab", "tok_reporter",
        kReads + u", rerun_jobs lacks: Developer, open_changes lacks: Developer, open_issues works, "_s
            + u"review_deployments lacks: Developer, read_reasons works, read_webhooks lacks: Maintainer"_s);
    row("one that says who it is", "gitlab", "tok_user",
        u"reach works, sign_in works, read_runs lacks: api or read_api, read_environments untried, "_s
            + u"rerun_jobs untried, open_changes untried, open_issues untried, review_deployments untried, "_s
            + u"read_reasons untried, read_webhooks untried"_s);
    row("one for git alone", "gitlab", "tok_git",
        u"reach works, sign_in lacks: api or read_api or read_user, "_s + nothing);
    row("a wrong one of GitLab", "gitlab", "tok_wrong", u"reach works, sign_in fails, "_s + nothing);
}

void TestRights::eachTokenMayWhatItMay()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, token);
    QFETCH(QString, expected);
    ForgeProgram forge;
    if (const QString why = start(forge, provider.toStdString()); !why.isEmpty())
        QSKIP(qPrintable(why));
    host::SharedWorkspace shared{host::Workspace()};
    host::Remotes remotes(shared, m_clock);
    std::vector<ci::TriedRight> rights;

    const auto ended = remotes.trial(lineOn(forge, provider.toStdString()), token.toStdString())
                           .rights([&](const ci::TriedRight& one) { rights.push_back(one); }, {});

    QVERIFY2(ended, ended ? "" : ended.error().detail.c_str());
    if (told(rights) != expected) {
        for (const ci::TriedRight& one : rights)
            qWarning("%d %s", one.status, one.detail.c_str());
    }
    QCOMPARE(told(rights), expected);
    for (const ci::TriedRight& one : rights) {
        const bool isFault = one.state == ci::RightState::Lacks || one.state == ci::RightState::Fails;
        QVERIFY2(one.detail.empty() != isFault, one.detail.c_str());
        QVERIFY(one.detail.find('\n') == std::string::npos && one.detail.find(token) == std::string::npos);
        QVERIFY((one.status > 0) == (one.state != ci::RightState::Untried));
    }
    QCOMPARE(changes(forge), QStringList());
    QCOMPARE(forge.contractFault(), QByteArray());
}

void TestRights::whatItIsToldOfReachesAPerson()
{
    for (const char* provider : {"github", "gitlab"}) {
        ForgeProgram forge;
        if (const QString why = start(forge, provider); !why.isEmpty())
            QSKIP(qPrintable(why));
        host::SharedWorkspace shared{host::Workspace()};
        host::Remotes remotes(shared, m_clock);
        std::vector<ci::TriedRight> rights;

        QVERIFY(remotes.trial(lineOn(forge, provider), "tok_ops")
                    .rights([&](const auto& one) { rights.push_back(one); }, {}));

        QCOMPARE(rights.size(), std::size_t(10));
        QCOMPARE(rights[0].status, 200);
        QCOMPARE(rights[1].who, "ops");
        QVERIFY(rights[1].expires);
        QCOMPARE(formatUtc(*rights[1].expires).substr(0, 10), "2027-06-30");
        QCOMPARE(rights[2].count, 1);
        QVERIFY(rights[2].newest && m_clock.now() - *rights[2].newest < std::chrono::hours(1));
        QVERIFY(rights[3].names.front() == "production");
    }
}

void TestRights::whatDoesNotAnswerIsToldInOneLine_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<QByteArray>("words");
    const QJsonObject limited{
        {u"status"_s, 429}, {u"headers"_s, QJsonObject{{u"retry-after"_s, u"60"_s}}}, {u"body"_s, u"{}"_s}};
    const QJsonObject broken{{u"status"_s, 502}, {u"body"_s, u"<html>"_s}};
    for (const char* provider : {"github", "gitlab"}) {
        QTest::addRow("%s: a limit", provider)
            << QByteArray(provider) << limited << QByteArray("its limit of requests");
        QTest::addRow("%s: a fault", provider) << QByteArray(provider) << broken << QByteArray("answers 502");
    }
}

void TestRights::whatDoesNotAnswerIsToldInOneLine()
{
    QFETCH(QByteArray, provider);
    QFETCH(QJsonObject, answer);
    QFETCH(QByteArray, words);
    ForgeProgram forge;
    if (const QString why = start(forge, provider.toStdString()); !why.isEmpty())
        QSKIP(qPrintable(why));
    forge.order("GET", provider == "github" ? "/repos/acme/shop/environments" : "/environments", answer);
    host::SharedWorkspace shared{host::Workspace()};
    host::Remotes remotes(shared, m_clock);
    std::vector<ci::TriedRight> rights;

    QVERIFY(remotes.trial(lineOn(forge, provider.toStdString()), "tok_ops")
                .rights([&](const auto& one) { rights.push_back(one); }, {}));

    QCOMPARE(rights.size(), std::size_t(10));
    QCOMPARE(rights[3].state, ci::RightState::Fails);
    QVERIFY2(rights[3].detail.find(words.toStdString()) != std::string::npos, rights[3].detail.c_str());
    QCOMPARE(rights[7].state, ci::RightState::Untried);
    QCOMPARE(changes(forge), QStringList());
}

void TestRights::aRepositoryThatTakesNoIssuesSaysSo()
{
    for (const std::string provider : {"github", "gitlab"}) {
        ForgeProgram forge;
        if (const QString why = start(forge, provider); !why.isEmpty())
            QSKIP(qPrintable(why));
        if (provider == "github")
            forge.order(
                "POST", "/repos/acme/shop/issues",
                {{u"status"_s, 410}, {u"body"_s, uR"({"message":"Issues has been disabled in this repository."})"_s}});
        else
            forge.order("GET", "/projects/acme%2Fshop",
                        {{u"status"_s, 200}, {u"body"_s, uR"({"issues_enabled":false})"_s}});
        host::SharedWorkspace shared{host::Workspace()};
        host::Remotes remotes(shared, m_clock);
        std::vector<ci::TriedRight> rights;

        QVERIFY(remotes.trial(lineOn(forge, provider), "tok_ops")
                    .rights([&](const auto& one) { rights.push_back(one); }, {}));

        const ci::TriedRight& issues = rights.at(6);
        QCOMPARE(issues.right, ci::Right::OpenIssues);
        QCOMPARE(issues.state, ci::RightState::Lacks);
        QCOMPARE(issues.detail, "acme/shop takes no issues; turn them on in its settings");
    }
}

void TestRights::itIsGivenUpWhileAServerIsSlow()
{
    ForgeProgram forge;
    if (const QString why = start(forge, "github"); !why.isEmpty())
        QSKIP(qPrintable(why));
    forge.order("GET", "/user", {{u"delay_ms"_s, 20 * kPatienceMs}});
    host::SharedWorkspace shared{host::Workspace()};
    host::Remotes remotes(shared, m_clock);
    std::stop_source stop;
    std::atomic<int> count{0};

    auto ended = std::async(std::launch::async, [&] {
        return remotes.trial(lineOn(forge, "github"), "tok_ops")
            .rights([&](const ci::TriedRight&) { ++count; }, stop.get_token());
    });
    QTRY_COMPARE_WITH_TIMEOUT(forge.count(u"GET"_s, u"/user"_s), 1, kPatienceMs);
    stop.request_stop();

    const auto result = ended.get(); // long before it is answered
    QVERIFY(!result && result.error().code == ErrorCode::Cancelled);
    QCOMPARE(count.load(), 1);
}

void TestRights::nobodyThere()
{
    host::SharedWorkspace shared{host::Workspace()};
    host::Remotes remotes(shared, m_clock);
    for (const char* provider : {"github", "gitlab"}) {
        std::vector<ci::TriedRight> rights;
        const host::RemoteLine line{
            .provider = provider, .api = "http://127.0.0.1:1", .repository = "acme/shop", .token = {}, .since = {}};

        QVERIFY(remotes.trial(line, "tok_ops").rights([&](const auto& one) { rights.push_back(one); }, {}));

        QCOMPARE(rights.front().state, ci::RightState::Fails);
        QCOMPARE(rights.front().status, 0);
        QVERIFY2(rights.front().detail.find("127.0.0.1:1") != std::string::npos, rights.front().detail.c_str());
        QCOMPARE(rights.back().state, ci::RightState::Untried);
    }
}

SIGNALBOX_TEST(TestRights)
#include "tst_rights.moc"
