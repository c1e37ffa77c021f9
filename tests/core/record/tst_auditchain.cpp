// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/auditchain.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::record;

namespace {

struct Link {
    AuditFields fields;
    std::string hash;
};

std::vector<Link> chain(int length)
{
    std::vector<Link> links;
    std::string previous(kChainStart);
    for (int i = 1; i <= length; ++i) {
        AuditRecord record;
        record.number = i;
        record.entry = {.at = fromUnixMs(1'800'000'000'000 + i),
                        .actor = "ana",
                        .action = "held",
                        .subject = "line parser",
                        .line = "parser",
                        .reason = "freeze " + std::to_string(i),
                        .evidenceHash = "00ff",
                        .data = R"({"a": 1})"};
        record.previous = previous;
        links.push_back({auditFields(record), auditHash(auditFields(record))});
        previous = links.back().hash;
    }
    return links;
}

/// As somebody would who can write to the store and knows how it is made.
void makeAnew(std::vector<Link>& links)
{
    std::string previous(kChainStart);
    for (std::size_t i = 0; i < links.size(); ++i) {
        links[i].fields[0] = std::to_string(i + 1);
        links[i].fields[9] = previous;
        previous = links[i].hash = auditHash(links[i].fields);
    }
}

AuditHead headOf(const std::vector<Link>& links)
{
    return {.count = static_cast<std::int64_t>(links.size()), .hash = links.back().hash, .first = links.front().hash};
}

AuditVerdict walked(const std::vector<Link>& links, const std::optional<AuditHead>& head = std::nullopt)
{
    ChainCheck check(head);
    for (const Link& link : links)
        check.add(link.fields, link.hash);
    return check.finish();
}

QString told(const AuditVerdict& verdict)
{
    return QStringLiteral("%1 %2 of %3 %4")
        .arg(verdict.ok ? QStringLiteral("whole") : QStringLiteral("broken"))
        .arg(verdict.firstBad.value_or(0))
        .arg(verdict.records)
        .arg(verdict.endProven ? QStringLiteral("proven") : QStringLiteral("open"));
}

} // namespace

class TestAuditChain : public QObject {
    Q_OBJECT

private slots:
    void aWholeChainIsProvenByItsHeadOnly()
    {
        const auto links = chain(5);

        QCOMPARE(told(walked(links, headOf(links))), QStringLiteral("whole 0 of 5 proven"));
        QCOMPARE(told(walked(links)), QStringLiteral("whole 0 of 5 open"));
        QCOMPARE(told(walked({})), QStringLiteral("whole 0 of 0 open"));
    }

    void everyBitOfEveryFieldCounts()
    {
        const auto links = chain(4);
        const AuditHead head = headOf(links);
        for (std::size_t at = 0; at < links.size(); ++at) {
            for (std::size_t field = 0; field <= links[at].fields.size(); ++field) { // the last one: the hash
                const std::string& text = field < links[at].fields.size() ? links[at].fields[field] : links[at].hash;
                for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
                    auto changed = links;
                    std::string& target
                        = field < links[at].fields.size() ? changed[at].fields[field] : changed[at].hash;
                    target[bit / 8] = static_cast<char>(target[bit / 8] ^ (1 << (bit % 8)));
                    const AuditVerdict verdict = walked(changed, head);
                    QVERIFY(!verdict.ok);
                    QCOMPARE(verdict.firstBad, std::optional(static_cast<std::int64_t>(at + 1)));
                    QVERIFY(!walked(changed).ok); // without the head, too
                }
            }
        }
    }

    void aByteCannotMoveIntoTheFieldBesideIt()
    {
        AuditFields left{"1", "2", "ana", "held"};
        AuditFields right{"1", "2", "anah", "eld"};

        QVERIFY(auditHash(left) != auditHash(right));
    }

    void whatIsLostAddedOrMovedIsFoundWithItsPlace()
    {
        const auto links = chain(6);
        const AuditHead head = headOf(links);
        for (std::size_t at = 0; at < links.size(); ++at) {
            const auto place = static_cast<std::ptrdiff_t>(at);
            const auto bad = std::optional(static_cast<std::int64_t>(at + 1));
            auto removed = links;
            removed.erase(removed.begin() + place);
            QCOMPARE(walked(removed, head).firstBad, bad);

            auto inserted = links;
            inserted.insert(inserted.begin() + place, links[(at + 3) % links.size()]);
            QVERIFY(!walked(inserted, head).ok);
            QVERIFY(walked(inserted, head).firstBad.value_or(99) <= bad.value_or(0) + 1);

            if (at + 1 < links.size()) {
                auto swapped = links;
                std::swap(swapped[at], swapped[at + 1]);
                QCOMPARE(walked(swapped, head).firstBad, bad);
                std::swap(swapped[at].fields[0], swapped[at + 1].fields[0]); // and given each other's number
                QCOMPARE(walked(swapped, head).firstBad, bad);
            }
            auto cut = links;
            cut.resize(at);
            QCOMPARE(walked(cut, head).firstBad, bad);
            QVERIFY(walked(cut).ok); // which is why the head stands outside
            QVERIFY(!walked(cut).endProven);
        }
    }

    void aChainMadeAnewDoesNotLeadToTheHead()
    {
        const auto links = chain(6);
        auto anew = links;
        anew[2].fields[6] = "nothing happened";
        makeAnew(anew);
        QVERIFY(walked(anew).ok); // whole in itself

        QCOMPARE(told(walked(anew, headOf(links))), QStringLiteral("broken 6 of 6 open"));

        anew[0].fields[6] = "nor before";
        makeAnew(anew);
        QCOMPARE(told(walked(anew, headOf(links))), QStringLiteral("broken 1 of 6 open"));
    }

    void theStoreMayBeAheadOfTheHead()
    {
        const auto links = chain(6);
        const AuditHead head = headOf({links.begin(), links.begin() + 4});

        const AuditVerdict verdict = walked(links, head);

        QCOMPARE(told(verdict), QStringLiteral("whole 0 of 6 proven"));
        QCOMPARE(verdict.proven, 4);
    }
};

SIGNALBOX_TEST(TestAuditChain)
#include "tst_auditchain.moc"
