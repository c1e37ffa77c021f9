// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "ui/shell/startfailure.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestStartFailure : public QObject {
    Q_OBJECT

private slots:
    void whatHappenedWhereAndWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("advice");
        QTest::newRow("store") << static_cast<int>(ErrorCode::Io) << u"Where the store is damaged, put a backup in its place"_s;
        QTest::newRow("workspace") << static_cast<int>(ErrorCode::InvalidInput)
                                   << u"Mend the file that is named above"_s;
    }

    void whatHappenedWhereAndWhatToDo()
    {
        QFETCH(int, code);
        QFETCH(QString, advice);
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Light);
        const QString line = u"the store /data/s.sqlite is damaged: it is not a database; "_s + QString(4000, u'B');
        ui::StartFailure window(themes, {static_cast<ErrorCode>(code), {}}, line, u"/data/s.sqlite"_s);
        window.open();

        QStringList words;
        for (const auto* label : window.findChildren<QLabel*>()) {
            words << label->text();
            QTRY_VERIFY(window.rect().contains(QRect(label->mapTo(&window, QPoint()), label->size())));
        }
        QVERIFY(words.contains(line));
        QVERIFY(words.contains(u"/data/s.sqlite"_s));
        QCOMPARE(words.filter(advice).size(), 1);
        QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }
};

SIGNALBOX_TEST(TestStartFailure)

} // namespace signalbox

#include "tst_startfailure.moc"
