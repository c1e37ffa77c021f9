// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded.h"

#include <QFile>

namespace signalbox::resources {

std::optional<QByteArray> embedded(const QString& path)
{
    QFile file(QStringLiteral(":/signalbox/") + path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace signalbox::resources
