// SPDX-License-Identifier: GPL-3.0-or-later
// A program that a test starts and ends, and that says on one line when it is ready.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace signalbox::test {

class OtherProgram {
public:
    ~OtherProgram();

    /// Empty; else why it cannot be started here. `ready`: what stands in the line that says so.
    QString start(const QString& program, const QStringList& arguments, const QByteArray& ready);
    QByteArray readyLine() const { return m_readyLine; }
    QByteArray output(); // all that it said so far on its standard output

private:
    QProcess m_program;
    QByteArray m_readyLine;
    QByteArray m_output;
};

/// One that nobody listens to.
quint16 freePort();

} // namespace signalbox::test
