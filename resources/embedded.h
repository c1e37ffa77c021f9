// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file that the program carries inside.
//
// Thread  any
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace signalbox::resources {

/// The file `:/signalbox/<path>`, for example "patterns/catalogue.json"; nothing where there is none.
std::optional<QByteArray> embedded(const QString& path);

} // namespace signalbox::resources
