// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/mailserver.h"

#include "core/net/messagecalls.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <mutex>

namespace signalbox::net {

namespace {

using notify::Reception;

constexpr long kTimeLimitMs = 30'000;

struct Sending {
    const std::string& text;
    const std::stop_token& stop;
    std::size_t sent = 0;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* data)
{
    auto& sending = *static_cast<Sending*>(data);
    const std::size_t length = sending.text.copy(into, size * count, sending.sent);
    sending.sent += length;
    return length;
}

int goesOn(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const Sending*>(data)->stop.stop_requested() ? 1 : 0;
}

notify::Receipt receiptOf(CURL* call, CURLcode result, const std::string& why, bool left)
{
    if (result == CURLE_OK)
        return {Reception::Taken, {}};
    long status = 0;
    curl_easy_getinfo(call, CURLINFO_RESPONSE_CODE, &status);
    if (status >= 500 && status < 600 && result != CURLE_LOGIN_DENIED)
        return {Reception::Refused, why};
    const bool isUnknown = left && (status < 400 || status >= 600); // the text was on its way, and nobody said no
    return {isUnknown ? Reception::Unknown : Reception::Later, why};
}

} // namespace

std::string mailFault(const std::string& server)
{
    const bool isMail = server.starts_with("smtp://") || server.starts_with("smtps://");
    return isMail && !hostOf(server).empty() ? ""
                                             : "holds no address such as smtp://USER:PASSWORD@mail.example.com:587";
}

notify::Receipt sendMail(const std::string& server, const Mail& mail, const std::stop_token& stop)
{
    static std::once_flag begun;
    std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::string host = hostOf(server);
    if (const std::string fault = mailFault(server); !fault.empty())
        return {Reception::Later, fault};
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> call(curl_easy_init(), curl_easy_cleanup);
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> people(nullptr, curl_slist_free_all);
    for (const std::string& address : mail.to)
        people.reset(curl_slist_append(people.release(), ("<" + address + ">").c_str()));
    const std::string from = "<" + mail.from + ">";
    const bool isHere = host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
    Sending sending{.text = mail.text, .stop = stop};
    std::array<char, CURL_ERROR_SIZE> said{};
    curl_easy_setopt(call.get(), CURLOPT_URL, server.c_str());
    curl_easy_setopt(call.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(call.get(), CURLOPT_USE_SSL, static_cast<long>(isHere ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(call.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(call.get(), CURLOPT_MAIL_RCPT, people.get());
    curl_easy_setopt(call.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(call.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(call.get(), CURLOPT_READDATA, &sending);
    curl_easy_setopt(call.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(call.get(), CURLOPT_XFERINFOFUNCTION, goesOn);
    curl_easy_setopt(call.get(), CURLOPT_XFERINFODATA, &sending);
    curl_easy_setopt(call.get(), CURLOPT_TIMEOUT_MS, kTimeLimitMs);
    curl_easy_setopt(call.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(call.get(), CURLOPT_ERRORBUFFER, said.data());
    const CURLcode result = curl_easy_perform(call.get());
    const std::string why = host + ": " + (said[0] != '\0' ? said.data() : curl_easy_strerror(result));
    return receiptOf(call.get(), result, why, sending.sent > 0);
}

} // namespace signalbox::net
