// SPDX-License-Identifier: GPL-3.0-or-later
// The audit page on a real store whose rows were changed behind its back, and on a log too long to load at once.
#include "core/host/localagenthost.h"
#include "core/record/auditchain.h"
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/audit/auditpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestAuditPage : public QObject {
    Q_OBJECT

private:
    static bool says(const QWidget& page, const QString& words)
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    static ui::Button* button(const QWidget& page, const QString& label)
    {
        const auto buttons = page.findChildren<ui::Button*>();
        const auto at = std::ranges::find(buttons, label, &ui::Button::text);
        return at == buttons.end() ? nullptr : *at;
    }
    static void edit(const QString& store, const QString& sql)
    {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"edit"_s);
            file.setDatabaseName(store);
            QVERIFY(file.open());
            QSqlQuery query(file);
            for (const QString& each : {u"DROP TRIGGER audit_unchanged"_s, u"DROP TRIGGER audit_kept"_s, sql})
                QVERIFY(query.exec(each));
        }
        QSqlDatabase::removeDatabase(u"edit"_s);
    }

private slots:
    void aBreakSplitsTheList()
    {
        QTemporaryDir folder;
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        const QString store = folder.filePath(u"signalbox.sqlite"_s);
        {
            auto host = host::LocalAgentHost::open(store.toStdString());
            QVERIFY(host);
            int answers = 0;
            connect(host->get(), &host::AgentHost::requestFinished, this, [&answers] { ++answers; });
            for (int at = 0; at < 5; ++at) {
                (*host)->hold("line" + std::to_string(at), "maintenance");
                QTRY_COMPARE(answers, at + 1);
            }
        }
        edit(store, u"UPDATE audit SET reason = 'nothing' WHERE number = 3"_s);
        auto host = host::LocalAgentHost::open(store.toStdString());
        QVERIFY(host);
        const test::StoppedClock clock(test::noon());
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::RunTableModel runs(clock);
        ui::AuditPage page(themes, **host, runs, clock);
        page.resize(1250, 800);
        page.show();
        page.entered();

        QTRY_VERIFY(says(page, u"The chain breaks at entry 3."_s));
        QVERIFY(says(page, u"3 entries not proven."_s));
        QVERIFY(button(page, u"Export both parts"_s)->isVisible());
        auto* table = page.findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 6);
        QStringList spoken;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            spoken << table->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().section(u", "_s, -1);
        QVERIFY2(!spoken[1].contains(u"proven"_s), qPrintable(spoken[1])); // the oldest first, around the break
        QCOMPARE(spoken[2], u"changed after it was written"_s);
        QCOMPARE(spoken[3], u"not proven"_s);
        QCOMPARE(table->currentIndex().row(), 2);
        QCOMPARE(table->rowHeight(2), 2 * table->rowHeight(1)); // the band stands behind what was changed
        QVERIFY(says(page, u"Break at 3"_s));

        QTest::mouseClick(button(page, u"Not proven"_s), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 3);
        page.exportTo(folder.filePath(u"audit.jsonl"_s), true);
        QTRY_VERIFY(QFile::exists(folder.filePath(u"audit-proven.jsonl"_s)));
        QTRY_VERIFY(QFile::exists(folder.filePath(u"audit-not-proven.jsonl"_s)));
    }

    void aLongLogIsReadAroundAnEntry()
    {
        test::CannedHost host;
        for (std::int64_t number = 10'000; number >= 1; --number) {
            record::AuditRecord record;
            record.number = number;
            record.entry.at = test::noon();
            record.entry.actor = "ana";
            record.entry.action = "held";
            record.entry.reason = std::string(200, 'x');
            host.audit.push_back(record);
        }
        host.verdict = {.ok = false,
                        .records = 10'000,
                        .firstBad = 4'000,
                        .why = "changed",
                        .notProven = 6'000,
                        .stored = {},
                        .computed = {}};
        const test::StoppedClock clock(test::noon());
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::RunTableModel runs(clock);
        ui::AuditPage page(themes, host, runs, clock);
        page.resize(1250, 800);
        page.show();
        page.entered();
        auto* table = page.findChild<QTableView*>();

        QTRY_VERIFY(says(page, u"6,000 entries not proven."_s));
        QTRY_VERIFY(table->currentIndex().isValid());
        QTRY_COMPARE(table->model()->index(table->currentIndex().row(), 0).data().toString(), u"4,000"_s);

        QTest::mouseClick(button(page, u"Back to newest"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"10,000"_s);
    }

    void anEntryShowsThePromptAsItWasThen()
    {
        test::CannedHost host;
        gate::Approval approval;
        approval.id = {4};
        approval.request.kind = "fix";
        approval.request.subject = "parser #3";
        approval.request.evidence = Json::object();
        approval.evidenceHash = "e1";
        approval.askedAt = test::noon() - Milliseconds(600'000);
        approval.deadline = test::noon() + Milliseconds(588'000);
        approval.closedAt = test::noon() + Milliseconds(1'000);
        approval.state = gate::ApprovalState::Approved;
        host.approvals = {approval};
        record::AuditRecord record;
        record.number = 1;
        record.entry = {.at = test::noon(),
                        .actor = "ana",
                        .action = "approval_decided",
                        .subject = "approval 4",
                        .line = "parser",
                        .reason = "small",
                        .evidenceHash = "e1",
                        .data = R"({"verdict":"approve"})"};
        host.audit = {record};
        const test::StoppedClock clock(test::noon());
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::RunTableModel runs(clock);
        ui::AuditPage page(themes, host, runs, clock);
        page.resize(1250, 800);
        page.show();
        page.entered();

        QTRY_VERIFY(says(page, u"As it was shown at"_s));
        QVERIFY(says(page, u"9:48 left then"_s));
        QVERIFY(says(page, u"small"_s));
    }

    void aFailureStandsUntilTheNextSuccess()
    {
        test::CannedHost host;
        host.verdict.ok = true;
        host.storeIsGone = true;
        const test::StoppedClock clock(test::noon());
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::RunTableModel runs(clock);
        ui::AuditPage page(themes, host, runs, clock);
        page.resize(1250, 800);
        page.show();
        page.entered();
        auto* strip = page.findChild<ui::ErrorStrip*>();
        QTRY_VERIFY(host.isQuiet() && strip->isVisible());
        host.storeIsGone = false;
        auto* again = button(page, u"Try again"_s);
        QVERIFY(again && again->isVisible());

        QTest::mouseClick(again, Qt::LeftButton);

        QTRY_VERIFY(!strip->isVisible());
        host.outcome = Error{ErrorCode::Io, "disk"};
        page.exportTo(u"audit.jsonl"_s, false);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(!again->isVisible()); // nothing was loaded
        emit host.auditGrew();
        QTRY_VERIFY(host.isQuiet());
        QVERIFY(strip->isVisible()); // a load that works takes back no failed export
        host.outcome = {};
        page.exportTo(u"audit.jsonl"_s, false);
        QTRY_VERIFY(!strip->isVisible());
    }
};

SIGNALBOX_TEST(TestAuditPage)

} // namespace signalbox

#include "tst_auditpage.moc"
