// SPDX-License-Identifier: GPL-3.0-or-later
// The files of translations/: complete, up to date with the sources, and true to their placeholders.
#include "tests/signalboxtest.h"
#include "tests/ui/translationfile.h"
#include "ui/models/language.h"
#include "ui/models/runcounts.h"
#include "ui/models/timewords.h"
#include "ui/shell/commands.h"

#include <QDirIterator>
#include <QLibraryInfo>
#include <QMainWindow>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using test::Translation;

namespace {

const QStringList kTranslated{u"de"_s, u"ja"_s};

/// "%1", "%n", as often as they stand there, sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%L?([1-9n])"_s);
    QStringList found;
    for (auto at = pattern.globalMatch(text); at.hasNext();)
        found.append(at.next().captured(1));
    found.sort();
    return found;
}

QSet<QString> keysOf(const QString& file)
{
    QSet<QString> keys;
    for (const Translation& message : test::readTranslations(file))
        keys.insert(message.key() + (message.plural ? u"\nplural"_s : QString()));
    return keys;
}

/// Where the call that opens before `at` ends, strings passed over; `at` is behind its bracket.
qsizetype endOfCall(const QString& code, qsizetype at)
{
    int depth = 1;
    for (bool quoted = false; at < code.size() && depth > 0; ++at) {
        const QChar here = code.at(at);
        if (quoted && here == u'\\')
            ++at;
        else if (here == u'"')
            quoted = !quoted;
        else if (!quoted)
            depth += here == u'(' ? 1 : here == u')' ? -1 : 0;
    }
    return at;
}

/// Calls of tr() whose result is glued to something with +.
QStringList glued(const QString& code)
{
    static const QRegularExpression call(u"(\\+=?\\s*)?(?:\\b\\w+::)?\\btr\\("_s);
    static const QRegularExpression arg(u"\\G\\s*\\.arg\\("_s);
    static const QRegularExpression plus(u"\\G\\s*\\+"_s);
    QStringList found;
    for (auto at = call.globalMatch(code); at.hasNext();) {
        const auto match = at.next();
        qsizetype end = endOfCall(code, match.capturedEnd());
        for (auto next = arg.match(code, end); next.hasMatch(); next = arg.match(code, end))
            end = endOfCall(code, next.capturedEnd());
        if (match.capturedLength(1) > 0 || plus.match(code, end).hasMatch())
            found.append(code.mid(match.capturedStart(), end - match.capturedStart() + 10));
    }
    return found;
}

/// The letter behind & in a label, lower case; nothing where there is none.
QChar mnemonic(const QString& label)
{
    const auto at = label.indexOf(u'&');
    return at < 0 || at + 1 >= label.size() ? QChar() : label.at(at + 1).toLower();
}

