// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/effectrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

class TestEffectRepository : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    SetClock m_clock;

private slots:
    void onlyActsOfTheLineInTheTimeCount()
    {
        QTemporaryDir dir;
        OpenStore store(dir.filePath(QStringLiteral("store.sqlite")).toStdString());
        const auto act = [&](const char* line, const char* key, SafetyClass safety) {
            RunByHand run(*store, *m_graph, m_clock, line);
            run.claim();
            graph::EffectRecord effect;
            effect.key = key;
            effect.safety = safety;
            must(run.journal().storeIntent(run.lease(), effect, "a"));
        };
        const UtcTime start = m_clock.now();
        act("parser", "old", SafetyClass::Retry);
        m_clock.set(start + Milliseconds(3'600'000));
        act("parser", "rerun", SafetyClass::Retry);
        act("parser", "cache", SafetyClass::Cache);
        act("parser", "look", SafetyClass::Observe);
        act("ledger", "rerun", SafetyClass::Retry);

        EffectRepository effects(*store);

        QCOMPARE(must(effects.actsSince("parser", start + Milliseconds(1))), 2);
        QCOMPARE(must(effects.actsSince("parser", start)), 3);
        QCOMPARE(must(effects.actsSince("nobody", start)), 0);
    }
};

SIGNALBOX_TEST(TestEffectRepository)
#include "tst_effectrepository.moc"
