// SPDX-License-Identifier: GPL-3.0-or-later
// Every fuzz target over its corpus, then over the corpus mutated with fixed dice: the same run every time.
#include "tests/fuzz/targets.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox;

constexpr int kMutations = 400; // of a target's whole corpus
constexpr int kSlowMutations = 60; // where one run takes milliseconds
constexpr qsizetype kLongest = 20'000; // bytes

QList<QByteArray> corpusOf(const QString& target)
{
    const QDir folder(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/fuzz/corpus/") + target);
    QList<QByteArray> corpus;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            corpus.append(file.readAll());
    }
    return corpus;
}

/// Changes bytes, cuts, repeats or crosses two of the corpus, as a fuzzer does without looking.
class Mutator {
public:
    explicit Mutator(QList<QByteArray> corpus) : m_corpus(std::move(corpus)) { }

    QByteArray next()
    {
        QByteArray bytes = m_corpus[below(m_corpus.size())];
        for (qsizetype i = 1 + below(6); i > 0; --i)
            change(bytes);
        bytes.truncate(kLongest);
        return bytes;
    }

private:
    qsizetype below(qsizetype limit) { return static_cast<qsizetype>(m_dice() % static_cast<unsigned long>(limit)); }

    void change(QByteArray& bytes)
    {
        static const QByteArray kNasty = QByteArray::fromHex("00081b0d0a09227b7d5b5d3a2d26e2808bff80c29b5c75");
        const qsizetype at = below(bytes.size() + 1);
        switch (below(5)) {
        case 0: bytes.insert(at, kNasty[below(kNasty.size())]); break;
        case 1: bytes.remove(at, 1 + below(40)); break;
        case 2: bytes.insert(at, bytes.mid(below(bytes.size() + 1), below(200))); break;
        case 3: bytes.insert(at, m_corpus[below(m_corpus.size())].mid(below(300), below(300))); break;
        default:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(below(256));
        }
    }

    QList<QByteArray> m_corpus;
    std::mt19937 m_dice{20'251};
};

} // namespace

class TestShortRun : public QObject {
    Q_OBJECT

private slots:
    void holdsForTheCorpusAndWhatComesOfIt_data()
    {
        QTest::addColumn<int>("target");
        for (std::size_t i = 0; i < fuzz::kTargets.size(); ++i)
            QTest::newRow(fuzz::kTargets[i].name.data()) << static_cast<int>(i);
    }

    void holdsForTheCorpusAndWhatComesOfIt()
    {
        QFETCH(int, target);
        const fuzz::Target& chosen = fuzz::kTargets[static_cast<std::size_t>(target)];
        const QList<QByteArray> corpus = corpusOf(QString::fromLatin1(chosen.name.data()));
        QVERIFY2(corpus.size() >= 3, "a corpus of at least three");

        chosen.run({});
        for (const QByteArray& bytes : corpus)
            chosen.run({bytes.data(), static_cast<std::size_t>(bytes.size())});
        Mutator mutator(corpus);
        for (int i = chosen.name == "log" ? kSlowMutations : kMutations; i > 0; --i) {
            const QByteArray bytes = mutator.next();
            chosen.run({bytes.data(), static_cast<std::size_t>(bytes.size())});
        }
    }
};

SIGNALBOX_TEST(TestShortRun)

#include "tst_shortrun.moc"
