// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "ui/shell/theme.h"
#include "ui/widgets/logfont.h"

#include <QTest>

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
        QTest::newRow("a tab is four columns") << u"a\tb"_s << QStringList{u"6"_s};
        QTest::newRow("a mark stays with its letter") << u"cafe\u0301 x"_s << QStringList{u"3"_s, u"e\u0301"_s, u"2"_s};
        QTest::newRow("another script is shaped as a whole")
            << u"x \u05e9\u05dc y"_s << QStringList{u"2"_s, u"\u05e9\u05dc"_s, u"2"_s};
        QTest::newRow("nothing") << QString() << QStringList{};
    }

    void textIsCutWhereItHasToBeShaped()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, parts);
        const ThemeSource themes(ThemeSource::Choice::Dark);
        const LogFont font(themes.theme().font(Type::Log));
        if (font.column() == 0)
            QSKIP("there is no font of columns here");

        QStringList cut;
        font.forParts(text.toStdString(), [&](const LogFont::Part& part) {
            cut << (part.words.isEmpty() ? QString::number(part.glyphs.size()) : part.words);
        });

        QCOMPARE(cut, parts);
    }
};

SIGNALBOX_TEST(TestLogFont)

#include "tst_logfont.moc"
