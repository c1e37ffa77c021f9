// SPDX-License-Identifier: GPL-3.0-or-later
// The window in each of its languages: nothing is left in English.
#include "tests/signalboxtest.h"
#include "tests/ui/approvalscene.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/translationfile.h"
#include "ui/models/language.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using ui::PageKind;
using ui::Place;

namespace {

/// What can be read and heard of the window.
QSet<QString> wordsOf(const QWidget& window)
{
    QSet<QString> words{window.windowTitle()};
    for (const auto* part : window.findChildren<QWidget*>()) {
        words << part->accessibleName() << part->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(part))
            words << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(part))
            words << button->text();
        else if (const auto* field = qobject_cast<const QLineEdit*>(part))
            words << field->placeholderText();
        else if (const auto* header = qobject_cast<const QHeaderView*>(part))
            for (int section = 0; header->model() && section < header->count(); ++section)
                words << header->model()->headerData(section, header->orientation()).toString();
    }
    for (const auto* action : window.findChildren<QAction*>())
        words << action->text();
    return words;
}

struct Bench {
    test::CannedHost engine;
    test::StoppedClock clock{test::noon()};
    ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
    QTemporaryDir folder;
    ui::Preferences preferences{folder.filePath(u"console.ini"_s)};
    std::unique_ptr<ui::MainWindow> window;

    explicit Bench(bool lines)
    {
        engine.findings = {{.check = "git", .ok = true, .needed = true, .detail = "git version 2.39.5", .remedy = {}},
                           {.check = "npm", .ok = false, .needed = false, .detail = "no", .remedy = "install npm"}};
        if (lines)
            fill();
        window = std::make_unique<ui::MainWindow>(engine, themes, preferences, clock);
        window->show();
    }

    void fill()
    {
        host::RunDetail healing = test::healingRun(clock.time);
        engine.states.clear();
        for (const auto& [number, state] : test::healingStates())
            engine.states[{healing.summary.id, number}] = state;
        engine.runs = {healing.summary, test::aRun(3, "parser", host::RunState::Waiting),
                       test::aRun(2, "storefront", host::RunState::Succeeded, "healed")};
        engine.details.emplace(healing.summary.id, healing);
        engine.approvals = {test::grave(gate::RiskLevel::High)};
        engine.knowledge = {{.signature = "cache:tar",
                             .failureClass = "cache_corruption",
                             .fix = "clear_cache_rerun",
                             .tried = 3,
                             .worked = 2,
                             .lastSeen = test::noon()}};
        record::AuditRecord record;
        record.number = 1;
        record.entry = {.at = test::noon(),
                        .actor = "operator",
                        .action = "held",
                        .subject = "all",
                        .line = {},
                        .reason = "database maintenance",
                        .evidenceHash = {}};
        engine.audit = {record};
        engine.verdict.ok = true;
        engine.verdict.records = 1;
    }

    /// Waits until whatever was asked for has come.
    void settle() const { QTest::qWait(10); }
};

std::vector<Place> places()
{
    std::vector<Place> all;
    for (const PageKind page : {PageKind::Overview, PageKind::Approvals, PageKind::Runs, PageKind::Knowledge,
                                PageKind::Audit, PageKind::Settings})
        all.push_back({.page = page, .run = {}, .checkpoint = -1, .approval = {}});
    all.push_back({.page = PageKind::RunDetail, .run = RunId{7}, .checkpoint = -1, .approval = {}});
    return all;
}

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLeftInEnglish_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }

    void nothingIsLeftInEnglish()
    {
        QFETCH(QString, language);
        QSet<QString> english, own;
        for (const auto& message : test::readTranslations(test::translationFile(language))) {
            own.insert(message.forms.constFirst());
            english.insert(message.source);
        }
        english -= own;
        const ui::Language spoken(language);
        for (const bool lines : {true, false}) {
            Bench bench(lines);
            bench.settle();
            QSet<QString> words = wordsOf(*bench.window);
            for (const Place& place : places()) {
                bench.window->go(place);
                bench.settle();
                words |= wordsOf(*bench.window);
            }
            const QStringList left = (words & english).values();
            QVERIFY2(left.isEmpty(), qPrintable(left.join(u"; "_s)));
        }
    }

    void theChoiceOfLanguageIsKept()
    {
        QTemporaryDir folder;
        ui::Preferences preferences(folder.filePath(u"console.ini"_s));
        QCOMPARE(preferences.language(), u"system"_s);

        preferences.setLanguage(u"ja"_s);
        const QString kept = ui::Preferences(folder.filePath(u"console.ini"_s)).language();
        preferences.setLanguage(u"xx"_s);

        QCOMPARE(kept, u"ja"_s);
        QCOMPARE(preferences.language(), u"system"_s);
    }
};

SIGNALBOX_TEST(TestLanguages)

} // namespace signalbox

#include "tst_languages.moc"
