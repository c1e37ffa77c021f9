// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of the house that a compiler does not check: one data row a source file.
#include "tests/arch/folderrules.h"
#include "tests/arch/sourcetext.h"
#include "tests/signalboxtest.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

constexpr int kMaxLines = 400;
const QStringList kProgram{u"core"_s, u"ui"_s, u"app"_s};
const QStringList kEverySource{u"core"_s, u"ui"_s, u"app"_s, u"resources"_s, u"tests"_s};

void addRows(const QStringList& folders)
{
    QTest::addColumn<QString>("path");
    for (const QString& path : sourcesBelow(folders))
        QTest::newRow(qPrintable(path)) << path;
}

struct Ban {
    const char* what;
    QRegularExpression pattern;
    QStringList except; // folders
};

const std::vector<Ban>& bans()
{
    static const std::vector<Ban> all{
        {"processEvents", QRegularExpression(u"\\bprocessEvents\\b"_s), {}},
        {"a nested event loop", QRegularExpression(u"\\bQEventLoop\\b"_s), {}},
        {"BlockingQueuedConnection", QRegularExpression(u"\\bBlockingQueuedConnection\\b"_s), {}},
        {"terminate()", QRegularExpression(u"(\\.|->|::)terminate\\s*\\("_s), {u"core/local"_s}}, // of a process
        {"sleeping",
         QRegularExpression(u"\\b(QThread::[mu]?sleep|this_thread::sleep_\\w+|u?sleep|nanosleep)\\s*\\("_s),
         {}},
        {"connect() without a context object",
         QRegularExpression(u"\\bconnect\\(\\s*[^,;]+,\\s*&?[\\w:<>]+,\\s*\\["_s),
         {}},
        {"starting a thread outside core/host",
         QRegularExpression(u"\\bstd::(j?thread|async)\\s*[({]|\\bnew QThread\\b"_s),
         {u"core/host"_s, u"core/store"_s}},
    };
    return all;
}

const QRegularExpression& vagueInFileName()
{
    static const QRegularExpression vague(
        u"(manager|helper|util|utils|common|misc|handler|processor|wrapper|info|impl)$"_s);
    return vague;
}

const QRegularExpression& vagueTypeName()
{
    static const QRegularExpression vague(
        u"\\b(?:class|struct|enum(?: class)?)\\s+(?!Q[A-Z])"
        "(\\w*(?:Manager|Helper|Util|Utils|Common|Misc|Handler|Processor|Wrapper|Info|Impl)(?![a-z])\\w*)"_s);
    return vague;
}

} // namespace

class TestSources : public QObject {
    Q_OBJECT

private slots:
    void everyFolderHasARow()
    {
        QStringList without;
        for (const QString& path : sourcesBelow(kProgram)) {
            if (!folderRules().contains(folderOf(path)))
                without.append(folderOf(path));
        }
        without.removeDuplicates();

        QVERIFY2(without.isEmpty(), qPrintable(u"no row in folderrules.cpp: "_s + without.join(u", "_s)));
    }

    void includesPointDown_data() { addRows(kProgram); }
    void includesPointDown()
    {
        QFETCH(QString, path);

        for (const QString& header : projectIncludes(textOf(path))) {
            if (header.endsWith(u".moc"))
                continue;
            const QString why = refusal(folderOf(path), header);
            QVERIFY2(why.isEmpty(), qPrintable(why));
            QVERIFY2(QFileInfo::exists(absolutePath(header)),
                     qPrintable(u"include from the project's folder: "_s + header));
        }
    }

    void aboveTheRimIsNoQtAndNoInputOrOutput_data() { addRows({u"core"_s}); }
    void aboveTheRimIsNoQtAndNoInputOrOutput()
    {
        QFETCH(QString, path);
        if (!folderRules().value(folderOf(path)).aboveRim)
            return;
        static const QRegularExpression outside(
            u"^(Q[A-Z]|Qt|fstream$|iostream$|fcntl\\.h$|unistd\\.h$|sys/|netdb\\.h$|poll\\.h$)"_s);

        for (const QString& header : systemIncludes(textOf(path)))
            QVERIFY2(!outside.match(header).hasMatch(), qPrintable(u"above the rim: "_s + header));
    }

