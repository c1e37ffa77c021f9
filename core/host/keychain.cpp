// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/keychain.h"

#include <QCoreApplication>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <future>
#include <memory>

namespace signalbox::host::keychain {

namespace {

constexpr std::chrono::seconds kPatience{10}; // a person may have to unlock it
constexpr int kPatienceAtEndMs = 1000;

/// Lives as long as the program: the library keeps a queue on the thread that it first met.
class Desk {
public:
    static Desk& only()
    {
        static Desk* const desk = new Desk; // what it waits for may outlast the program's end
        return *desk;
    }

    /// Begins `job` there; what came of it, or nothing in time.
    template <typename Job, typename Prepare, typename Read>
    Result<std::string> ask(const std::string& key, Prepare prepare, Read readAnswer)
    {
        auto promise = std::make_shared<std::promise<Result<std::string>>>();
        auto answer = promise->get_future();
        QMetaObject::invokeMethod(m_there, [promise, key, prepare, readAnswer, there = m_there] {
            auto* const job = new Job(QStringLiteral("Signalbox"));
            job->setKey(QString::fromStdString(key));
            prepare(*job);
            QObject::connect(job, &QKeychain::Job::finished, there, [promise, readAnswer](QKeychain::Job* done) {
                promise->set_value(outcome(*done, readAnswer));
            });
            job->start();
        });
        if (answer.wait_for(kPatience) != std::future_status::ready)
            return Error{ErrorCode::Timeout, kLocked};
        return answer.get();
    }

private:
    Desk() : m_thread(new QThread), m_there(new QObject)
    {
        m_thread->setObjectName(QStringLiteral("keychain"));
        m_there->moveToThread(m_thread);
        m_thread->start();
        qAddPostRoutine([] {
            Desk::only().m_thread->quit();
            Desk::only().m_thread->wait(kPatienceAtEndMs);
        });
    }

    template <typename Read>
    static Result<std::string> outcome(QKeychain::Job& job, Read readAnswer)
    {
        switch (job.error()) {
        case QKeychain::NoError: return readAnswer(job);
        case QKeychain::EntryNotFound: return Error{ErrorCode::NotFound, "the keychain has no such secret"};
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser: return Error{ErrorCode::Timeout, kLocked};
        default: break;
        }
        const std::string words = job.errorString().toStdString();
        return Error{ErrorCode::Io,
                     "There is no keychain that works on this computer" + (words.empty() ? "" : " (" + words + ")")
                         + "."};
    }

    QThread* const m_thread;
    QObject* const m_there;
};

Result<void> withoutText(const Result<std::string>& answer)
{
    return answer ? Result<void>() : Result<void>(answer.error());
}

const auto kNothing = [](auto&) {};
const auto kNoText = [](QKeychain::Job&) { return std::string(); };

} // namespace

Result<std::string> read(const std::string& key)
{
    return Desk::only().ask<QKeychain::ReadPasswordJob>(key, kNothing, [](QKeychain::Job& job) {
        return static_cast<QKeychain::ReadPasswordJob&>(job).textData().toStdString();
    });
}

Result<void> write(const std::string& key, const std::string& secret)
{
    const auto fill = [secret](QKeychain::WritePasswordJob& job) { job.setTextData(QString::fromStdString(secret)); };
    return withoutText(Desk::only().ask<QKeychain::WritePasswordJob>(key, fill, kNoText));
}

Result<void> remove(const std::string& key)
{
    return withoutText(Desk::only().ask<QKeychain::DeletePasswordJob>(key, kNothing, kNoText));
}

Result<void> check()
{
    const auto nothing = read("is there one");
    const bool answers = nothing || nothing.error().code == ErrorCode::NotFound;
    return answers ? Result<void>() : Result<void>(nothing.error());
}

} // namespace signalbox::host::keychain
