// SPDX-License-Identifier: GPL-3.0-or-later
// The real gitlab-ci-local, first in PATH of this process.
#pragma once

#include <QString>

#include <string>

namespace signalbox::test {

/// Why it cannot be had here, or nothing. Installed once.
QString gitlabCiLocal();

/// Restores a variable of the environment when it goes.
class Variable {
public:
    Variable(const char* name, const std::string& value);
    ~Variable();
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    QByteArray m_before;
    bool m_wasSet;
};

} // namespace signalbox::test