QString repeated(const QList<QAction*>& actions)
{
    QSet<QChar> seen;
    for (const QAction* action : actions) {
        const QChar letter = mnemonic(action->text());
        if (action->isSeparator())
            continue;
        if (letter.isNull() || seen.contains(letter))
            return action->text();
        seen.insert(letter);
    }
    return {};
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void everyTextHasItsWords()
    {
        for (const QString& language : QStringList{u"en"_s} + kTranslated) {
            const auto all = test::readTranslations(test::translationFile(language));
            QVERIFY2(!all.empty(), qPrintable(language));
            const qsizetype forms = language == u"ja" ? 1 : 2;
            for (const Translation& message : all) {
                const bool whole = !message.unfinished && !message.forms.contains(QString())
                    && message.forms.size() == (message.plural ? forms : 1);
                QVERIFY2(whole, qPrintable(language + u": "_s + message.context + u": "_s + message.source));
            }
        }
    }

    void filesAreUpToDateWithTheSources()
    {
        if (QStandardPaths::findExecutable(u"lupdate"_s).isEmpty()
            && QStandardPaths::findExecutable(u"lupdate"_s, {QLibraryInfo::path(QLibraryInfo::BinariesPath)}).isEmpty())
            QSKIP("lupdate is missing; packaging/setup.sh installs it");
        QTemporaryDir fresh;
        for (const QString& language : ui::Language::known())
            QVERIFY(QFile::copy(test::translationFile(language), fresh.filePath(u"signalbox_%1.ts"_s.arg(language))));

        const QString script = QStringLiteral(SIGNALBOX_SOURCE_DIR "/packaging/translations.sh");
        QCOMPARE(QProcess::execute(script, {fresh.path()}), 0);

        for (const QString& language : ui::Language::known()) {
            const auto now = keysOf(fresh.filePath(u"signalbox_%1.ts"_s.arg(language)));
            const auto kept = keysOf(test::translationFile(language));
            const QStringList differing = (now - kept).values() + (kept - now).values();
            QVERIFY2(differing.isEmpty(),
                     qPrintable(u"run packaging/translations.sh and translate: "_s + differing.join(u"; "_s)));
        }
    }

    /// A text that is found under one name and asked for under another one stays English.
    void everyContextIsAskedForByItsName()
    {
        static const QRegularExpression name(u"(?:Q_DECLARE_TR_FUNCTIONS\\(|translate\\(\"|_NOOP\\(\")(\\w+)"_s);
        QSet<QString> asked;
        QDirIterator files(QStringLiteral(SIGNALBOX_SOURCE_DIR "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QFile::ReadOnly));
            for (auto at = name.globalMatch(QString::fromUtf8(file.readAll())); at.hasNext();)
                asked.insert(at.next().captured(1));
        }
        for (const Translation& message : test::readTranslations(test::translationFile(u"de"_s)))
            QVERIFY2(message.context.contains(u"::"_s) || asked.contains(message.context), qPrintable(message.context));
    }

    void placeholdersAreKept()
    {
        for (const QString& language : QStringList{u"en"_s} + kTranslated) {
            for (const Translation& message : test::readTranslations(test::translationFile(language))) {
                for (const QString& form : message.forms) {
                    QStringList wanted = placeholders(message.source);
                    if (message.plural && !placeholders(form).contains(u"n"_s)) // "one approver"
                        wanted.removeAll(u"n"_s);
                    QVERIFY2(placeholders(form) == wanted, qPrintable(language + u": "_s + form));
                    QVERIFY2(!form.contains(u" ?}"_s), qPrintable(form)); // left behind by a tool
                    QVERIFY2(form.contains(u'&') == message.source.contains(u'&'), qPrintable(form));
                    QVERIFY2(form.endsWith(u'…') == message.source.endsWith(u'…'), qPrintable(form));
                }
            }
        }
    }

    void noTextIsAPieceOfAnother()
    {
        for (const Translation& message : test::readTranslations(test::translationFile(u"de"_s))) {
            static const QRegularExpression piece(u"^[\\s,.;:]|\\s$"_s);
            QVERIFY2(!piece.match(message.source).hasMatch(), qPrintable(message.context + u": "_s + message.source));
        }
        for (QDirIterator at(QStringLiteral(SIGNALBOX_SOURCE_DIR "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
             at.hasNext();) {
            QFile source(at.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QStringList found = glued(QString::fromUtf8(source.readAll()));
            QVERIFY2(found.isEmpty(), qPrintable(source.fileName() + u" glues texts: "_s + found.join(u"; "_s)));
        }
    }

    void gluedTextsAreFound()
    {
        QCOMPARE(glued(u"x = tr(\"a (b\").arg(f(1)) + y;"_s).size(), 1);
        QCOMPARE(glued(u"x += Words::tr(\"a\");"_s).size(), 1);
        QCOMPARE(glued(u"x = tr(\"%1 b\").arg(1 + 2);"_s).size(), 0);
    }

    void everyMenuEntryHasALetterOfItsOwn()
    {
        for (const QString& language : ui::Language::known()) {
            const ui::Language spoken(language);
            QMainWindow window;
            const ui::Commands commands(window);
            QVERIFY2(repeated(window.menuBar()->actions()).isEmpty(),
                     qPrintable(language + u": "_s + repeated(window.menuBar()->actions())));
            for (const QAction* menu : window.menuBar()->actions())
                QVERIFY2(repeated(menu->menu()->actions()).isEmpty(),
                         qPrintable(language + u": "_s + repeated(menu->menu()->actions())));
        }
    }

    void countsAgreeWithTheirNouns()
    {
        const auto said = [](const QString& language, int running) {
            const ui::Language spoken(language);
            ui::RunCounts counts;
            counts.all = counts.inProgress = running;
            return ui::runsSentence(counts).answer;
        };
        QCOMPARE(said(u"en"_s, 1), u"1 run in progress."_s);
        QCOMPARE(said(u"en"_s, 3), u"3 runs in progress."_s);
        QCOMPARE(said(u"de"_s, 1), u"1 Lauf im Gang."_s);
        QCOMPARE(said(u"de"_s, 3), u"3 Läufe im Gang."_s);
        QCOMPARE(said(u"ja"_s, 3), u"3 件実行中。"_s);
    }

    void numbersAndDatesFollowTheLanguage()
    {
        const UtcTime day = *parseUtc("2026-03-12T12:00:00.000Z");
        {
            const ui::Language german(u"de"_s);
            QCOMPARE(ui::stepDuration(Milliseconds(1500)), u"1,5\u202fs"_s);
            QCOMPARE(ui::dayName(day), u"Do., 12. März"_s);
        }
        {
            const ui::Language japanese(u"ja"_s);
            QCOMPARE(ui::dayName(day), u"3月12日(木)"_s);
        }
        QCOMPARE(ui::dayName(day), u"Thu 12 Mar"_s);
    }
};

SIGNALBOX_TEST(TestTranslations)

} // namespace signalbox

#include "tst_translations.moc"
