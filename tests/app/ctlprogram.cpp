// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctlprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace signalbox::test {

using namespace Qt::StringLiterals;

Answered runCtl(const QStringList& arguments, const QByteArray& input, const QString& folder)
{
    QProcess program;
    if (!folder.isEmpty())
        program.setWorkingDirectory(folder);
    program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"), arguments);
    program.write(input);
    program.closeWriteChannel();
    Answered answered;
    if (program.waitForFinished(60'000) && program.exitStatus() == QProcess::NormalExit)
        answered.status = program.exitCode();
    answered.output = QString::fromUtf8(program.readAllStandardOutput());
    answered.diagnostics = QString::fromUtf8(program.readAllStandardError());
    return answered;
}

bool isOneLine(const QString& text)
{
    return text.size() > 1 && text.endsWith(u'\n') && text.count(u'\n') == 1;
}

QJsonObject jsonOf(const QString& text)
{
    return isOneLine(text) ? QJsonDocument::fromJson(text.toUtf8()).object() : QJsonObject();
}

QString writtenFile(const QString& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

} // namespace signalbox::test
