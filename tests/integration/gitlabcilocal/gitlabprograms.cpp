// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/gitlabcilocal/gitlabprograms.h"

#include "core/local/process.h"

#include <QProcess>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kInstallMs = 300'000;

QString installed()
{
    if (local::findProgram("rsync").empty())
        return u"rsync is not on this machine: gitlab-ci-local is not tried"_s;
    QProcess install;
    install.start(u"node"_s,
                  {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/integration/gitlabcilocal/install.mjs"),
                   QStringLiteral(SIGNALBOX_BINARY_DIR "/templates")});
    if (!install.waitForStarted())
        return u"there is no Node.js here: gitlab-ci-local is not tried"_s;
    if (!install.waitForFinished(kInstallMs) || install.exitCode() != 0)
        return QString::fromUtf8(install.readAllStandardError());
    qputenv("PATH", install.readAllStandardOutput().trimmed() + ":" + qgetenv("PATH"));
    return {};
}

} // namespace

QString gitlabCiLocal()
{
    static const QString fault = installed();
    return fault;
}

Variable::Variable(const char* name, const std::string& value)
    : m_name(name), m_before(qgetenv(name)), m_wasSet(qEnvironmentVariableIsSet(name))
{
    qputenv(name, QByteArray::fromStdString(value));
}

Variable::~Variable()
{
    if (m_wasSet)
        qputenv(m_name, m_before);
    else
        qunsetenv(m_name);
}

} // namespace signalbox::test
