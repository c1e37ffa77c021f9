// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/compiled.h"

#include "core/base/digest.h"
#include "core/base/redaction.h"

namespace signalbox::log {

namespace {

using Compiled = Catalogue::Compiled;

/// What the scanner looks for, in the order of the claims.
std::vector<std::string> expressionsOf(Compiled& compiled)
{
    std::vector<std::string> expressions;
    const auto add = [&](std::string text, Compiled::Owner owner, std::size_t index) {
        expressions.push_back(std::move(text));
        compiled.claims.push_back({owner, index});
    };
    for (std::size_t i = 0; i < compiled.set.patterns.size(); ++i) {
        for (const std::string& scan : compiled.set.patterns[i].scans)
            add(scan, Compiled::Owner::Pattern, i);
    }
    for (std::size_t i = 0; i < compiled.set.markers.size(); ++i)
        add(scanForm(compiled.set.markers[i].regex.text()), Compiled::Owner::Marker, i);
    for (const std::string& hint : Redactor::hints())
        add(scanForm(hint), Compiled::Owner::Secret, 0);
    return expressions;
}

/// Changes with the expressions, which come from the catalogue's text, the redactor's hints and scanForm().
std::string digestOf(std::string_view json, const std::vector<std::string>& expressions)
{
    std::string all(json);
    for (const std::string& expression : expressions)
        all.append("\n").append(expression);
    return digestHex(all);
}

std::shared_ptr<const ExpressionSet> fromBytes(std::string_view bytes, const std::string& digest)
{
    if (!bytes.starts_with(digest))
        return nullptr;
    const auto set = ExpressionSet::deserialized(bytes.substr(digest.size()));
    return set ? *set : nullptr;
}

} // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::fromJson(std::string_view json, std::string_view bytes)
{
    auto set = readPatternSet(json);
    if (!set)
        return set.error();
    auto compiled = std::make_unique<Compiled>();
    compiled->set = *std::move(set);
    const std::vector<std::string> expressions = expressionsOf(*compiled);
    compiled->digest = digestOf(json, expressions);

    compiled->expressions = fromBytes(bytes, compiled->digest);
    compiled->fromBytes = compiled->expressions != nullptr;
    if (!compiled->expressions) {
        if (const auto checked = checkExpressions(compiled->set); !checked)
            return checked.error();
        auto fresh = ExpressionSet::compile(expressions);
        if (!fresh)
            return fresh.error();
        compiled->expressions = *std::move(fresh);
    }
    return std::shared_ptr<const Catalogue>(new Catalogue(std::move(compiled)));
}

Catalogue::Catalogue(std::unique_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) { }

Catalogue::~Catalogue() = default;

std::string Catalogue::compiledBytes() const
{
    return m_compiled->digest + m_compiled->expressions->serialized();
}

bool Catalogue::usesGivenBytes() const
{
    return m_compiled->fromBytes;
}

} // namespace signalbox::log
