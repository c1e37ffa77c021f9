// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/thinning.h"
#include "tests/signalboxtest.h"

#include <QStringList>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::metrics;

namespace {

/// One sample a second from the epoch on.
std::vector<Sample> everySecond(std::initializer_list<double> values)
{
    std::vector<Sample> samples;
    for (const double value : values)
        samples.push_back({fromUnixMs(static_cast<std::int64_t>(samples.size()) * 1000), value});
    return samples;
}

Frame frameOf(const std::vector<Sample>& samples, int columns)
{
    return {samples.front().at, samples.back().at, columns};
}

QStringList printed(const std::vector<Sample>& samples)
{
    QStringList rows;
    for (const auto& [at, value] : samples)
        rows << QStringLiteral("%1 s: %2").arg(toUnixMs(at) / 1000).arg(value);
    return rows;
}

std::vector<Sample> aWave(int count)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back({fromUnixMs(i), std::sin(i / 50.0)});
    return samples;
}

} // namespace

class TestThinning : public QObject {
    Q_OBJECT

private slots:
    void fewSamplesStayAsTheyAre()
    {
        const auto samples = everySecond({1, 3, 2});

        QCOMPARE(printed(thin(samples, frameOf(samples, 100))), printed(samples));
    }

    void everyColumnKeepsItsPeaksInTheirOrder()
    {
        const auto samples = everySecond({5, 9, 1, 5, 2, 2, 8, 3});

        const QStringList thinned = printed(thin(samples, {samples.front().at, fromUnixMs(8000), 2}));

        QCOMPARE(thinned, (QStringList{u"1 s: 9"_s, u"2 s: 1"_s, u"4 s: 2"_s, u"6 s: 8"_s}));
    }

    void neverMoreThanTwoAColumnNorThanAThousand()
    {
        const auto samples = aWave(100'000);

        QVERIFY(thin(samples, frameOf(samples, 320)).size() <= 640);
        QVERIFY(thin(samples, frameOf(samples, 4000)).size() <= kMostPoints);
    }

    void whatLiesOutsideOfTheFrameIsLeftOut()
    {
        const auto samples = everySecond({1, 2, 3, 4});

        const QStringList thinned = printed(thin(samples, {fromUnixMs(1000), fromUnixMs(2000), 10}));

        QCOMPARE(thinned, (QStringList{u"1 s: 2"_s, u"2 s: 3"_s}));
    }

    void aGapStaysAGap()
    {
        const auto samples = everySecond({1, kNoData, 2});

        const auto thinned = thin(samples, frameOf(samples, 100));

        QCOMPARE(thinned.size(), std::size_t(3));
        QVERIFY(std::isnan(thinned[1].value));
    }

    void aRangeGoesAroundAllRangesOfItsColumn()
    {
        const std::vector<Range> ranges{{fromUnixMs(0), 2, 3}, {fromUnixMs(1), 1, 2}, {fromUnixMs(10), 4, 5}};

        const auto thinned = thin(ranges, {fromUnixMs(0), fromUnixMs(10), 2});

        QCOMPARE(thinned.size(), std::size_t(2));
        QCOMPARE(thinned[0].low, 1.0);
        QCOMPARE(thinned[0].high, 3.0);
    }

    void nothingIsNothing() { QVERIFY(thin(std::vector<Sample>{}, Frame{}).empty()); }
};

SIGNALBOX_TEST(TestThinning)

#include "tst_thinning.moc"
