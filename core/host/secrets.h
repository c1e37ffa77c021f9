// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that the environment holds, or a file that it names, or that are kept for the workspace.
//
// Thread  any but the GUI's: a keychain may have to be unlocked first
// Errors  InvalidInput: the file cannot be read, or is no secret, or is sealed; the keychain is locked; never tells
// what
//         stands in it
#pragma once

#include "core/base/result.h"
#include "core/host/connectionviews.h"
#include "core/host/workspace.h"

namespace signalbox::host {

/// A secret, and where it was found.
struct FoundSecret {
    std::string value; // empty: nowhere
    SecretPlace place = SecretPlace::Nowhere;

    bool operator==(const FoundSecret&) const = default;
};

/// Of the environment, a file that it names, the desktop's keychain, the sealed file, or this session.
Result<FoundSecret> findSecret(const std::string& name);
/// Of the first two.
Result<FoundSecret> givenSecret(const std::string& name);
/// The value of the variable NAME, else the first line of the file that NAME_FILE names, else what is kept by that
/// name; empty where there is none.
Result<std::string> secretNamed(const std::string& name);

/// Whether it is the name of a variable, and no secret by mistake: not every token has a character that no name has.
bool isSecretName(const std::string& name);

/// The last four characters of a value that is long enough to lose them; else nothing.
std::string endOf(const std::string& secret);
/// Of an address: "postgres://shop:PASSWORD@db/shop"; empty where there is none.
std::string_view passwordIn(std::string_view address);

/// Characters of the shortest value that is taken for a secret: what is shorter stands in any text.
inline constexpr std::size_t kShortestSecret = 8;

/// What must not leave this machine: the values of the variables that the workspace names, that this program knows,
/// and of every other one whose name says that it holds a secret.
std::vector<std::string> knownSecrets(const Workspace& workspace);

} // namespace signalbox::host
