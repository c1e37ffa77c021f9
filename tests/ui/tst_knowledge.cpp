// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/knowledge/patternaside.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/questionbar.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/tabstrip.h"

#include <QLabel>
#include <QTableView>
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

    struct Scene {
        test::CannedHost host;
        const test::StoppedClock clock{test::noon()};
        ui::RunTableModel runs{clock};
        const ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        ui::KnowledgePage page{themes, host, runs, clock};

        void open()
        {
            page.resize(1250, 800);
            page.show();
            page.entered();
        }
    };

    static ui::Button* button(const QWidget& page, const QString& label)
    {
        const auto buttons = page.findChildren<ui::Button*>();
        const auto at = std::ranges::find(buttons, label, &ui::Button::text);
        return at == buttons.end() ? nullptr : *at;
    }
    static bool sent(const test::CannedHost& host, const std::string& words)
    {
        return std::ranges::any_of(host.sent, [&](const std::string& each) { return each.starts_with(words); });
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
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 6, 31), learned("a1", "clear_cache_rerun", 41, 44),
                                learned("b2", "empty_cache", 1, 1)};
        scene.open();
        const ui::KnowledgePage& page = scene.page;

        QTRY_VERIFY(named<QWidget>(page, u"Clear cache, re-run failed jobs, worked 41 of 44"_s));
        const auto* best = named<QWidget>(page, u"Clear cache, re-run failed jobs, worked 41 of 44"_s);
        const auto* other = named<QWidget>(page, u"Re-run failed jobs, worked 6 of 31"_s);
        QVERIFY(other);
        QTRY_VERIFY(best->mapToGlobal(QPoint()).y() < other->mapToGlobal(QPoint()).y());
        QVERIFY(!named<QWidget>(page, u"Empty the package cache, download again, worked 1 of 1"_s));
    }

    void aFilterIsText()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 6, 31), learned("b2", "clear_cache_rerun", 41, 44)};
        scene.host.knowledge[1].firstTry = RunId{1};
        scene.open();
        auto* table = scene.page.findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        auto* filter = named<ui::LineField>(scene.page, u"Filter patterns"_s);

        filter->setText(u"worked:<50"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, ui::KnowledgeModel::Seen).data().toString(), u"31"_s);
        QTest::mouseClick(button(scene.page, u"Below 50\u202f%"_s), Qt::LeftButton);
        QCOMPARE(filter->text(), QString());
        QTest::mouseClick(button(scene.page, u"Learned here"_s), Qt::LeftButton);
        QCOMPARE(filter->text(), u"origin:here"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        filter->setText(u"nothing like it"_s);
        QVERIFY(!table->isVisible());
    }

    void aSwitchIsMovedByClickAndKey()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 0, 3)};
        scene.open();
        auto* table = scene.page.findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const auto cell = [&] { return table->model()->index(0, ui::KnowledgeModel::Autonomy); };
        const QRect place = table->visualRect(cell());

        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(place.left() + 16, place.center().y()));
        QTRY_COMPARE(cell().data().toString(), u"Off"_s); // nothing has worked: nothing to ask
        auto* segments = scene.page.findChild<ui::Segments*>();
        QTest::keyClick(segments, Qt::Key_Right);
        QTRY_COMPARE(cell().data().toString(), u"Suggest"_s);
    }

    void whatWorkedIsTurnedOffAfterAQuestion()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 41, 44)};
        scene.open();
        auto* segments = scene.page.findChild<ui::Segments*>();
        QTRY_COMPARE(segments->taken(), 2);

        emit segments->asked(0);
        QVERIFY(!sent(scene.host, "switchPattern"));
        QTest::mouseClick(button(scene.page, u"Suggest only"_s), Qt::LeftButton);
        QTRY_COMPARE(segments->taken(), 1);
    }

    void autoIsLockedWithItsReason()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "regenerate_lockfile", 3, 3)};
        scene.host.knowledge[0].lock = host::AutoLock::PullRequest;
        scene.open();
        auto* segments = scene.page.findChild<ui::Segments*>();
        QTRY_COMPARE(segments->taken(), 1); // it opens a pull request, and no more
        QCOMPARE(segments->accessibleDescription(), u"Locked: policy wants a pull request."_s);

        QTest::keyClick(segments, Qt::Key_Right);
        QVERIFY(!sent(scene.host, "switchPattern"));
    }

    void aRunIsMarkedByAPerson()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 1, 2)};
        scene.host.evidence[{"a1", "rerun_failed_jobs"}] = {{.run = {7},
                                                             .line = "search",
                                                             .number = "12",
                                                             .state = host::RunState::Succeeded,
                                                             .at = test::noon(),
                                                             .worked = true}};
        scene.open();
        auto* wrong = button(scene.page, u"Wrong"_s);
        QTRY_VERIFY(wrong->isEnabled());

        QTest::mouseClick(wrong, Qt::LeftButton);

        QVERIFY(sent(scene.host, "judgeRun wrong 7"));
        QVERIFY(!wrong->isChecked()); // until the engine says so
    }

    void anImportIsShownBeforeItIsDone()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 1, 2)};
        scene.host.offer.file = "/tmp/team.json";
        scene.host.offer.digest = "d1";
        scene.host.offer.plan.changes.push_back(
            {std::nullopt, {.signature = "c3", .failureClass = "dns", .fix = "x", .lastSeen = test::noon()}});
        scene.open();
        scene.page.planImport(u"/tmp/team.json"_s);
        auto* take = button(scene.page, u"Take over"_s);
        QTRY_VERIFY(take->isVisible());
        QVERIFY(!sent(scene.host, "importKnowledge"));

        QTest::mouseClick(take, Qt::LeftButton);

        QVERIFY(sent(scene.host, "importKnowledge /tmp/team.json d1"));
        QTRY_VERIFY(!take->isVisible());
    }

    void aBadFileIsOneLine()
    {
        Scene scene;
        scene.host.outcome = Error{ErrorCode::InvalidInput, "/tmp/team.json: record 1: needs signature"};
        scene.open();
        scene.page.planImport(u"/tmp/team.json"_s);

        auto* strip = scene.page.findChild<ui::ErrorStrip*>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(!button(scene.page, u"Take over"_s)->isVisible());
    }

    void forgettingAsksFirst()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 1, 2)};
        scene.open();
        QTRY_VERIFY(scene.page.findChild<QTableView*>()->isVisible());
        auto* forget = button(scene.page, u"Forget"_s);
        QTest::mouseClick(forget, Qt::LeftButton);
        QVERIFY(!sent(scene.host, "forgetSignature"));
        const auto* question = scene.page.findChild<ui::QuestionBar*>();
        QVERIFY(question->isVisible());

        QTest::mouseClick(button(*question, u"Forget"_s), Qt::LeftButton);

        QVERIFY(sent(scene.host, "forgetSignature a1"));
    }

    void inANarrowPageEvidenceIsATab()
    {
        Scene scene;
        scene.host.knowledge = {learned("a1", "rerun_failed_jobs", 1, 2)};
        scene.open();
        scene.page.resize(840, 480);
        auto* table = named<QTableView>(scene.page, u"Knowledge"_s);
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() == 1);
        QVERIFY(!button(scene.page, u"Forget"_s)->isVisible());

        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);

        QVERIFY(!table->isVisible());
        auto* aside = scene.page.findChild<ui::PatternAside*>();
        QTRY_VERIFY(aside->height() >= aside->minimumSizeHint().height()); // it scrolls, and is not squeezed
        QTest::mouseClick(button(scene.page, u"Forget"_s), Qt::LeftButton);
        QVERIFY(scene.page.findChild<ui::QuestionBar*>()->isVisible());
        scene.page.findChild<ui::TabStrip*>()->setCurrentIndex(0);
        QVERIFY(table->isVisible());
        scene.page.resize(1250, 800);
        QTRY_VERIFY(table->isVisible() && button(scene.page, u"Forget"_s)->isVisible());
        QVERIFY(!scene.page.findChild<ui::TabStrip*>()->isVisible());
    }

    void tenThousandPatternsAreATable()
    {
        Scene scene;
        for (int at = 0; at < 10'000; ++at) {
            scene.host.knowledge.push_back(learned("a1", "rerun_failed_jobs", at % 50, 50));
            scene.host.knowledge.back().signature = std::string(200, 'a') + std::to_string(at);
        }
        scene.open();
        auto* table = scene.page.findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 10'000);

        named<ui::LineField>(scene.page, u"Filter patterns"_s)->setText(u"worked:<2"_s);

        QCOMPARE(table->model()->rowCount(), 200);
    }
};

SIGNALBOX_TEST(TestKnowledge)

} // namespace signalbox

#include "tst_knowledge.moc"
