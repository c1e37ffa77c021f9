// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every test class of a folder, or only those named in SIGNALBOX_TEST_CLASS.
#include "tests/signalboxtest.h"

#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

int main(int argc, char** argv)
{
    Application app(argc, argv);
    const QString only = qEnvironmentVariable("SIGNALBOX_TEST_CLASS");
    int failures = 0;
    for (const auto make : signalbox::test::registry()) {
        const auto test = make();
        if (only.isEmpty() || only == QLatin1String(test->metaObject()->className()))
            failures += QTest::qExec(test.get(), argc, argv);
    }
    return failures == 0 ? 0 : 1;
}
