// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/notify/otherprogram.h"

#include <QStandardPaths>
#include <QTcpServer>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPatienceMs = 60'000;
}

OtherProgram::~OtherProgram()
{
    if (m_program.state() == QProcess::NotRunning)
        return;
    m_program.closeWriteChannel(); // some end with their standard input
    if (!m_program.waitForFinished(500))
        m_program.kill();
    m_program.waitForFinished(kPatienceMs);
}

QString OtherProgram::start(const QString& program, const QStringList& arguments, const QByteArray& ready)
{
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty())
        return program + u" is not installed"_s;
    m_program.setProcessChannelMode(QProcess::MergedChannels);
    m_program.start(found, arguments);
    if (ready.isEmpty())
        return m_program.waitForStarted(kPatienceMs) ? QString() : program + u" does not start here"_s;
    while (!m_readyLine.contains(ready)) {
        if (!m_program.canReadLine() && !m_program.waitForReadyRead(kPatienceMs))
            return program + u" does not start here: "_s + QString::fromUtf8(m_readyLine + m_program.readAll());
        if (m_program.canReadLine())
            m_readyLine = m_program.readLine();
    }
    return {};
}

QByteArray OtherProgram::output()
{
    m_program.waitForReadyRead(0);
    m_output += m_program.readAllStandardOutput();
    return m_output;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace signalbox::test
