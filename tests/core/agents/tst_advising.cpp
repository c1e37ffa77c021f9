// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/adviser.h"
#include "tests/core/agents/healing.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Says what it was told to say, and keeps what it was asked.
class Counsel final : public agents::Adviser {
public:
    bool isOn() override { return on; }
    Result<agents::Advised> advise(RunId, const model::Failure& failure, const std::stop_token&) override
    {
        asked.push_back(failure);
        if (fault)
            return *fault;
        agents::Advised advised{.model = "small", .advice = advice, .note = note, .detail = {}, .exchanges = {}};
        agents::Exchange& exchange = advised.exchanges.emplace_back();
        exchange.answer = "{}";
        return advised;
    }

    bool on = true;
    std::optional<Error> fault;
    std::optional<model::Advice> advice;
    std::string note;
    std::vector<model::Failure> asked;
};

Json adviceIn(Healing& healing)
{
    return fieldOr<Json>(healing.request().evidence, "advice", Json());
}

} // namespace

class TestAdvising : public QObject {
    Q_OBJECT

private slots:
    void isAskedBeforeAPersonIs();
    void changesNothingOfWhatIsOffered();
    void itsSilenceIsANote();
    void nobodyIsAskedWhereNoneIs();
    void isNotAskedForWhatHeals();
    void aStopIsNoAdvice();
};

void TestAdvising::isAskedBeforeAPersonIs()
{
    Healing healing({failing(kCompileError)});
    Counsel counsel;
    counsel.advice = model::Advice{"take_over", "The code is broken.", "It may be the compiler.", 0.9};
    healing.adviser = &counsel;
    QCOMPARE(healing.run(), QStringLiteral("waiting"));
    QCOMPARE(counsel.asked.size(), 1U);
    const model::Failure& asked = counsel.asked.front();
    QCOMPARE(asked.job, std::string("build"));
    QCOMPARE(asked.offers.front().choice, std::string("take_over"));
    QVERIFY(std::ranges::any_of(asked.excerpt, [](const std::string& line) {
        return line.find("no member named 'cent'") != std::string::npos;
    }));
    const Json advice = adviceIn(healing);
    QVERIFY(advice["advice"]["why"] == Json("The code is broken."));
    QVERIFY(advice["model"] == Json("small"));
    QVERIFY(!advice.contains("exchanges")); // they stand in the run
}

void TestAdvising::changesNothingOfWhatIsOffered()
{
    Healing without({failing(kCompileError)});
    QCOMPARE(without.run(), QStringLiteral("waiting"));
    Healing with({failing(kCompileError)});
    Counsel counsel;
    counsel.advice = model::Advice{"approve everything", "because", "", 1};
    with.adviser = &counsel;
    QCOMPARE(with.run(), QStringLiteral("waiting"));
    QCOMPARE(with.request().choices, without.request().choices);
    QCOMPARE(with.request().risk, without.request().risk);
    QCOMPARE(with.request().needed, without.request().needed);
    Json rest = with.request().evidence;
    rest.erase("advice");
    QVERIFY(rest == without.request().evidence);
}

void TestAdvising::itsSilenceIsANote()
{
    Healing healing({failing(kStrange)});
    Counsel counsel;
    counsel.note = "silent";
    healing.adviser = &counsel;
    QCOMPARE(healing.run(), QStringLiteral("waiting"));
    QVERIFY(adviceIn(healing)["note"] == Json("silent"));
    QVERIFY(adviceIn(healing)["advice"].is_null());
}

void TestAdvising::nobodyIsAskedWhereNoneIs()
{
    Healing healing({failing(kCompileError)});
    Counsel counsel;
    counsel.on = false;
    healing.adviser = &counsel;
    QCOMPARE(healing.run(), QStringLiteral("waiting"));
    QVERIFY(counsel.asked.empty());
    QVERIFY(adviceIn(healing).is_null());
}

void TestAdvising::isNotAskedForWhatHeals()
{
    Healing healing({failing(kCorruptCache), {}});
    Counsel counsel;
    healing.adviser = &counsel;
    QCOMPARE(healing.run(), QStringLiteral("succeeded"));
    QVERIFY(counsel.asked.empty());
}

void TestAdvising::aStopIsNoAdvice()
{
    Healing healing({failing(kCompileError)});
    Counsel counsel;
    counsel.fault = Error{ErrorCode::Io, "the store is full"};
    healing.adviser = &counsel;
    healing.run();
    QVERIFY(healing.request().kind.empty()); // it is tried again, and not passed over
}

SIGNALBOX_TEST(TestAdvising)
#include "tst_advising.moc"
