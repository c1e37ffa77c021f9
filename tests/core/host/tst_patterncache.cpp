// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/patterncache.h"

#include "core/local/files.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::host;

namespace {

const std::string kJson = R"({"version": 1, "classes": {"a": {"transient": "no"}}, "markers": [], "harmless": ["never"],
    "hesitant": ["never"], "loud": ["never"], "telling": ["never"], "hollow": ["never"],
    "patterns": [{"id": "p", "class": "a", "regex": ["boom"]}]})";

std::string classOf(const std::shared_ptr<const log::Catalogue>& catalogue)
{
    log::Classifier classifier(catalogue);
    classifier.feed("boom\n");
    return classifier.finish().failureClass;
}

} // namespace

class TestPatternCache : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasCompiledIsKeptForTheUserAlone()
    {
        QVERIFY(PatternCache(folder()).catalogue(kJson));

        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(classOf(*PatternCache(folder()).catalogue(kJson)), std::string("a"));
    }

    void aDamagedCacheIsReplaced_data()
    {
        QTest::addColumn<int>("size"); // of what is left; -1: all
        QTest::addColumn<int>("flip"); // this byte is changed; -1: none

        QTest::newRow("empty") << 0 << -1;
        QTest::newRow("cut in its head") << 70 << -1;
        QTest::newRow("cut in its bytes") << 1000 << -1;
        QTest::newRow("another key") << -1 << 3;
        QTest::newRow("another fingerprint") << -1 << 70;
        QTest::newRow("one byte changed") << -1 << 900;
    }

    void aDamagedCacheIsReplaced()
    {
        QFETCH(int, size);
        QFETCH(int, flip);
        QVERIFY(PatternCache(folder()).catalogue(kJson));
        const QByteArray whole = content();
        QByteArray damaged = size < 0 ? whole : whole.left(size);
        if (flip >= 0)
            damaged[flip] = static_cast<char>(damaged[flip] ^ 1);
        write(damaged);

        const auto catalogue = PatternCache(folder()).catalogue(kJson);

        QVERIFY(catalogue);
        QCOMPARE(classOf(*catalogue), std::string("a"));
        QCOMPARE(content(), whole);
    }

    void theCacheOfAnotherCatalogueIsReplaced()
    {
        QVERIFY(PatternCache(folder()).catalogue(kJson));
        std::string other = kJson;
        other.replace(other.find("boom"), 4, "bang");

        QCOMPARE(classOf(*PatternCache(folder()).catalogue(other)), std::string("none"));
        QCOMPARE(classOf(*PatternCache(folder()).catalogue(kJson)), std::string("a"));
    }

    void withoutAFolderItIsSlowerNotWrong()
    {
        QFile blocker(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QFile::WriteOnly));

        QCOMPARE(classOf(*PatternCache(std::filesystem::path()).catalogue(kJson)), std::string("a"));
        QCOMPARE(classOf(*PatternCache(blocker.fileName().toStdString()).catalogue(kJson)), std::string("a"));
    }

private:
    std::filesystem::path folder() const { return m_folder->filePath(QStringLiteral("cache/signalbox")).toStdString(); }
    QString file() const { return QString::fromStdString((folder() / "catalogue.patterns").string()); }
    QByteArray content() const
    {
        QFile file(this->file());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes) const
    {
        QFile file(this->file());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

SIGNALBOX_TEST(TestPatternCache)
#include "tst_patterncache.moc"
