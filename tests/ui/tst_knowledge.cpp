// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"

#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestKnowledge : public QObject {
    Q_OBJECT

private:
    static host::KnowledgeRow learned(const char* signature, const char* fix, int worked, int tried)
    {
        return {.signature = signature,
                .failureClass = "cache_failure",
                .fix = fix,
                .tried = tried,
                .worked = worked,
                .lastSeen = test::noon()};
    }

    template <typename T>
    static T* named(const QWidget& page, const QString& name)
    {
        const auto parts = page.findChildren<T*>();
        const auto at = std::ranges::find(parts, name, &T::accessibleName);
        return at == parts.end() ? nullptr : *at;
    }

private slots:
    void theIntervalIsWilsons()
    {
        const ui::Share share = ui::shareOf(41, 44);

        QCOMPARE(qRound(share.value * 100), 93);
        QCOMPARE(qRound(share.low * 100), 82);
        QCOMPARE(qRound(share.high * 100), 98);
    }

    void oneTryIsNeverCertain()
    {
        QVERIFY(ui::shareOf(1, 1).low < 0.5);
        QVERIFY(ui::shareOf(0, 1).high > 0.5);
        QCOMPARE(ui::shareOf(0, 0).high, 1.0);
    }

    void everyFixOfAFailureIsShownWithTheBestFirst()
    {
        test::CannedHost engine;
        engine.knowledge = {learned("a1", "rerun_failed_jobs", 6, 31), learned("a1", "clear_cache_rerun", 41, 44),
                            learned("b2", "empty_cache", 1, 1)};
        const test::StoppedClock clock(test::noon());
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::KnowledgePage page(themes, engine, clock);
        page.resize(1250, 800);
        page.show();
        page.entered();

        QTRY_VERIFY(named<QWidget>(page, u"Clear cache, re-run failed jobs, worked 41 of 44"_s));
        const auto* best = named<QWidget>(page, u"Clear cache, re-run failed jobs, worked 41 of 44"_s);
        const auto* other = named<QWidget>(page, u"Re-run failed jobs, worked 6 of 31"_s);
        QVERIFY(other);
        QTRY_VERIFY(best->mapTo(&page, QPoint()).y() < other->mapTo(&page, QPoint()).y());
        QVERIFY(!named<QWidget>(page, u"Empty the package cache, download again, worked 1 of 1"_s));
    }

    void themeAndSizeAreKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"console.ini"_s);
        ui::Preferences preferences(file);
        test::CannedHost engine;
        ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::SettingsPage page(themes, engine, preferences, {{u"Ctrl+K"_s, u"Search"_s}});
        page.show();

        named<ui::ChoiceField>(page, u"Size of the interface"_s)->setCurrentText(u"150\u202f%"_s);
        const auto buttons = page.findChildren<ui::Button*>();
        QTest::mouseClick(*std::ranges::find(buttons, u"Light"_s, &ui::Button::text), Qt::LeftButton);

        QCOMPARE(themes.choice(), ui::ThemeSource::Choice::Light);
        QCOMPARE(ui::Preferences(file).scale(), 150);
    }

    void whatCannotBeReadCountsAsNotSet()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"console.ini"_s);
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("[appearance]\ntheme=purple\nscale=many\n");
        damaged.close();

        QCOMPARE(ui::Preferences(file).theme(), u"system"_s);
        QCOMPARE(ui::Preferences(file).scale(), 100);
    }
};

SIGNALBOX_TEST(TestKnowledge)

} // namespace signalbox

#include "tst_knowledge.moc"
