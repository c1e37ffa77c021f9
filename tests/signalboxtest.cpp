// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"

namespace signalbox::test {

std::vector<Maker>& registry()
{
    static std::vector<Maker> makers;
    return makers;
}

} // namespace signalbox::test
