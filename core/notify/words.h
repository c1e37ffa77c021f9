// SPDX-License-Identifier: GPL-3.0-or-later
// A message in English, for receivers that people read. Whatever came from outside is made harmless: no control
// characters, one line each.
//
// Thread  any: pure
#pragma once

#include "core/notify/receiver.h"

namespace signalbox::notify {

struct Fact {
    std::string name; // "Cause"
    std::string value;
};

struct Words {
    std::string title; // one sentence without full stop
    std::vector<Fact> facts; // the most telling first; none is empty
    std::string link; // into the console; empty: there is no place to show
};

Words wordsFor(const Message& message, const std::string& links);

/// Of several messages: how many of what, such as "2 healed, 1 failed".
std::string summaryOf(const std::vector<Message>& messages);

/// Whether any program opens it by a click.
bool isWebLink(std::string_view link);

} // namespace signalbox::notify
