// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets as they stand in logs and files, made up from their shapes at run time, so that no scanner takes the sources
// for a leak. The same seed gives the same samples.
//
// Source  public documentation of each issuer of tokens
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace signalbox::test {

struct SecretSample {
    std::string kind; // "GitHub token, classic"
    std::string text; // a line, or some, with the secret in it
    std::string secret; // nothing of it may be left
};

std::vector<SecretSample> secretSamples(std::uint64_t seed);

} // namespace signalbox::test
