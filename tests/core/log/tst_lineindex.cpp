// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/lineindex.h"

#include "tests/signalboxtest.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace signalbox::log;

namespace {

constexpr std::size_t kBlock = LineIndex::kBlockBytes;

struct Row {
    std::size_t offset = 0;
    std::size_t line = 1;
    auto operator<=>(const Row&) const = default;
};

/// Where rows begin, byte after byte.
std::vector<Row> rowsOf(std::string_view text)
{
    std::vector<Row> rows{Row()};
    std::size_t line = 1;
    bool bare = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bare = at % kBlock == 0 ? true : bare;
        if (text[at] == '\n') {
            bare = false;
            rows.push_back({at + 1, ++line});
        } else if (at % kBlock == kBlock - 1 && bare) {
            rows.push_back({at + 1, line});
        }
    }
    if (rows.back().offset == text.size())
        rows.pop_back();
    return rows;
}

/// Where the index says that a row begins.
Row placeIn(const LineIndex& index, std::string_view text, std::size_t row)
{
    const LineIndex::Place place = index.placeOfRow(row);
    Row at{place.offset, place.line};
    for (std::uint64_t i = 0; i < place.skip; ++i) {
        const std::size_t length = rowLength(text.substr(at.offset), at.offset);
        at.offset += length;
        at.line += length > 0 && text[at.offset - 1] == '\n' ? 1 : 0;
    }
    return at;
}

std::string randomText(QRandomGenerator& random)
{
    std::string text;
    const std::size_t size = random.bounded(200'000);
    while (text.size() < size) {
        text.append(random.bounded(5) > 0 ? random.bounded(300) : random.bounded(70'000), 'a');
        if (random.bounded(7) > 0)
            text.push_back('\n');
        if (random.bounded(20) == 0)
            text.resize(text.size() / kBlock * kBlock); // ends and cuts at the borders of blocks
    }
    return text;
}

} // namespace

class TestLineIndex : public QObject {
    Q_OBJECT

private slots:
    void countsLineEndsOfAnyLengthAndAlignment()
    {
        const std::string text = std::string(40'000, '\n') + std::string(100, 'x') + '\n';
        for (std::size_t from = 0; from < 70; ++from) {
            for (const std::size_t length : {0, 1, 63, 64, 65, 16'321, 40'050, 41'000}) {
                const std::string_view part = std::string_view(text).substr(from, length);
                QCOMPARE(countLineEnds(part), static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n')));
            }
        }
    }

    void findsEveryRowAndLineOfAnyText()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 40; ++round) {
            const std::string text = randomText(random);
            const std::vector<Row> rows = rowsOf(text);
            LineIndex index;
            for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
                length = 1 + random.bounded(30'000);
                index.append(std::string_view(text).substr(at, length));
            }

            QCOMPARE(index.bytes(), text.size());
            QCOMPARE(index.rows(), rows.size());
            QCOMPARE(index.lines(), rows.empty() ? 0 : rows.back().line);
            for (std::size_t row = 0; row < rows.size(); ++row) {
                QVERIFY(placeIn(index, text, row) == rows[row]);
                if (row == 0 || rows[row].line != rows[row - 1].line)
                    QCOMPARE(index.rowOfLine(rows[row].line), row);
            }
        }
    }

    void noRowIsLongerThanItsLimit()
    {
        const std::string text(1'000'000, 'x');
        LineIndex index;
        index.append(text);

        QCOMPARE(index.lines(), std::uint64_t(1));
        for (const Row& row : rowsOf(text))
            QVERIFY(rowLength(std::string_view(text).substr(row.offset), row.offset) <= LineIndex::kLongestRow);
    }
};

SIGNALBOX_TEST(TestLineIndex)
#include "tst_lineindex.moc"
