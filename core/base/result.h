// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error, the return type of everything that can fail
// for a reason outside the program. Same spelling as std::expected, so it can
// become an alias once the compiler floor has it.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace signalbox {

/// Kept as numbers in stores: new ones come last.
enum class ErrorCode : std::uint8_t {
    NotFound,
    InvalidInput,
    Conflict,
    Io,
    Network,
    Timeout,
    Cancelled,
    Internal,
    Unauthorized, // a token is missing, or is not accepted any more: with a valid one, another try may do
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail; // English, for logs, free of secrets; ui translates the code
    bool operator==(const Error&) const = default;
};

std::string_view codeName(ErrorCode code); // "not found", "invalid input", …

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    explicit operator bool() const { return m_state.index() == 0; }

    const T& operator*() const& { return *get(); }
    T& operator*() & { return *std::get_if<0>(&m_state); }
    T&& operator*() && { return std::move(*std::get_if<0>(&m_state)); }
    const T* operator->() const { return get(); }
    T* operator->() { return std::get_if<0>(&m_state); }

    const Error& error() const
    {
        assert(!*this);
        return *std::get_if<1>(&m_state);
    }

private:
    const T* get() const
    {
        assert(*this);
        return std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    explicit operator bool() const { return !m_error; }
    const Error& error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace signalbox
