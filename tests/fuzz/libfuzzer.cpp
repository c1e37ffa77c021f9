// SPDX-License-Identifier: GPL-3.0-or-later
// The door for libFuzzer: one program a target, which SIGNALBOX_FUZZ_TARGET names.
#include "tests/fuzz/targets.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace signalbox::fuzz;
    static const auto* const target = std::ranges::find(kTargets, SIGNALBOX_FUZZ_TARGET, &Target::name);
    target->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
