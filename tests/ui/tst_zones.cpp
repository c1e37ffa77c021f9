// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/models/timewords.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sideitem.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/label.h"

#include <QTest>

#include <ctime>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

/// A computer in Tokyo, for one test.
struct Tokyo {
    Tokyo()
    {
        move("Asia/Tokyo");
        tellTimesIn(Zone::Workspace); // what is known of the zone before is forgotten
    }
    ~Tokyo()
    {
        move("UTC");
        setWorkspaceZone({});
        tellTimesIn(Zone::Workspace);
    }
    Q_DISABLE_COPY_MOVE(Tokyo)

private:
    static void move(const char* zone)
    {
        qputenv("TZ", zone);
        ::tzset();
    }
};

struct Bench : test::WindowBench {
    bool says(const QWidget& part, const QString& words) const
    {
        const auto labels = part.findChildren<Label*>();
        return std::ranges::any_of(labels, [&](const Label* label) { return label->text().contains(words); });
    }
    bool says(const QString& words) const { return says(*window, words); }
};

} // namespace

class TestZones : public QObject {
    Q_OBJECT

private slots:
    void timesAreToldInTheChosenZone()
    {
        const Tokyo tokyo;
        QCOMPARE(clockTime(test::noon()), u"21:00:00"_s);
        QCOMPARE(age(test::noon() - std::chrono::hours(10), test::noon()), u"11:00"_s);

        tellTimesIn(Zone::Utc);

        QCOMPARE(clockTime(test::noon()), u"12:00:00"_s);
        QCOMPARE(everyZone(test::noon()).count(u'\n'), 1); // both, in any zone
        QVERIFY(everyZone(test::noon()).startsWith(u"2026-03-12 21:00:00"_s));

        setWorkspaceZone("Europe/Berlin");
        tellTimesIn(Zone::Workspace);
        QCOMPARE(clockTime(test::noon()), u"13:00:00"_s);
        QVERIFY(wholeTime(test::noon()).endsWith(u"13:00:00 CET"_s));
        const QStringList all = everyZone(test::noon()).split(u'\n');
        QCOMPARE(all.size(), 3);
        QVERIFY(all[0].startsWith(u"2026-03-12 13:00:00"_s));
        QVERIFY(all[1].startsWith(u"2026-03-12 21:00:00"_s));
        QVERIFY(all[2].startsWith(u"2026-03-12 12:00:00"_s));
        setWorkspaceZone("No/Where"); // as of a file that somebody wrote
        QCOMPARE(clockTime(test::noon()), u"21:00:00"_s);
    }

    void oneKeySwitchesThemAndItIsRemembered()
    {
        const Tokyo tokyo;
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({PageKind::Approvals, {}, -1, ApprovalId{7}});
        QTRY_VERIFY(bench.says(u"Decide by 21:18"_s));

        bench.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);

        QTRY_VERIFY(bench.says(u"Decide by 12:18"_s));
        QVERIFY(bench.says(*bench.window->findChild<StatusLine*>(), u"12:00:00 UTC"_s));
        QCOMPARE(bench.preferences.timesIn(), u"utc"_s);

        bench.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);

        QTRY_VERIFY(bench.says(u"Decide by 21:18"_s));
        QCOMPARE(bench.preferences.timesIn(), u"workspace"_s);
    }

    void aZoneOfTheWorkspaceIsOneOfThree()
    {
        const Tokyo tokyo;
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({PageKind::Settings, {}, -1, {}});
        auto* page = bench.window->findChild<SettingsPage*>();
        const auto items = page->findChildren<SideItem*>();
        QTest::mouseClick(*std::ranges::find(items, u"Language and time"_s, &SideItem::text), Qt::LeftButton);
        const auto field = [page](const QString& name) {
            const auto fields = page->findChildren<ChoiceField*>();
            return *std::ranges::find(fields, name, &ChoiceField::accessibleName);
        };
        const auto clock
            = [&bench](const QString& time) { return bench.says(*bench.window->findChild<StatusLine*>(), time); };

        field(u"Zone of the workspace"_s)->setCurrentText(u"Europe/Berlin"_s);

        QTRY_VERIFY(clock(u"13:00:00 CET"_s));
        for (const QString& next : {u"12:00:00 UTC"_s, u"21:00:00 JST"_s, u"13:00:00 CET"_s}) {
            bench.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_VERIFY2(clock(next), qPrintable(next));
        }
        field(u"Times are told in"_s)->setCurrentText(u"UTC"_s);
        QTRY_VERIFY(clock(u"12:00:00 UTC"_s));
        QCOMPARE(Preferences(bench.folder.filePath(u"console.ini"_s)).workspaceZone(), u"Europe/Berlin"_s);
    }
};

SIGNALBOX_TEST(TestZones)
#include "tst_zones.moc"
