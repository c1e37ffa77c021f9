// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "ui/shell/theme.h"
#include "ui/widgets/logfont.h"

#include <QFontDatabase>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace signalbox::ui;

class TestLogFont : public QObject {
    Q_OBJECT

private slots:
    void textIsCutWhereItHasToBeShaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts"); // glyphs by their number, words as they are

        QTest::newRow("Latin needs no shaping") << u"error: 1 — déjà"_s << QStringList{u"15"_s};
        QTest::newRow("a tab stands alone") << u"a\tb"_s << QStringList{u"1"_s, u"1"_s, u"1"_s};
        QTest::newRow("a mark stays with its letter") << u"cafe\u0301 x"_s << QStringList{u"3"_s, u"e\u0301"_s, u"2"_s};
        QTest::newRow("another script is shaped as a whole")
            << u"x \u05e9\u05dc y"_s << QStringList{u"2"_s, u"\u05e9\u05dc"_s, u"2"_s};
        QTest::newRow("which form an emoji has takes no room") << u"\u00a9\ufe0f ok"_s << QStringList{u"4"_s};
        QTest::newRow("nothing") << QString() << QStringList{};
    }

    void textIsCutWhereItHasToBeShaped()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, parts);
        const ThemeSource themes(ThemeSource::Choice::Dark);
        LogFont font(themes.theme().font(Type::Log));
        if (font.column() == 0)
            QSKIP("there is no font of columns here");
        if (text.contains(QChar(0x05e9)) && QFontDatabase::families(QFontDatabase::Hebrew).isEmpty())
            QSKIP("there is no font with Hebrew here");

        const auto cut = [&] {
            QStringList cuts;
            font.forParts(text.toStdString(), [&](const LogFont::Part& part) {
                cuts << (part.words.isEmpty() ? QString::number(part.glyphs.size()) : part.words);
                return true;
            });
            return cuts;
        };
        QTRY_COMPARE(cut(), parts); // a face for it may have to be opened
    }

    void whatFollowsTabsAndWideCharactersStandsInColumns()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        LogFont font(themes.theme().font(Type::Mono));
        if (font.column() == 0)
            QSKIP("there is no font of columns here");
        const auto columns = [&font](std::string_view text, double from = 0) {
            return std::lround(font.widthOf(text, from * font.column()) / font.column());
        };

        QCOMPARE(columns("ab\t"), 8);
        QCOMPARE(columns("longer12\t"), 16);
        QCOMPARE(columns("\tx\t"), 16);
        QCOMPARE(columns("b\t", 7), 9); // a piece of a line that begins further right
        if (QFontDatabase::families(QFontDatabase::Japanese).isEmpty())
            QSKIP("there is no font with Japanese here");
        QTRY_COMPARE(columns("\u65e5\u672c|"), 5);
        QTRY_COMPARE(columns("\u65e5\u672c\t"), 8);
    }

    void bothThemesHaveTheSameCharacters()
    {
        for (const auto choice : {ThemeSource::Choice::Dark, ThemeSource::Choice::Light}) {
            const ThemeSource themes(choice);
            LogFont font(themes.theme().font(Type::Mono));
            if (!QFontDatabase::families().contains(u"DejaVu Sans"_s))
                QSKIP("DejaVu Sans is not there, whose light cut lacks some");
            int missing = -1;
            const auto look = [&] {
                missing = 0;
                font.forParts("\u2713 \U0001F600", [&](const LogFont::Part& part) {
                    missing += part.missing ? 1 : 0;
                    return true;
                });
                return font.widthOf("\U0001F600") > 1.5 * font.column();
            };
            QTRY_VERIFY(look()); // a face was opened
            QCOMPARE(missing, 0);
        }
    }

    void whatNoFaceHasIsItsNumber()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        LogFont font(themes.theme().font(Type::Log));
        QString missing;
        const auto look = [&] {
            missing.clear();
            font.forParts("a\U000F1234b", [&](const LogFont::Part& part) {
                if (part.missing)
                    missing = QString::number(part.glyphs.size());
                return true;
            });
            return missing;
        };

        QTRY_COMPARE(look(), u"9"_s); // [U+F1234]: nothing is drawn in a font that nobody chose
    }
};

SIGNALBOX_TEST(TestLogFont)

#include "tst_logfont.moc"
