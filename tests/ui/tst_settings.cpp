// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/models/linediff.h"
#include "ui/models/policyvalues.h"
#include "ui/settings/datasection.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sideitem.h"
#include "ui/shell/motion.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/questionbar.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT

private:
    template <typename T>
    static T* named(const QWidget& page, const QString& name)
    {
        const auto parts = page.findChildren<T*>();
        const auto at = std::ranges::find(parts, name, &T::accessibleName);
        return at == parts.end() ? nullptr : *at;
    }
    static ui::Button* button(const QWidget& page, const QString& label)
    {
        const auto buttons = page.findChildren<ui::Button*>();
        const auto at = std::ranges::find(buttons, label, &ui::Button::text);
        return at == buttons.end() ? nullptr : *at;
    }

    static ui::SideItem* sideItem(const QWidget& page, const QString& label)
    {
        const auto items = page.findChildren<ui::SideItem*>();
        const auto at = std::ranges::find(items, label, &ui::SideItem::text);
        return at == items.end() ? nullptr : *at;
    }

    struct Scene {
        QTemporaryDir folder;
        ui::Preferences preferences{folder.filePath(u"console.ini"_s)};
        test::CannedHost host;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        std::unique_ptr<ui::SettingsPage> page;

        Scene()
        {
            host.names = {"parser"};
            host.policies["parser"].line = "parser";
            host.policies["parser"].branch = "main";
            host.policies["parser"].hasFile = true;
            host.policyOffer.before = "policy:\n  retries_per_run: 3\n";
            host.policyOffer.after = "policy:\n  retries_per_run: 5\n";
            host.policyOffer.digest = "d1";
            host.policyOffer.branch = "signalbox/policy-d1";
        }
        void open()
        {
            page = std::make_unique<ui::SettingsPage>(themes, ui::SettingsPage::Scene{host, preferences, clock},
                                                      std::vector<ui::KeyLine>{{u"Ctrl+K"_s, u"Search"_s}});
            page->choosePolicy();
            page->resize(1250, 800);
            page->show();
            page->entered();
        }
        bool sent(const std::string& words) const { return std::ranges::find(host.sent, words) != host.sent.end(); }
    };

