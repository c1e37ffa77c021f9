// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonplaces.h"

#include <simdjson.h>

namespace signalbox {

namespace dom = simdjson::dom;

namespace {
constexpr std::size_t kKept = 1 << 20; // bytes of text for which the buffers are kept
}

struct JsonPlaces::Document {
    std::unique_ptr<dom::parser> parser = std::make_unique<dom::parser>();
    dom::element root;
    std::size_t largest = 0; // text that the parser has read
};

JsonPlaces::JsonPlaces() : m_document(std::make_unique<Document>()) { }
JsonPlaces::~JsonPlaces() = default;

Result<void> JsonPlaces::read(std::string_view text)
{
    Document& document = *m_document;
    if (document.largest > kKept) {
        document.parser = std::make_unique<dom::parser>();
        document.largest = 0;
    }
    document.largest = std::max(document.largest, text.size());
    const auto error = document.parser->parse(text.data(), text.size()).get(document.root);
    if (error != simdjson::SUCCESS)
        return Error{ErrorCode::InvalidInput, std::string("not JSON: ") + simdjson::error_message(error)};
    if (!document.root.is_object())
        return Error{ErrorCode::InvalidInput, "not a JSON object"};
    return {};
}

std::string JsonPlaces::text(std::string_view pointer) const
{
    const auto place = m_document->root.at_pointer(pointer);
    std::string_view string;
    if (place.get(string) == simdjson::SUCCESS)
        return std::string(string);
    std::int64_t whole = 0;
    return place.get(whole) == simdjson::SUCCESS ? std::to_string(whole) : std::string();
}

std::optional<std::int64_t> JsonPlaces::number(std::string_view pointer) const
{
    std::int64_t whole = 0;
    if (m_document->root.at_pointer(pointer).get(whole) != simdjson::SUCCESS)
        return std::nullopt;
    return whole;
}

bool JsonPlaces::isTrue(std::string_view pointer) const
{
    bool value = false;
    return m_document->root.at_pointer(pointer).get(value) == simdjson::SUCCESS && value;
}

} // namespace signalbox
