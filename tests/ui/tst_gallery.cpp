// SPDX-License-Identifier: GPL-3.0-or-later
// Every part of the gallery in every theme: it draws something, Qt has nothing to warn of, and whatever takes the
// keyboard focus has a name. QT_SCALE_FACTOR, set before the start, shows them at other sizes.
#include "tests/signalboxtest.h"
#include "ui/gallery/fixtures.h"
#include "ui/gallery/gallery.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;

namespace {

/// What Qt warned of, while one of these is there.
class Warnings {
public:
    Warnings()
    {
        s_heard.clear();
        m_before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& words) {
            const bool ofThePlugin
                = words.startsWith(u"This plugin does not support"_s); // offscreen has no window manager
            if (type != QtDebugMsg && type != QtInfoMsg && !ofThePlugin)
                s_heard << words;
        });
    }
    ~Warnings() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(Warnings)

    static QString heard() { return s_heard.join(u"; "_s); }

private:
    static inline QStringList s_heard;
    QtMessageHandler m_before;
};

class StoppedAtPresent final : public Clock {
public:
    UtcTime now() const override { return fixtures::present(); }
};

bool hasOneColour(const QImage& image)
{
    const QColor first = image.pixelColor(0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != first)
                return false;
    return true;
}

/// The names of the parts that have drawn nothing so far.
QStringList emptyParts(GalleryBoard& board)
{
    const QImage whole = board.grab().toImage();
    const double ratio = whole.devicePixelRatio();
    QStringList empty;
    for (const auto& [name, widget] : board.parts()) {
        const QRect place(widget->mapTo(&board, QPoint()) * ratio, widget->size() * ratio);
        if (hasOneColour(whole.copy(place)))
            empty << name;
    }
    return empty;
}

QStringList unnamed(const GalleryBoard& board)
{
    QStringList found;
    for (auto* widget : board.findChildren<QWidget*>()) {
        auto* seen = QAccessible::queryAccessibleInterface(widget);
        const bool focusable = (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
        if (focusable && widget->isVisibleTo(&board) && (!seen || seen->text(QAccessible::Name).isEmpty()))
            found << QString::fromLatin1(widget->metaObject()->className());
    }
    return found;
}

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestGallery : public QObject {
    Q_OBJECT

private slots:
    void everyPartIsDrawn_data()
    {
        QTest::addColumn<ThemeSource::Choice>("theme");
        QTest::addColumn<int>("section");
        const auto sections = gallerySections();
        for (const auto& [name, theme] : {std::pair("dark", ThemeSource::Choice::Dark),
                                          {"light", ThemeSource::Choice::Light},
                                          {"high contrast", ThemeSource::Choice::HighContrast}})
            for (int section = 0; section < static_cast<int>(sections.size()); ++section)
                QTest::addRow("%s, %s", qPrintable(sections[static_cast<std::size_t>(section)].name), name)
                    << theme << section;
    }

    void everyPartIsDrawn()
    {
        QFETCH(ThemeSource::Choice, theme);
        QFETCH(int, section);
        const Warnings warnings;
        const ThemeSource themes(theme);
        const StoppedAtPresent clock;
        GalleryBoard board({themes, clock}, gallerySections()[static_cast<std::size_t>(section)]);

        board.show();

        const QString still = u"nothing is drawn of "_s;
        QTRY_VERIFY2(emptyParts(board).isEmpty(), qPrintable(still + emptyParts(board).join(u"; "_s)));
        QVERIFY2(unnamed(board).isEmpty(), qPrintable(u"without a name: "_s + unnamed(board).join(u"; "_s)));
        QVERIFY2(Warnings::heard().isEmpty(), qPrintable(Warnings::heard()));
    }

    void theWindowWritesAPictureOfEachSection()
    {
        if (!qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
            QSKIP("takes seconds: with the slow ones, at other sizes");
        const QTemporaryDir folder;
        const Warnings warnings;
        Gallery gallery({ThemeSource::Choice::Dark, ThemeSource::Choice::Light});
        QSignalSpy pictured(&gallery, &Gallery::pictured);
        gallery.show();

        gallery.takePictures(folder.path());

        QVERIFY(pictured.wait(30'000));
        QCOMPARE(pictured.constFirst().at(1).toString(), QString());
        QCOMPARE(QDir(folder.path()).entryList({u"gallery-*.png"_s}).size(), gallery.sections());
        QVERIFY2(Warnings::heard().isEmpty(), qPrintable(Warnings::heard()));
    }

    // Whoever makes a part puts it into the gallery, or here with the reason.
    void everyPartOfWidgetsIsInTheGallery()
    {
        const QStringList without{
            u"asklinenumber.h"_s, // a dialog of Qt
            u"chartcanvas.h"_s,   u"chartlook.h"_s,       u"chartpainter.h"_s,   u"figure.h"_s,
            u"waiting.h"_s, // of LineChart
            u"graphitems.h"_s,    u"graphlayout.h"_s,     u"graphplacement.h"_s, // of GraphView
            u"logfaces.h"_s,      u"logfont.h"_s,         u"logpainter.h"_s,     u"logrows.h"_s, // of LogView
            u"frame.h"_s,         u"placeground.h"_s,     u"rowground.h"_s,      u"shapedtext.h"_s,
            u"statuslook.h"_s,    u"tabular.h"_s,         u"badge.h"_s,          u"trackparts.h"_s, // draw for others
            u"livelabel.h"_s, // a Label
            u"textlines.h"_s,     u"pagelayout.h"_s, // lay out for others
            u"tableheader.h"_s,   u"timelinepainter.h"_s, u"turns.h"_s,          u"wholetext.h"_s,
            u"scrolled.h"_s}; // draw nothing
        const QDir gallery(QStringLiteral(SIGNALBOX_SOURCE_DIR "/ui/gallery"));
        QString sources;
        for (const QString& name : gallery.entryList({u"*.cpp"_s}))
            sources += read(gallery.filePath(name));

        for (const QString& header : QDir(QStringLiteral(SIGNALBOX_SOURCE_DIR "/ui/widgets")).entryList({u"*.h"_s}))
            QVERIFY2(without.contains(header) || sources.contains(u"\"ui/widgets/%1\""_s.arg(header)),
                     qPrintable(header));
    }
};

SIGNALBOX_TEST(TestGallery)

#include "tst_gallery.moc"
