// SPDX-License-Identifier: GPL-3.0-or-later
// From a failing run on the forge to one message in the chat, with no hand on it.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/notify/chat.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestForgeToChat : public QObject {
    Q_OBJECT

private slots:
    void aHealingIsToldOnceAndALostForgeToo();
};

void TestForgeToChat::aHealingIsToldOnceAndALostForgeToo()
{
    auto forge = std::make_unique<TestForge>();
    Chat chat;
    for (const QString& why : {forge->start(kTransientJob), chat.start()}) {
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    }
    qputenv("GH_TOKEN", TestForge::kToken);
    qputenv("GITHUB_API_URL", forge->url().toUtf8());
    qputenv("SLACK_WEBHOOK_URL", chat.webhook().toUtf8());
    Serving serving;
    const auto ctl = [&serving](const QStringList& arguments) {
        return runCtl(QStringList{u"--store"_s, serving.storePath()} + arguments).status;
    };
    QCOMPARE(ctl({u"repo"_s, u"add"_s, QString::fromLatin1(TestForge::kRepository)}), 0);
    QCOMPARE(ctl({u"notify"_s, u"add"_s, u"team"_s, u"--way"_s, u"slack"_s}), 0);
    QVERIFY(serving.start());
    QVERIFY(forge->hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()), QLatin1String(Serving::kSecret)));

    QVERIFY(forge->push());

    QTRY_COMPARE_WITH_TIMEOUT(chat.count("acme/shop"), 1, 3 * kPatienceMs);
    QVERIFY(chat.history().contains("Healed: acme/shop"));
    QVERIFY(chat.history().contains("Failure: api_rate_limit"));
    QCOMPARE(forge->newestRun()[u"conclusion"_s].toString(), u"success"_s);

    forge.reset();
    QTRY_COMPARE_WITH_TIMEOUT(chat.count("No data: GitHub Enterprise"), 1, 5 * kPatienceMs);
    QCOMPARE(chat.count("acme/shop"), 2); // and nothing besides
    QVERIFY(!chat.history().contains(TestForge::kToken));
    QCOMPARE(serving.stop(), 0);
}

SIGNALBOX_TEST(TestForgeToChat)
#include "tst_forgetochat.moc"
