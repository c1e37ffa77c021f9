// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver of receiver.mjs, and what it was sent.
#pragma once

#include "tests/integration/notify/otherprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace signalbox::test {

class Hook {
public:
    /// "500,hang,200": the last one answers all further requests. Empty; else why it cannot be started here.
    QString start(const QString& answers)
    {
        const QStringList arguments{QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/integration/notify/receiver.mjs"),
                                    QStringLiteral("--port"),
                                    QString::number(m_port),
                                    QStringLiteral("--journal"),
                                    journal(),
                                    QStringLiteral("--answers"),
                                    answers};
        return m_program.start(QStringLiteral("node"), arguments, "url");
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_port); }
    QList<QJsonObject> requests() const
    {
        QList<QJsonObject> all;
        QFile file(journal());
        if (!file.open(QIODevice::ReadOnly))
            return all;
        while (file.canReadLine() || !file.atEnd())
            all += QJsonDocument::fromJson(file.readLine()).object();
        return all;
    }
    static QJsonObject bodyOf(const QJsonObject& request)
    {
        return QJsonDocument::fromJson(request[QStringLiteral("body")].toString().toUtf8()).object();
    }

private:
    QString journal() const { return m_folder.filePath(QStringLiteral("journal")); }

    QTemporaryDir m_folder;
    quint16 m_port = freePort();
    OtherProgram m_program;
};

} // namespace signalbox::test