private slots:
    void themeAndSizeAreKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"console.ini"_s);
        ui::Preferences preferences(file);
        test::CannedHost engine;
        ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        const test::StoppedClock clock{test::noon()};
        ui::SettingsPage page(themes, {engine, preferences, clock}, {{u"Ctrl+K"_s, u"Search"_s}});
        page.show();
        QTest::mouseClick(sideItem(page, u"Appearance"_s), Qt::LeftButton);

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

    void aChangeOfPolicyIsShownBeforeItIsProposed()
    {
        Scene scene;
        scene.open();
        QTRY_VERIFY(named<ui::LineField>(*scene.page, u"Retries a run"_s));
        auto* retries = named<ui::LineField>(*scene.page, u"Retries a run"_s);
        auto* propose = button(*scene.page, u"Propose change"_s);
        QVERIFY(propose->isLocked());
        const auto says = [&scene](const QString& words) {
            const auto labels = scene.page->findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
        };
        QVERIFY(says(u"Locked: nothing changed"_s)); // beside it

        retries->setFocus();
        retries->selectAll();
        QTest::keyClicks(retries, u"5"_s);
        QTest::keyClick(retries, Qt::Key_Return);
        QTRY_VERIFY(scene.sent("planPolicy parser retries_per_run=5"));
        QVERIFY(propose->isLocked());
        QTRY_VERIFY(says(u"Locked: a reason is needed"_s));
        named<ui::LineField>(*scene.page, u"Reason of the change"_s)->setText(u"since June"_s);
        QTRY_VERIFY(!propose->isLocked());
        QTest::mouseClick(propose, Qt::LeftButton);

        QTRY_VERIFY(scene.sent("proposePolicy parser retries_per_run=5 d1 because since June"));
    }

    void whatIsNoNumberIsToldAtOnce()
    {
        Scene scene;
        scene.open();
        QTRY_VERIFY(named<ui::LineField>(*scene.page, u"Retries a run"_s));
        auto* retries = named<ui::LineField>(*scene.page, u"Retries a run"_s);
        retries->setFocus();
        retries->selectAll();
        QTest::keyClicks(retries, u"many"_s);
        QTest::keyClick(retries, Qt::Key_Return);

        const auto strips = scene.page->findChildren<ui::ErrorStrip*>();
        QTRY_VERIFY(std::ranges::any_of(
            strips, [](const auto* strip) { return strip->sentence() == u"Retries a run is not a number."_s; }));
        QVERIFY(button(*scene.page, u"Propose change"_s)->isLocked());
    }

    void aDeadlineIsTypedInMinutes()
    {
        QCOMPARE(ui::storedValue(u"approval_deadline_s"_s, u"30"_s), u"1800"_s);
        QCOMPARE(ui::storedValue(u"min_confidence"_s, u"0.7"_s), u"0.7"_s);
        QCOMPARE(ui::storedValue(u"retries_per_run"_s, u"x"_s), QString());
    }

    void whatCouldNotBeLoadedIsTriedAgain()
    {
        Scene scene;
        scene.open();
        scene.host.storeIsGone = true;
        QTest::mouseClick(sideItem(*scene.page, u"Data"_s), Qt::LeftButton);
        const auto* section = scene.page->findChild<ui::DataSection*>();
        auto* strip = section->findChild<ui::ErrorStrip*>();
        QTRY_VERIFY(strip->isVisible());
        scene.host.storeIsGone = false;

        QTest::mouseClick(button(*section, u"Try again"_s), Qt::LeftButton);

        QTRY_VERIFY(!strip->isVisible());
    }

    void aChangeThatFailedIsToldUntilOneWorks()
    {
        Scene scene;
        scene.host.pruning = {.days = 7, .runs = 2, .checkpoints = 40, .bytes = 5'000};
        scene.open();
        QTest::mouseClick(sideItem(*scene.page, u"Data"_s), Qt::LeftButton);
        QTRY_VERIFY(scene.host.isQuiet());
        auto* section = scene.page->findChild<ui::DataSection*>();
        auto* strip = section->findChild<ui::ErrorStrip*>();
        scene.host.outcome = Error{ErrorCode::Io, "disk"};
        QTest::mouseClick(button(*section, u"Prune now"_s), Qt::LeftButton);
        QTRY_VERIFY(strip->isVisible());
        section->entered(); // what is loaded works
        QTRY_VERIFY(scene.host.isQuiet());
        QVERIFY(strip->isVisible());
        scene.host.outcome = {};

        QTest::mouseClick(button(*section, u"Prune now"_s), Qt::LeftButton);

        QTRY_VERIFY(!strip->isVisible());
    }

    void pruningTellsWhatGoesFirst()
    {
        Scene scene;
        scene.host.storage.keepCheckpointsDays = 90;
        scene.host.pruning = {.days = 7, .runs = 2, .checkpoints = 40, .bytes = 5'000};
        scene.open();
        QTest::mouseClick(sideItem(*scene.page, u"Data"_s), Qt::LeftButton);
        QTest::mouseClick(button(*scene.page, u"Prune now"_s), Qt::LeftButton);
        QTRY_VERIFY(scene.sent("planPruning 7"));
        auto* question = scene.page->findChild<ui::DataSection*>()->findChild<ui::QuestionBar*>();
        QTRY_VERIFY(button(*question, u"Prune"_s));
        QVERIFY(!scene.sent("prune 7"));

        QTest::mouseClick(button(*question, u"Prune"_s), Qt::LeftButton);

        QTRY_VERIFY(scene.sent("prune 7"));
    }

    void motionFollowsWhatIsSaid()
    {
        Scene scene;
        ui::DesktopSettings desktop;
        ui::Motion motion(scene.preferences, desktop);
        QVERIFY(!motion.isStill());
        scene.preferences.setMotion(u"reduced"_s);
        motion.take();
        QVERIFY(motion.isStill());

        scene.preferences.setMotion(u"system"_s);
        desktop.hear(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, QDBusVariant(true));
        QVERIFY(!motion.isStill());
        desktop.hear(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, QDBusVariant(1U));
        QVERIFY(motion.isStill());
    }

    void aDiffShowsLittleBesideWhatChanged()
    {
        QString before;
        for (int line = 1; line <= 20; ++line)
            before += u"line %1\n"_s.arg(line);
        QString after = before;
        after.replace(u"line 10\n"_s, u"line ten\n"_s);

        QStringList shown;
        for (const ui::DiffLine& line : ui::lineDiff(before, after, 1))
            shown << (line.kind == ui::DiffLine::Kind::Added         ? u"+"_s
                          : line.kind == ui::DiffLine::Kind::Removed ? u"-"_s
                                                                     : u" "_s)
                    + QString::number(line.number) + u' ' + line.text;

        QCOMPARE(shown, (QStringList{u" 9 line 9"_s, u"-10 line 10"_s, u"+10 line ten"_s, u" 11 line 11"_s}));
    }
};

SIGNALBOX_TEST(TestSettings)

} // namespace signalbox

#include "tst_settings.moc"
