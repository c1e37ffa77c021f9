// SPDX-License-Identifier: GPL-3.0-or-later
// A message in English, in the words of COPY 6, for receivers that people read. Whatever came from outside is made
// harmless: no control characters, one line each.
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
    std::string title; // "Approval: checkout-api 4.18.0"
    std::vector<Fact> facts; // the most telling first; none is empty
    std::string link; // into the console; empty: there is no place to show
    std::string button; // what opens it: "Review"
};

Words wordsFor(const Message& message, const std::string& links);

/// Of several messages: "3 events in 10 min", and how many of what: "2 healed, 1 failed".
std::string titleOf(const std::vector<Message>& messages);
std::string summaryOf(const std::vector<Message>& messages);

/// Whether any program opens it by a click.
bool isWebLink(std::string_view link);

} // namespace signalbox::notify
