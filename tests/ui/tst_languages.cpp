// SPDX-License-Identifier: GPL-3.0-or-later
// The window in each of its languages: nothing is left in English.
#include "core/host/runtime.h"
#include "tests/signalboxtest.h"
#include "tests/ui/translationfile.h"
#include "tests/ui/wholewindow.h"
#include "ui/models/language.h"
#include "ui/models/words.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSet>

namespace signalbox {

using namespace Qt::StringLiterals;

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

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT

private slots:
    void everyEdgeOfAGraphHasItsWord_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }

    /// Of every agent: what is not named there is shown as it is stored.
    void everyEdgeOfAGraphHasItsWord()
    {
        QFETCH(QString, language);
        QSet<QString> known;
        for (const auto& message : test::readTranslations(test::translationFile(language)))
            known.insert(message.source.toLower());
        const auto graphs = host::Runtime::agentGraphs();
        QVERIFY(graphs);
        for (const auto& [agent, graph] : *graphs) {
            const graph::Drawing drawing = graph->drawing();
            for (const auto& edge : drawing.edges)
                QVERIFY2(edge.label.empty() || known.contains(ui::edgeLabel(edge.label).toLower()), edge.label.c_str());
            for (const auto& node : drawing.nodes)
                QVERIFY2(known.contains(ui::stepName(node.name).toLower()), node.name.c_str());
        }
    }

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
            test::WholeWindow bench(lines);
            bench.settle();
            QSet<QString> words = wordsOf(*bench.window);
            for (const ui::Place& place : test::everyPlace()) {
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
