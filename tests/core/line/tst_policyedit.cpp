// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/linefile.h"
#include "core/line/policyedit.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::line;
using namespace Qt::StringLiterals;

namespace {

QString edited(const QString& yaml, const std::vector<PolicyValue>& values)
{
    const auto text = withPolicyValues(yaml.toStdString(), values);
    return QString::fromStdString(text ? *text : text.error().detail);
}

} // namespace

class TestPolicyEdit : public QObject {
    Q_OBJECT

private slots:
    void theRestStaysAsItWasWritten()
    {
        const auto before = u"# of the team\n"
                            "jobs:\n"
                            "  build: { script: [\"true\"] }   # quick\n"
                            "policy:\n"
                            "  retries_per_run: 3   # since May\n"
                            "  autonomy:\n"
                            "    retry: \"ask\"\n"_s;

        const QString after = edited(before, {{"retries_per_run", "5"}, {"autonomy.retry", "automatic"}});

        QCOMPARE(after, QString(before).replace(u"run: 3"_s, u"run: 5"_s).replace(u"\"ask\""_s, u"automatic"_s));
    }

    void whatIsMissingIsAdded_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");

        const auto jobs = u"jobs:\n  build:\n    script: [\"true\"]\n"_s;
        QTest::newRow("no policy at all") << jobs << jobs + u"policy:\n  autonomy:\n    cache: never\n"_s;
        QTest::newRow("no such map") << jobs + u"policy:\n    min_confidence: 0.5\n"_s
                                     << jobs
                + u"policy:\n    autonomy:\n      cache: never\n    min_confidence: 0.5\n"_s;
        QTest::newRow("no such key") << u"policy:\n  autonomy:\n    retry: ask\n"_s + jobs
                                     << u"policy:\n  autonomy:\n    cache: never\n    retry: ask\n"_s + jobs;
        QTest::newRow("no line end at the end") << u"policy:\n  min_confidence: 0.5"_s
                                                << u"policy:\n  autonomy:\n    cache: never\n  min_confidence: 0.5\n"_s;
    }

    void whatIsMissingIsAdded()
    {
        QFETCH(QString, before);

        QTEST(edited(before, {{"autonomy.cache", "never"}}), "after");
    }

    void whatCannotBeSplicedIsLeftToAPerson_data()
    {
        QTest::addColumn<QString>("before");

        QTest::newRow("a map on one line") << u"policy: { retries_per_run: 3 }\n"_s;
        QTest::newRow("a value below its key") << u"policy:\n  retries_per_run:\n    3\n"_s;
        QTest::newRow("an escape") << u"policy:\n  \"retries_per_run\": 3\n"_s;
    }

    void whatCannotBeSplicedIsLeftToAPerson()
    {
        QFETCH(QString, before);

        QCOMPARE(edited(before, {{"retries_per_run", "5"}}),
                 u"policy.retries_per_run is written in a way that only a person can edit; edit the file"_s);
    }

    void whatThePolicyDoesNotAllowIsRefusedWithItsLine()
    {
        const QString refused = edited(u"policy:\n  min_confidence: 0.5\n"_s, {{"min_confidence", "7"}});

        QVERIFY2(refused.startsWith(u"signalbox.yaml:2: "_s), qPrintable(refused));
    }
};

SIGNALBOX_TEST(TestPolicyEdit)

#include "tst_policyedit.moc"
