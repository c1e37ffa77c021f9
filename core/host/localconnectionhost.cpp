// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/localconnectionhost.h"

namespace signalbox::host {

LocalConnectionHost::LocalConnectionHost(Runtime& runtime)
    : ConnectionHost(nullptr), m_runtime(runtime), m_desk(std::make_unique<ThreadPool>(1))
{
}

LocalConnectionHost::~LocalConnectionHost() = default;

RequestId LocalConnectionHost::answer(std::function<Result<void>()> work)
{
    const RequestId request{++m_lastRequest};
    m_desk->post([this, request, work = std::move(work)] {
        QMetaObject::invokeMethod(this, [this, request, answer = work()] { emit requestFinished(request, answer); });
    });
    return request;
}

RequestId LocalConnectionHost::loadConnections()
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::loadSecretStore()
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::unlockSecrets(const std::string&)
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::testConnection(const std::string&)
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::testRepository(const NewRepository&)
{
    return answer([] { return Result<void>(); });
}

void LocalConnectionHost::giveUpTesting() { }

RequestId LocalConnectionHost::readPolicy(const NewRepository&)
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::addRepository(const NewRepository&)
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::setHealing(const std::string&, bool)
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::replaceToken(const std::string&, const NewSecret&)
{
    return answer([] { return Result<void>(); });
}

RequestId LocalConnectionHost::removeConnection(const std::string&)
{
    return answer([] { return Result<void>(); });
}

} // namespace signalbox::host
