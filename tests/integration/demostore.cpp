// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/demostore.h"

#include <QFile>
#include <QJsonDocument>

namespace signalbox::test {

using namespace Qt::StringLiterals;

Answered DemoStore::demo() const
{
    return runCtl({u"demo"_s, u"--json"_s, u"--dir"_s, folder()});
}

Answered DemoStore::ask(QStringList arguments) const
{
    arguments << u"--json"_s << u"--store"_s << store();
    return runCtl(arguments);
}

QString DemoStore::told(QStringList arguments) const
{
    arguments << u"--store"_s << store();
    return runCtl(arguments).output;
}

QJsonArray DemoStore::rows(const QStringList& arguments) const
{
    return QJsonDocument::fromJson(ask(arguments).output.toUtf8()).array();
}

QJsonObject DemoStore::object(const QStringList& arguments) const
{
    return QJsonDocument::fromJson(ask(arguments).output.toUtf8()).object();
}

QJsonObject DemoStore::line(const QJsonObject& demo, const QString& name)
{
    for (const QJsonValue& line : demo[u"lines"_s].toArray()) {
        if (line[u"line"_s].toString() == name)
            return line.toObject();
    }
    return {};
}

int DemoStore::executions(const QString& line, const QString& job) const
{
    QFile count(folder() + u"/signalbox.ci/"_s + line + u"/state/"_s + job + u".count"_s);
    return count.open(QIODevice::ReadOnly) ? static_cast<int>(count.readAll().count('\n')) : 0;
}

} // namespace signalbox::test
