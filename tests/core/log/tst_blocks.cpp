// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/blocks.h"

#include "tests/signalboxtest.h"

#include <QTest>

#include <vector>

using signalbox::log::LineBlocks;

class TestBlocks : public QObject {
    Q_OBJECT

private slots:
    void noByteIsLostAndLinesStayWhole_data()
    {
        QTest::addColumn<int>("chunkBytes");

        QTest::newRow("byte after byte") << 1;
        QTest::newRow("odd pieces") << 4099;
        QTest::newRow("pieces larger than a block") << 700'001;
    }

    void noByteIsLostAndLinesStayWhole()
    {
        QFETCH(int, chunkBytes);
        std::string text;
        for (int i = 0; text.size() < 1'000'000; ++i)
            text += "line " + std::to_string(i) + " of the log\n";
        std::vector<std::string> blocks;
        LineBlocks lines([&](std::string_view block) { blocks.emplace_back(block); });

        for (std::size_t at = 0; at < text.size(); at += static_cast<std::size_t>(chunkBytes))
            lines.feed(std::string_view(text).substr(at, static_cast<std::size_t>(chunkBytes)));
        lines.finish();

        std::string all;
        for (const std::string& block : blocks) {
            QVERIFY(block.ends_with('\n'));
            QVERIFY(block.size() <= LineBlocks::kBlockBytes);
            all += block;
        }
        QVERIFY(all == text);
    }

    void aLineThatNeverEndsIsCutBetweenWords()
    {
        std::string text(LineBlocks::kBlockBytes - 3, 'a');
        text += " password=hunter2hunter2";
        std::vector<std::string> blocks;
        LineBlocks lines([&](std::string_view block) { blocks.emplace_back(block); });

        lines.feed(text);
        lines.finish();

        QCOMPARE(blocks.size(), std::size_t(2));
        QCOMPARE(blocks.back(), std::string("password=hunter2hunter2"));
    }

    void wholeLinesAreHandedOnAsSoonAsTheyAreThere()
    {
        std::string seen;
        LineBlocks lines([&](std::string_view block) { seen += block; });

        lines.feed("one\ntw");
        QCOMPARE(seen, std::string("one\n"));
        lines.feed("o\nthree\nfo");
        QCOMPARE(seen, std::string("one\ntwo\nthree\n"));
        lines.finish();

        QCOMPARE(seen, std::string("one\ntwo\nthree\nfo"));
    }

    void nothingGivesNothing()
    {
        int blocks = 0;
        LineBlocks lines([&](std::string_view) { ++blocks; });

        lines.feed("");
        lines.finish();

        QCOMPARE(blocks, 0);
    }
};

SIGNALBOX_TEST(TestBlocks)
#include "tst_blocks.moc"
