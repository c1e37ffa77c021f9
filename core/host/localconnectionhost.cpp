// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/localconnectionhost.h"

#include "core/host/connectiondesk.h"
#include "core/host/repositorydesk.h"
#include "core/host/secretkeeper.h"

#include <QThread>

#include <algorithm>

namespace signalbox::host {

namespace {
constexpr int kAtOnce = 4; // systems that are asked
constexpr std::chrono::minutes kOfUse{1}; // a test of a connection that has a fault
constexpr std::chrono::seconds kListenAgain{30};
} // namespace

LocalConnectionHost::LocalConnectionHost(Runtime& runtime)
    : ConnectionHost(nullptr),
      m_runtime(runtime),
      m_reception(runtime,
                  [this](const Error&) { QMetaObject::invokeMethod(this, &LocalConnectionHost::deliveriesRefused); }),
      m_receiving(std::make_unique<ThreadPool>(1)),
      m_desk(std::make_unique<ThreadPool>(1)),
      m_outside(std::make_unique<ThreadPool>(kAtOnce))
{
    m_again.setSingleShot(true);
    m_again.setInterval(kListenAgain);
    connect(&m_again, &QTimer::timeout, this, &LocalConnectionHost::loadReception);
}

LocalConnectionHost::~LocalConnectionHost()
{
    close();
    m_outside.reset();
    m_desk.reset();
}

void LocalConnectionHost::start()
{
    m_receiving->post([this] { m_reception.begin(); });
    loadReception();
}

void LocalConnectionHost::close()
{
    m_over.request_stop();
    m_testing.request_stop();
    m_again.stop();
    if (m_receiving)
        m_receiving->post([this] { m_reception.end(); });
    m_receiving.reset();
}

/// What is left when this ends is not begun any more.
template <typename T, typename Tell>
RequestId LocalConnectionHost::ask(ThreadPool& where, std::function<Result<T>()> work, Tell tell)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const RequestId request{++m_lastRequest};
    where.post([this, request, work = std::move(work), tell, stop = over()] {
        if (stop.stop_requested())
            return;
        auto answer = work();
        QMetaObject::invokeMethod(this, [this, request, tell, answer = std::move(answer)] {
            if (answer)
                tell(*answer);
            emit requestFinished(request, answer ? Result<void>() : Result<void>(answer.error()));
        });
    });
    return request;
}

RequestId LocalConnectionHost::change(ThreadPool& where, Change what, std::function<Result<void>()> work,
                                      const std::string& untested)
{
    return ask<bool>(
        where,
        [work = std::move(work)]() -> Result<bool> {
            const auto done = work();
            return done ? Result<bool>(true) : done.error();
        },
        [this, what, untested](bool) {
            m_tried.erase(untested);
            if (what == Change::Lines)
                emit linesChanged();
            emit connectionsChanged();
        });
}

RequestId LocalConnectionHost::loadConnections()
{
    return ask<std::vector<ConnectionView>>(
        *m_desk, [this] { return ConnectionDesk(m_runtime).all(); },
        [this](std::vector<ConnectionView> views) {
            addTried(views);
            emit connectionsLoaded(views);
        });
}

void LocalConnectionHost::addTried(std::vector<ConnectionView>& views) const
{
    for (ConnectionView& view : views) {
        const auto known = m_tried.find(view.id);
        if (known == m_tried.end())
            continue;
        const Tried& tried = known->second;
        view.rights = tried.rights;
        view.triedAt = tried.at;
        const bool answered = std::ranges::any_of(tried.rights, [](const ci::TriedRight& right) {
            return right.status > 0 || right.state == ci::RightState::Works;
        });
        const bool works = std::ranges::all_of(
            tried.rights, [](const ci::TriedRight& right) { return right.state == ci::RightState::Works; });
        if (works && m_runtime.clock().now() - tried.at < kOfUse) // newer than the last look at its lines
            view.fault.clear();
        if (answered && (!view.lastAnswer || *view.lastAnswer < tried.at))
            view.lastAnswer = tried.at;
    }
}

