// SPDX-License-Identifier: GPL-3.0-or-later
// A frame put together from its corners looks as the path does.
#include "tests/signalboxtest.h"
#include "ui/widgets/frame.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cstdlib>

namespace signalbox {

namespace {

constexpr int kSide = 60;
const QRect kPlace(7, 9, 41, 33);

template <typename Paint>
QImage painted(double ratio, Paint paint)
{
    QImage image(QSize(kSide, kSide) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::darkBlue);
    QPainter painter(&image);
    paint(painter);
    return image;
}

int farthest(const QImage& one, const QImage& other)
{
    int far = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y), b = other.pixelColor(x, y);
            far = std::max(
                {far, std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
        }
    }
    return far;
}

} // namespace

class TestFrame : public QObject {
    Q_OBJECT

private slots:
    void itLooksAsItsPath_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<int>("radius");
        for (const double ratio : {1.0, 1.5, 2.0}) {
            for (const int radius : {4, 6}) {
                QTest::addRow("panel, radius %d, at %g", radius, ratio) << ratio << QColor(Qt::white) << radius;
                QTest::addRow("field, radius %d, at %g", radius, ratio) << ratio << QColor(Qt::transparent) << radius;
                QTest::addRow("tint, radius %d, at %g", radius, ratio) << ratio << QColor(250, 90, 90, 60) << radius;
            }
        }
    }

    void itLooksAsItsPath()
    {
        QFETCH(double, ratio);
        QFETCH(QColor, ground);
        QFETCH(int, radius);
        const QColor border(200, 120, 40);

        const QImage frame = painted(ratio, [&](QPainter& painter) {
            ui::paintFrame(painter, kPlace, {border, ground, radius});
        });
        const QImage path = painted(ratio, [&](QPainter& painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(border, 1));
            painter.setBrush(ground);
            painter.drawRoundedRect(QRectF(kPlace).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        });

        constexpr int kRounding = 3; // of 255
        QVERIFY2(farthest(frame, path) <= kRounding, qPrintable(QString::number(farthest(frame, path))));
    }
};

SIGNALBOX_TEST(TestFrame)

} // namespace signalbox

#include "tst_frame.moc"
