// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is cut, in any language, in windows of every size.
//
// The usual run looks at one language and size, ui/everysize at all of them.
// A screen of 1440 x 900 at 150 % leaves the window 960 x 600 of its own pixels, so that is the size tested for it.
#include "tests/signalboxtest.h"
#include "tests/ui/cuttexts.h"
#include "tests/ui/translationfile.h"
#include "tests/ui/wholewindow.h"
#include "ui/approvals/approvalwindow.h"
#include "ui/approvals/evidenceview.h"
#include "ui/connections/addrepository.h"
#include "ui/models/language.h"
#include "ui/settings/sideitem.h"
#include "ui/shell/keyspanel.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/palette.h"

#include <QFontDatabase>
#include <QListView>
#include <QStackedWidget>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using ui::PageKind;

namespace {

constexpr int kSections = 7; // of the evidence, at most
constexpr int kTurns = 8;

bool isReadable(const QString& language)
{
    return language != u"ja" || !QFontDatabase::families(QFontDatabase::Japanese).isEmpty();
}

/// The words of the program in `language` that stand alone.
QSet<QString> wordsIn(const QString& language)
{
    QSet<QString> words;
    for (const auto& message : test::readTranslations(test::translationFile(language == u"en" ? u"de"_s : language)))
        words.insert(language == u"en" ? message.source : message.forms.constFirst());
    return words;
}

/// Looks at one window after the other, and remembers what is cut.
struct Reader {
    QSize size;
    QSet<QString> own;
    QStringList cut;

    void read(QWidget& window, const QString& where)
    {
        window.resize(size.expandedTo(window.minimumSize()));
        QStringList found;
        for (int turn = 0; turn < kTurns && (turn == 0 || !found.isEmpty()); ++turn) {
            QCoreApplication::processEvents(); // layouts settle, the inner ones after the outer ones
            found = test::cutTexts(window, own);
        }
        for (const QString& text : found)
            cut << u"%1 at %2 x %3: %4"_s.arg(where).arg(size.width()).arg(size.height()).arg(text);
    }

    void readPages(test::WholeWindow& bench)
    {
        ui::MainWindow& window = *bench.window;
        for (const ui::Place& place : test::everyPlace()) {
            window.go(place);
            bench.settle();
            read(window, u"page %1"_s.arg(static_cast<int>(place.page)));
        }
        window.go({.page = PageKind::Settings, .run = {}, .checkpoint = -1, .approval = {}});
        for (auto* section : window.findChildren<ui::SideItem*>()) {
            section->click();
            read(window, section->text());
        }
        readWebhooks(bench);
        window.go({.page = PageKind::Approvals, .run = {}, .checkpoint = -1, .approval = {}});
        for (int number = 1; number <= kSections; ++number) {
            window.findChild<ui::ApprovalPrompt*>()->goToSection(number);
            read(window, u"evidence %1"_s.arg(number));
        }
    }

    /// Every route is off, which takes the most words.
    void readWebhooks(test::WholeWindow& bench)
    {
        ui::MainWindow& window = *bench.window;
        window.findChild<ui::SideItem*>()->click();
        bench.settle();
        host::ReceptionView reception = bench.engine.outside.reception;
        reception.on = true;
        reception.listening = reception.address;
        emit bench.engine.outside.receptionLoaded(reception);
        auto* list = window.findChild<QListView*>(u"connections"_s);
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        emit list->activated(list->currentIndex());
        read(window, u"webhooks"_s);
    }

    void readSheets(test::WholeWindow& bench)
    {
        ui::MainWindow& window = *bench.window;
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        read(window, u"palette"_s);
        QTest::keyClick(window.findChild<ui::Palette*>(), Qt::Key_Escape);
        QTest::keyClick(&window, Qt::Key_Question);
        auto* keys = window.findChild<ui::KeysPanel*>();
        read(*keys, u"keys"_s);
        delete keys;
        auto* wizard = new ui::AddRepository(bench.themes, bench.engine, bench.clock, window);
        wizard->show();
        auto* steps = wizard->findChild<QStackedWidget*>();
        for (int step = 0; step < steps->count(); ++step) {
            steps->setCurrentIndex(step);
            read(*wizard, u"step %1 of a new repository"_s.arg(step + 1));
        }
        delete wizard;
        window.holdAll();
        bench.settle();
        read(window, u"held"_s);
        window.askRelease({});
        read(window, u"question before a release"_s);
        ui::WallView& wall = window.ownWindows().wall();
        wall.show();
        QTRY_VERIFY(wall.isWhole());
        wall.grab(); // it knows what it had no room for once it is painted
        read(wall, u"wall"_s);
        wall.leave();
        ui::ApprovalWindow* approval = window.ownWindows().openApproval(bench.engine.approvals.front().id);
        bench.settle();
        read(*approval, u"approval window"_s);
    }
};

} // namespace

class TestCutTexts : public QObject {
    Q_OBJECT

private slots:
    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        const auto add = [](const QString& language, QSize size) {
            QTest::addRow("%s at %d x %d", qPrintable(language), size.width(), size.height()) << language << size;
        };
        add(u"de"_s, {960, 600}); // the longest words, where there is little room
        add(u"de"_s, {1024, 640}); // where parts stand side by side still
        if (!qEnvironmentVariableIsSet("SIGNALBOX_EVERY_SIZE"))
            return;
        for (const QString& language : ui::Language::known())
            for (const QSize size : {QSize(1440, 900), QSize(1120, 700), QSize(960, 600), QSize(900, 520)})
                add(language, size);
    }

    void nothingIsCut()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        if (!isReadable(language))
            QSKIP("no font here has Japanese; fonts-noto-cjk does");
        const ui::Language spoken(language);
        Reader reader{size, wordsIn(language), {}};
        test::WholeWindow bench(true);
        bench.settle();

        reader.readPages(bench);
        reader.readSheets(bench);
        test::WholeWindow first(false);
        first.settle();
        reader.read(*first.window, u"first run"_s);

        for (const QString& text : reader.cut)
            qWarning("%s", qPrintable(text));
        QCOMPARE(reader.cut.size(), 0);
    }
};

SIGNALBOX_TEST(TestCutTexts)

} // namespace signalbox

#include "tst_cuttexts.moc"
