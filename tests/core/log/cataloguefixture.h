// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped catalogue, compiled once for all tests of the folder.
#pragma once

#include "core/log/classify.h"

#include <QFile>

#include <memory>
#include <string>
#include <string_view>

namespace signalbox::test {

inline std::string shippedCatalogueText()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/patterns/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline std::shared_ptr<const log::Catalogue> shippedCatalogue()
{
    static const auto catalogue = log::Catalogue::fromJson(shippedCatalogueText());
    return catalogue ? *catalogue : nullptr;
}

/// The classes of the group security in the failure taxonomy: never a retry, never a bypass.
inline bool isSecurity(std::string_view failureClass)
{
    return failureClass == "npm_eintegrity" || failureClass == "pip_hash_mismatch" || failureClass == "go_mod_checksum";
}

inline log::Classification classify(std::string_view text, log::Format format = log::Format::Auto)
{
    log::Classifier classifier(shippedCatalogue(), format);
    classifier.feed(text);
    return classifier.finish();
}

} // namespace signalbox::test
