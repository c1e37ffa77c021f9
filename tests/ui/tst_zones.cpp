// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/models/timewords.h"
#include "ui/shell/statusline.h"
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
        tellTimesIn(Zone::Local); // what is known of the zone before is forgotten
    }
    ~Tokyo()
    {
        move("UTC");
        tellTimesIn(Zone::Local);
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
        QVERIFY(bench.preferences.utcTimes());

        bench.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);

        QTRY_VERIFY(bench.says(u"Decide by 21:18"_s));
        QVERIFY(!bench.preferences.utcTimes());
    }
};

SIGNALBOX_TEST(TestZones)
#include "tst_zones.moc"
