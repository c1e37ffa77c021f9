// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpaddress.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>

namespace signalbox::net {

namespace {

/// With or without a zone behind it, as fe80::1%eth0 has one.
bool isNumeric(const std::string& host)
{
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    const int family = host.find(':') == std::string::npos ? AF_INET : AF_INET6;
    return ::inet_pton(family, host.substr(0, host.find('%')).c_str(), bytes.data()) == 1;
}

} // namespace

Error noAddress(const std::string& text)
{
    return {ErrorCode::InvalidInput, "\"" + text + "\" is no address to listen to; write 127.0.0.1:5000 or [::1]:5000"};
}

Error cannotListen(const std::string& text, std::error_code why)
{
    if (why == std::errc::address_in_use)
        return {ErrorCode::Network, text + " is in use by another program; choose another address"};
    if (why == std::errc::permission_denied)
        return {ErrorCode::Network, text + " may not be listened to by this user; choose a port above 1023"};
    return {ErrorCode::Network,
            text + " cannot be listened to: " + why.message() + "; choose an address of this machine"};
}

Result<HttpAddress> httpAddress(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return noAddress(text);
    HttpAddress address{.host = text.substr(0, colon), .port = 0};
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error != std::errc() || at != end)
        return noAddress(text);
    const bool bracketed = address.host.starts_with('[') && address.host.ends_with(']');
    if (bracketed)
        address.host = address.host.substr(1, address.host.size() - 2);
    else if (address.host == "localhost")
        address.host = "127.0.0.1";
    if (!isNumeric(address.host) || bracketed != (address.host.find(':') != std::string::npos))
        return noAddress(text);
    return address;
}

} // namespace signalbox::net
