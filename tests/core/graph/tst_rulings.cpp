// SPDX-License-Identifier: GPL-3.0-or-later
// Effects whose outcome nobody knows, and what a person says of them.
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::Effect;
using graph::EffectRecord;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

Json says(const std::string& verdict)
{
    return {{"by", "person"}, {"data", {{"verdict", verdict}, {"choice", ""}, {"by", "ada"}, {"reason", "looked"}}}};
}

Effect effect(const std::string& key, std::function<Result<Json>(std::stop_token)> act)
{
    return {key, SafetyClass::Deploy, {{"action", "deploy"}}, std::move(act), {}};
}

Result<Update> performAll(const NodeContext& context, const std::vector<Effect>& effects)
{
    Update update;
    for (const Effect& one : effects) {
        auto result = context.effects.perform(one);
        if (!result)
            return result.error();
        update.set(one.key, *result);
    }
    return update;
}

GraphBuilder performing(const std::vector<Effect>& effects)
{
    GraphBuilder builder("shipper");
    builder.node("a", [effects](const State&, const NodeContext& context) { return performAll(context, effects); })
        .entry("a")
        .edge("a", kEnd);
    return builder;
}

std::map<std::string, EffectRecord> open(const std::vector<std::string>& keys)
{
    std::map<std::string, EffectRecord> records;
    for (const std::string& key : keys)
        records[key] = {.key = key, .safety = SafetyClass::Deploy, .intent = {{"action", "deploy"}}};
    return records;
}

} // namespace

class TestRulings : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_acts = 0;
        m_act = [this](const std::stop_token&) -> Result<Json> { return Json(++m_acts); };
    }

    void whatNobodyKnowsIsAskedOfAPerson()
    {
        GraphBuilder builder = performing({effect("k", m_act)});
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));

        QCOMPARE(m_acts, 0);
        const auto record = stage.journal.records().back().record;
        QCOMPARE(record.waits.size(), std::size_t(1));
        QVERIFY(record.waits[0].token.starts_with(graph::kRulingToken));
        QVERIFY(*record.waits[0].wait.person == *parseJson(R"({
            "kind": "unknown_effect", "subject": "a", "asked_by": "shipper", "risk": "HIGH",
            "evidence": {"effect": "k", "safety": "deploy", "intent": {"action": "deploy"}, "node": "a"}})"));
    }

    void approvingActsAgain()
    {
        GraphBuilder builder = performing({effect("k", m_act)});
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));
        stage.drive();

        stage.answer("a", says("approve"));

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(m_acts, 1);
        QCOMPARE(stage.journal.effect("k")->round, 2);
    }

    void anythingElseCountsItAsFailed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("rejected") << QByteArray(R"({"by": "person", "data": {"verdict": "reject"}})");
        QTest::newRow("nobody answered in time") << QByteArray(R"({"by": "person", "data": {"verdict": "expired"}})");
        QTest::newRow("not a verdict") << QByteArray(R"({"by": "time"})");
    }

    void anythingElseCountsItAsFailed()
    {
        QFETCH(QByteArray, answer);
        GraphBuilder builder = performing({effect("k", m_act)});
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));
        stage.drive();

        stage.answer("a", *parseJson(answer.constData()));

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: counted as failed by a person"));
        QCOMPARE(m_acts, 0);
        QVERIFY(stage.journal.effect("k")->failed);
    }

    void aRejectedEffectIsAskedAboutAgainWhenTheFailedRunIsDrivenAgain()
    {
        GraphBuilder builder = performing({effect("k", m_act)});
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));
        stage.drive();
        stage.answer("a", says("reject"));
        stage.drive();

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(m_acts, 0);
    }

    void aRulingHoldsForOneEffectOnly()
    {
        GraphBuilder builder = performing({effect("k1", m_act), effect("k2", m_act)});
        Stage stage(builder);
        stage.journal.setEffects(open({"k1", "k2"}));
        stage.drive();

        stage.answer("a", says("approve"));

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(m_acts, 1);
        stage.answer("a", says("approve"));
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(m_acts, 2);
    }

    void aRulingHoldsForOneActOnly()
    {
        bool breaksOff = true;
        GraphBuilder builder = performing({effect("k", [&](const std::stop_token&) -> Result<Json> {
            ++m_acts;
            if (breaksOff)
                return Error{ErrorCode::Cancelled, "told to stop"};
            return Json("done");
        })});
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));
        stage.drive();
        stage.answer("a", says("approve"));
        stage.drive(); // acts, and is broken off: nobody knows again
        breaksOff = false;

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(m_acts, 1);
        stage.answer("a", says("approve"));
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(m_acts, 2);
    }

    void theQuestionAndTheRulingSurviveARestart()
    {
        GraphBuilder builder = performing({effect("k", m_act)});
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));
        const auto restart = [&stage] {
            const std::string text = dumpJson(toJson(stage.run.at.frontier, *stage.graph));
            stage.run.at.frontier = *frontierFromJson(*parseJson(text), *stage.graph);
        };

        stage.drive();
        restart();
        stage.answer("a", says("approve"));
        restart();

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(m_acts, 1);
    }

    void aNodeThatIgnoresTheDoubtActsNoFurther()
    {
        GraphBuilder builder("g");
        const Effect first = effect("k1", m_act);
        const Effect second = effect("k2", m_act);
        builder
            .node("a",
                  [first, second](const State&, const NodeContext& context) -> Result<Update> {
                      static_cast<void>(context.effects.perform(first)); // a careless node
                      static_cast<void>(context.effects.perform(second));
                      return Update{{"out", true}};
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stage.journal.setEffects(open({"k1"}));

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(m_acts, 0);
        QCOMPARE(stage.state("out"), QString());
    }

    void siblingsFinishWhileAPersonIsAsked()
    {
        GraphBuilder builder = performing({effect("k", m_act)});
        builder.node("split", doesNothing())
            .node("b", writes("b", 1))
            .entry("split")
            .edge("split", "a")
            .edge("split", "b")
            .edge("b", kEnd);
        Stage stage(builder);
        stage.journal.setEffects(open({"k"}));

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.tasks(), words({"a waiting", "b done"}));
    }

private:
    int m_acts = 0;
    std::function<Result<Json>(std::stop_token)> m_act;
};

SIGNALBOX_TEST(TestRulings)
#include "tst_rulings.moc"