    void modelsKnowNoWidgets_data() { addRows({u"ui/models"_s}); }
    void modelsKnowNoWidgets()
    {
        QFETCH(QString, path);
        const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);

        for (const QString& header : systemIncludes(textOf(path))) {
            const bool widgets
                = header.startsWith(u"QtWidgets") || QFileInfo::exists(headers + u"/QtWidgets/"_s + header);
            const bool gui = header.startsWith(u"QtGui") || QFileInfo::exists(headers + u"/QtGui/"_s + header);
            QVERIFY2(!widgets && !gui, qPrintable(u"a model may not include "_s + header));
        }
    }

    void coreFindsNoWords_data() { addRows({u"core"_s}); }
    void coreFindsNoWords()
    {
        QFETCH(QString, path);
        static const QRegularExpression translation(u"\\btr\\s*\\("_s);

        QVERIFY2(!translation.match(split(textOf(path)).code).hasMatch(), "tr() belongs to ui");
    }

    void isShort_data() { addRows(kEverySource); }
    void isShort()
    {
        QFETCH(QString, path);

        const auto lines = textOf(path).count(u'\n');

        QVERIFY2(lines <= kMaxLines, qPrintable(u"%1 lines: split it by concept"_s.arg(lines)));
    }

    void isNamedAfterWhatItDoes_data() { addRows(kEverySource); }
    void isNamedAfterWhatItDoes()
    {
        QFETCH(QString, path);

        QVERIFY2(!vagueInFileName().match(QFileInfo(path).completeBaseName()).hasMatch(), "a vague file name");
        const auto type = vagueTypeName().match(split(textOf(path)).code);
        QVERIFY2(!type.hasMatch(), qPrintable(u"a vague name: "_s + type.captured(1)));
    }

    void beginsWithItsLicence_data() { addRows(kEverySource); }
    void beginsWithItsLicence()
    {
        QFETCH(QString, path);
        const QString text = textOf(path);

        QVERIFY(text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"));
        if (path.endsWith(u".h"))
            QVERIFY2(text.contains(u"\n#pragma once\n"), "a header begins with #pragma once");
    }

    void doesNothingForbidden_data() { addRows(kProgram); }
    void doesNothingForbidden()
    {
        QFETCH(QString, path);
        const QString code = split(textOf(path)).code;

        for (const Ban& ban : bans()) {
            if (!ban.except.contains(folderOf(path)))
                QVERIFY2(!ban.pattern.match(code).hasMatch(), ban.what);
        }
    }

    void everyPromiseHasAnIssue_data() { addRows(kEverySource); }
    void everyPromiseHasAnIssue()
    {
        QFETCH(QString, path);
        static const QRegularExpression promise(u"\\b(TODO|FIXME|XXX|HACK)\\b(?!\\s*\\(?#\\d)"_s);

        QVERIFY2(!promise.match(split(textOf(path)).comments).hasMatch(), "name the issue: TODO(#12)");
    }

    // A source that no list names is silently not built, and a test in it never runs.
    void isBuilt_data() { addRows(kEverySource); }
    void isBuilt()
    {
        QFETCH(QString, path);
        if (path.endsWith(u".h") || path == u"tests/testmain.cpp")
            return; // that one is named in cmake/SignalboxTargets.cmake, for every folder
        QString folder = path.section(u'/', 0, -2);
        while (!folder.isEmpty() && !QFileInfo::exists(absolutePath(folder + u"/CMakeLists.txt"_s)))
            folder = folder.section(u'/', 0, -2);
        const QString name = path.mid(folder.size() + 1);

        const QRegularExpression listed(u"(^|[\\s(/])%1($|[\\s)])"_s.arg(QRegularExpression::escape(name)));

        QVERIFY2(listed.match(textOf(folder + u"/CMakeLists.txt"_s)).hasMatch(),
                 qPrintable(u"%1/CMakeLists.txt does not name it"_s.arg(folder)));
    }
};

SIGNALBOX_TEST(TestSources)

#include "tst_sources.moc"
