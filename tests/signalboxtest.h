// SPDX-License-Identifier: GPL-3.0-or-later
// Registers a Qt Test class with the one executable of its folder: SIGNALBOX_TEST(TestClass).
#pragma once

#include <QObject>

#include <memory>
#include <vector>

namespace signalbox::test {

using Maker = std::unique_ptr<QObject> (*)();

std::vector<Maker>& registry();

template <typename Test>
bool enroll()
{
    registry().push_back([]() -> std::unique_ptr<QObject> { return std::make_unique<Test>(); });
    return true;
}

} // namespace signalbox::test

#define SIGNALBOX_TEST(Class)                                                                                          \
    namespace {                                                                                                        \
    const bool kEnrolled##Class = signalbox::test::enroll<Class>();                                                    \
    }
