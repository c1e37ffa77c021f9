// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document of which a few places are read: checked as a whole, and no tree is built of it.
//
// Thread  one at a time
// Errors  InvalidInput for text that is no JSON object; a place that is missing or of another type reads as nothing
// Source  RFC 6901 (JSON Pointer)
#pragma once

#include "core/base/result.h"

#include <memory>

namespace signalbox {

class JsonPlaces {
public:
    JsonPlaces();
    ~JsonPlaces();
    JsonPlaces(const JsonPlaces&) = delete;
    JsonPlaces& operator=(const JsonPlaces&) = delete;

    /// What is read below is of this text, until the next one.
    Result<void> read(std::string_view text);

    /// A string, or the digits of a whole number.
    std::string text(std::string_view pointer) const;
    std::optional<std::int64_t> number(std::string_view pointer) const;
    bool isTrue(std::string_view pointer) const;

private:
    struct Document;
    std::unique_ptr<Document> m_document;
};

} // namespace signalbox
