// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/classify.h"

#include "core/log/reading.h"

namespace signalbox::log {

Classifier::Classifier(std::shared_ptr<const Catalogue> catalogue, Format format,
                       std::shared_ptr<const Redactor> redactor)
{
    if (!redactor)
        redactor = std::make_shared<const Redactor>();
    m_reading = std::make_unique<Reading>(std::move(catalogue), format, std::move(redactor));
}

Classifier::~Classifier() = default;

void Classifier::feed(std::string_view chunk)
{
    m_reading->feed(chunk);
}

Classification Classifier::finish()
{
    return m_reading->finish();
}

} // namespace signalbox::log
