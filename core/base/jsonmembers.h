// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a JSON object, read from its text one after another without building a tree: for lists, which read a
// few short values of each of many rows.
//
// Thread     any: values
// Ownership  the text outlives what is read from it
// Errors     none: text that is no JSON object has as many members as can be read. What is stored was JSON when it was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

struct JsonMember {
    std::string_view name; // as it is written: escapes stay
    std::string_view value; // the text of any JSON value
};

class JsonMembers {
public:
    /// The object that `text` begins with; what stands behind it is not looked at.
    explicit JsonMembers(std::string_view text) : m_text(text) { }

    std::optional<JsonMember> next();

private:
    bool skip(char wanted);
    std::string_view takeString();
    std::string_view takeValue();

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// The text of a value that is a string, else nothing.
std::string jsonText(std::string_view value);
/// A value that is a whole number, else `fallback`.
std::int64_t jsonInteger(std::string_view value, std::int64_t fallback);
/// The member of this name; empty where there is none.
std::string_view jsonMember(std::string_view object, std::string_view name);

} // namespace signalbox
