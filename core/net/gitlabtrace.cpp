// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabtrace.h"

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr std::size_t kPiece = 4ULL << 20; // bytes

bool isCut(const Error& error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout;
}

} // namespace

Result<void> GitLabTrace::read(const Sink& sink, const std::stop_token& stop)
{
    for (;;) {
        const std::size_t before = m_got;
        const auto done = ask(sink, stop);
        const bool brings = m_got > before;
        if (done && !(m_hasMore && brings))
            return done;
        if (!done && !(isCut(done.error()) && brings)) // what was cut off is asked for, as long as that helps
            return done;
    }
}

Result<void> GitLabTrace::ask(const Sink& sink, const std::stop_token& stop)
{
    std::size_t known = m_got; // of an answer that begins at the beginning
    GitLabApi::Request request{.path = m_path, .about = m_about, .sink = [&](std::string_view piece) {
                                   const std::size_t skipped = std::min(known, piece.size());
                                   known -= skipped;
                                   give(piece.substr(skipped), sink);
                               }};
    if (m_got > 0)
        request.fields = {{"Range", "bytes=" + std::to_string(m_got) + "-" + std::to_string(m_got + kPiece - 1)}};
    const auto answer = m_api.send(request, stop);
    if (!answer)
        return answer.error();
    if (answer->status == 206)
        give(answer->body, sink);
    m_hasMore = answer->status == 206 && answer->body.size() >= kPiece;
    if (answer->status == 200 || answer->status == 206 || (answer->status == 416 && m_got > 0))
        return {};
    return m_api.refusal(*answer, request);
}

void GitLabTrace::give(std::string_view piece, const Sink& sink)
{
    m_got += piece.size();
    if (!piece.empty())
        sink(piece);
}

} // namespace signalbox::net
