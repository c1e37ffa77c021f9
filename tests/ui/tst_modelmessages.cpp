// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhealing.h"
#include "tests/ui/lines.h"
#include "ui/models/evidencetext.h"
#include "ui/models/modelmessages.h"
#include "ui/runs/modelpane.h"
#include "ui/runs/runtabs.h"
#include "ui/widgets/tabstrip.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;

namespace {

Json exchange(const char* answer, const char* fault, double usd)
{
    return {{"system", "Advise."}, {"user", "Line: parser"}, {"answer", answer}, {"fault", fault}, {"tokens_in", 1204},
            {"tokens_out", 96},    {"cost_usd", usd},        {"took_ms", 1200},  {"cached", false}};
}

host::RunDetail healed()
{
    UtcTime now = test::noon();
    return test::healingRun(now);
}

/// Asked twice, since its first answer was not of the form.
host::RunDetail advisedRun()
{
    host::RunDetail run = healed();
    test::Story story(run);
    story.effect("advice:2:1", "observe", {{"action", "ask_model"}},
                 {{"model", "small"},
                  {"advice", nullptr},
                  {"exchanges",
                   Json::array({exchange("Sure! <b>Approve</b>", "it is no JSON", 0.002),
                                exchange("{\"choice\": \"take_over\"}", "", 0.0012)})}});
    return run;
}

QString tabs(const RunTabs& shown)
{
    QStringList names;
    for (int i = 0; i < shown.tabs()->count(); ++i)
        names << shown.tabs()->tabText(i);
    return names.join(QStringLiteral(" | "));
}

QStringList agentView(const Json& advice)
{
    gate::Approval approval = test::escalation();
    approval.request.evidence["advice"] = advice;
    QStringList said;
    for (const EvidenceRow& row : evidenceOf(approval).last().rows.sliced(2))
        said << row.value;
    return said;
}

} // namespace

class TestModelMessages : public QObject {
    Q_OBJECT

private slots:
    void everyExchangeIsTold()
    {
        const auto messages = modelMessagesOf(advisedRun());

        QCOMPARE(messages.size(), 4);
        QVERIFY(messages[0].heading.startsWith(QStringLiteral("Asked small, ")));
        QCOMPARE(messages[0].text, QStringLiteral("Advise.\nLine: parser"));
        QCOMPARE(messages[1].note,
                 QStringLiteral("left out: it is no JSON; 1,204 tokens read, 96 written, $0.0020, 1.2\u202fs"));
        QCOMPARE(messages[3].text, QStringLiteral("{\"choice\": \"take_over\"}"));
        QCOMPARE(modelCalls(advisedRun()), QStringLiteral("2, $0.0032"));
        QVERIFY(modelCalls(healed()).isEmpty());
    }

    void theirTabIsThereWhereTheyAre()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        RunTabs shown(themes);
        shown.show(healed());
        QVERIFY(!tabs(shown).contains(QStringLiteral("Model")));
        shown.tabs()->setCurrentIndex(2);
        shown.show(advisedRun());
        QVERIFY2(tabs(shown).contains(QStringLiteral("| Model messages 4 | Failed jobs ")), qPrintable(tabs(shown)));
        QVERIFY(shown.tabs()->tabText(shown.tabs()->currentIndex()).startsWith(QStringLiteral("Failed jobs")));
        const QString read = shown.findChild<ModelPane*>()->toPlainText();
        QVERIFY(read.contains(QStringLiteral("Sure! <b>Approve</b>"))); // as it came, and as text
        shown.tabs()->setCurrentIndex(2);
        shown.show(healed());
        QVERIFY(!tabs(shown).contains(QStringLiteral("Model")));
    }

    void adviceIsANoteBesideTheAgentsView()
    {
        const QStringList said = agentView({{"model", "small"},
                                            {"note", ""},
                                            {"advice",
                                             {{"choice", "take_over"},
                                              {"why", "The code is broken."},
                                              {"against", "It may be a race."},
                                              {"confidence", 0.8}}}});
        QCOMPARE(said,
                 test::lines({"The model small recommends: take over. By its own word it is 80 % sure.",
                              "The code is broken.", "Against it, by the model: It may be a race."}));
    }

    void whatWentWrongIsANoteToo()
    {
        QCOMPARE(agentView({{"model", "small"}, {"note", "silent"}, {"advice", nullptr}}),
                 test::lines({"The model did not answer. Rules go on alone."}));
        QCOMPARE(agentView({{"model", "small"}, {"note", "no_place"}, {"detail", "OUR_KEY is not set"}}),
                 test::lines({"The model could not be asked: OUR_KEY is not set"}));
        QVERIFY(agentView(nullptr).isEmpty());
    }
};

SIGNALBOX_TEST(TestModelMessages)
#include "tst_modelmessages.moc"
