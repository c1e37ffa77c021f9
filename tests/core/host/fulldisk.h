// SPDX-License-Identifier: GPL-3.0-or-later
// As on a disk that is full: while it lasts no file of this process grows beyond some bytes.
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>

namespace signalbox::test {

class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : m_before(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_usual);
        const rlimit small{bytes, m_usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_usual);
        std::signal(SIGXFSZ, m_before);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_usual{};
    void (*m_before)(int);
};

} // namespace signalbox::test