RequestId LocalConnectionHost::loadSecretStore()
{
    return ask<SecretStoreView>(
        *m_outside, []() -> Result<SecretStoreView> { return SecretKeeper::ofProcess().standing(); },
        [this](const SecretStoreView& view) { emit secretStoreLoaded(view); });
}

RequestId LocalConnectionHost::unlockSecrets(const std::string& passphrase)
{
    return change(*m_outside, Change::Connections, [this, passphrase] {
        const auto unlocked = SecretKeeper::ofProcess().unlock(passphrase);
        if (unlocked)
            m_runtime.linesChanged(); // those that failed without it are looked at anew
        return unlocked;
    });
}

RequestId LocalConnectionHost::testConnection(const std::string& id)
{
    return ask<Tried>(
        *m_outside,
        [this, id, stop = m_testing.get_token()]() -> Result<Tried> {
            Tried tried;
            const auto sink = [&](const ci::TriedRight& right) {
                tried.rights.push_back(right);
                QMetaObject::invokeMethod(this, [this, id, right] { emit rightTried(id, right); });
            };
            const auto tested = ConnectionDesk(m_runtime).test(id, sink, stop);
            tried.at = m_runtime.clock().now();
            return tested ? Result<Tried>(std::move(tried)) : tested.error();
        },
        [this, id](const Tried& tried) {
            m_tried[id] = tried;
            emit connectionsChanged();
        });
}

RequestId LocalConnectionHost::testRepository(const NewRepository& which)
{
    return ask<bool>(
        *m_outside,
        [this, which, stop = m_testing.get_token()]() -> Result<bool> {
            const auto sink = [this](const ci::TriedRight& right) {
                QMetaObject::invokeMethod(this, [this, right] { emit repositoryRightTried(right); });
            };
            const auto tested = RepositoryDesk(m_runtime).test(which, sink, stop);
            return tested ? Result<bool>(true) : tested.error();
        },
        [](bool) {});
}

void LocalConnectionHost::giveUpTesting()
{
    m_testing.request_stop();
    m_testing = {};
}

RequestId LocalConnectionHost::readPolicy(const NewRepository& which)
{
    return ask<PolicyView>(
        *m_outside, [this, which, stop = over()] { return RepositoryDesk(m_runtime).policy(which, stop); },
        [this](const PolicyView& view) { emit repositoryPolicyRead(view); });
}

RequestId LocalConnectionHost::addRepository(const NewRepository& which)
{
    return change(*m_outside, Change::Lines,
                  [this, which, stop = over()] { return RepositoryDesk(m_runtime).add(which, stop); });
}

RequestId LocalConnectionHost::setHealing(const std::string& line, bool heals)
{
    return change(*m_desk, Change::Connections,
                  [this, line, heals] { return RepositoryDesk(m_runtime).setHealing(line, heals); });
}

RequestId LocalConnectionHost::replaceToken(const std::string& id, const NewSecret& token)
{
    m_tried.erase(id); // of the one before
    return change(*m_outside, Change::Connections,
                  [this, id, token, stop = over()] { return RepositoryDesk(m_runtime).replaceToken(id, token, stop); });
}

RequestId LocalConnectionHost::removeConnection(const std::string& id)
{
    return change(
        *m_outside, Change::Lines, [this, id] { return RepositoryDesk(m_runtime).remove(id); }, id);
}

RequestId LocalConnectionHost::loadReception()
{
    return ask<ReceptionView>(
        *m_receiving, [this] { return m_reception.view(); }, [this](const ReceptionView& view) { tell(view); });
}

RequestId LocalConnectionHost::receiveWebhooks(bool on, const std::string& address)
{
    return ask<ReceptionView>(
        *m_receiving,
        [this, to = Listening{.on = on, .address = address}]() -> Result<ReceptionView> {
            const auto changed = m_reception.change(to);
            return changed ? m_reception.view() : changed.error();
        },
        [this](const ReceptionView& view) { tell(view); });
}

/// A port may become free, and a keychain be unlocked.
void LocalConnectionHost::tell(const ReceptionView& view)
{
    if (view.on && view.listening.empty())
        m_again.start();
    else
        m_again.stop();
    emit receptionLoaded(view);
}

} // namespace signalbox::host
