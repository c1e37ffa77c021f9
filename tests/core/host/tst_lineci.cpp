// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/lineci.h"
#include "tests/core/agents/scriptedci.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::host;
using signalbox::test::ScriptedCi;

class TestLineCi : public QObject {
    Q_OBJECT

private slots:
    void eachLineHasItsSystem()
    {
        QVERIFY(m_lines.rerunFailed({"acme/shop", "7"}, {}, {}));
        QVERIFY(m_lines.clearCaches({"parser", "3"}, {}));

        QCOMPARE(m_there.told(), std::string("rerun of 1"));
        QCOMPARE(m_here.told(), std::string("clear caches"));
    }

    void aScreenIsNotHeldUpByAServer()
    {
        QVERIFY(m_lines.run({"acme/shop", "7"}, {})->attempt == 2);
        QVERIFY(m_there.rerunFailed({"acme/shop", "7"}, {.fromAttempt = 2}, {}));

        QCOMPARE(m_lines.lastSeen({"acme/shop", "7"})->attempt, 2);
        QCOMPARE(m_lines.run({"acme/shop", "7"}, {})->attempt, 3); // whoever acts asks
        QCOMPARE(m_lines.lastSeen({"acme/shop", "7"})->attempt, 3);
        QCOMPARE(m_lines.lastSeen({"parser", "3"})->attempt, 1);
        QVERIFY(m_here.rerunFailed({"parser", "3"}, {}, {}));
        QCOMPARE(m_lines.lastSeen({"parser", "3"})->attempt, 2); // what is here is always as it is
    }

private:
    ScriptedCi m_here{{{}, {}}};
    ScriptedCi m_there{{{}, {}, {}}};
    LineCi m_lines{{m_here, m_there, [](const std::string& line) { return line.find('/') != std::string::npos; }}};
};

SIGNALBOX_TEST(TestLineCi)
#include "tst_lineci.moc"
