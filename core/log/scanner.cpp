// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/scanner.h"

#include "core/log/matchinglines.h"

#include <hs/hs.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>

namespace signalbox::log {

namespace {

constexpr unsigned kLineFlags = HS_FLAG_MULTILINE | HS_FLAG_ALLOWEMPTY;

int onMatch(unsigned int expression, unsigned long long, unsigned long long end, unsigned int, void* context)
{
    auto& hits = *static_cast<std::vector<Hit>*>(context);
    hits.push_back({static_cast<std::size_t>(end), expression});
    return 0;
}

/// Whether `expression` matches the empty text; false for one that is no expression, which compiling will say.
bool matchesNothing(const char* expression)
{
    hs_expr_info_t* facts = nullptr;
    hs_compile_error_t* problem = nullptr;
    const bool known = hs_expression_info(expression, kLineFlags, &facts, &problem) == HS_SUCCESS;
    const std::unique_ptr<hs_expr_info_t, decltype(&std::free)> owned(facts, &std::free);
    hs_free_compile_error(problem);
    return known && facts->min_width == 0;
}

} // namespace

Result<std::shared_ptr<const ExpressionSet>> ExpressionSet::compile(const std::vector<std::string>& expressions,
                                                                    Use use)
{
    std::vector<const char*> texts;
    std::vector<unsigned> ids;
    for (const std::string& expression : expressions) {
        texts.push_back(expression.c_str());
        const unsigned mark = use == Use::Lines && matchesNothing(texts.back()) ? kMatchesNothing : 0U;
        ids.push_back(static_cast<unsigned>(ids.size()) | mark);
    }
    const std::vector<unsigned> flags(expressions.size(), use == Use::Lines ? kLineFlags : 0U);
    hs_database_t* database = nullptr;
    hs_compile_error_t* problem = nullptr;
    const hs_error_t status
        = hs_compile_multi(texts.data(), flags.data(), ids.data(), static_cast<unsigned>(texts.size()),
                           use == Use::Lines ? HS_MODE_STREAM : HS_MODE_BLOCK, nullptr, &database, &problem);
    if (status == HS_SUCCESS)
        return std::shared_ptr<const ExpressionSet>(new ExpressionSet(database));
    const int which = problem->expression;
    const std::string text = which >= 0 ? expressions[static_cast<std::size_t>(which)] : std::string("the set");
    Error error{ErrorCode::InvalidInput, "cannot compile " + text + ": " + problem->message};
    hs_free_compile_error(problem);
    return error;
}

Result<std::shared_ptr<const ExpressionSet>> ExpressionSet::deserialized(std::string_view bytes)
{
    hs_database_t* database = nullptr;
    if (hs_deserialize_database(bytes.data(), bytes.size(), &database) != HS_SUCCESS)
        return Error{ErrorCode::InvalidInput, "not a compiled pattern set of this version and processor"};
    return std::shared_ptr<const ExpressionSet>(new ExpressionSet(database));
}

std::string ExpressionSet::serialized() const
{
    char* bytes = nullptr;
    std::size_t size = 0;
    if (hs_serialize_database(m_database, &bytes, &size) != HS_SUCCESS)
        return {};
    const std::unique_ptr<char, decltype(&std::free)> owned(bytes, &std::free);
    return {bytes, size};
}

std::string ExpressionSet::engineName()
{
    hs_platform_info_t platform{};
    static_cast<void>(hs_populate_platform(&platform)); // fails for a null pointer only
    return std::string(hs_version()) + ' ' + std::to_string(platform.tune) + ' '
        + std::to_string(platform.cpu_features);
}

ExpressionSet::~ExpressionSet()
{
    hs_free_database(m_database);
}

Scanner::Scanner(std::shared_ptr<const ExpressionSet> expressions) : m_expressions(std::move(expressions))
{
    if (hs_alloc_scratch(m_expressions->m_database, &m_scratch) != HS_SUCCESS)
        m_scratch = nullptr; // out of memory: scan() then finds nothing
}

Scanner::~Scanner()
{
    hs_free_scratch(m_scratch);
}

const std::vector<Hit>& Scanner::scan(std::string_view block)
{
    m_hits.clear();
    if (m_scratch != nullptr && !block.empty())
        hs_scan(m_expressions->m_database, block.data(), static_cast<unsigned>(block.size()), 0, m_scratch, onMatch,
                &m_hits);
    const auto byEnd = [](const Hit& a, const Hit& b) { return a.end < b.end; };
    if (!std::ranges::is_sorted(m_hits, byEnd))
        std::ranges::stable_sort(m_hits, byEnd);
    return m_hits;
}

std::string scanForm(std::string_view regex)
{
    std::string text;
    bool inClass = false;
    for (std::size_t i = 0; i < regex.size(); ++i) {
        const char c = regex[i];
        if (c == '\\' && i + 1 < regex.size())
            text.append(regex.substr(i++, 2));
        else if (inClass || (c != '^' && c != '$'))
            text.push_back(c);
        inClass = c == '[' || (inClass && c != ']');
    }
    static const RE2 kBoundedGap(R"(\.\{\d+,\d+\})");
    static const RE2 kRepeatedStart(R"(^((?:\(\?i\))?)(?:(?:\\[sSwd]|\[(?:[^\]\\]|\\.)+\]| )[*+]| \{\d,?\d?\}))");
    static const RE2 kManyTimes(R"((\]|\\[sSwWd])\{([01]),\d{2,}\})");
    static const RE2 kOpenEnd(R"(([^\\])(?:\\s\*|\.\*|\.\+|\.\{\d+,\}|\(\.\+\)|\(\.\*\))+$)");
    static const RE2 kRepeatedEnd(R"(([^\\](?:\\[sSwWd]|\[(?:[^\]\\]|\\.)+\]))\+$)");
    RE2::GlobalReplace(&text, kBoundedGap, ".*");
    RE2::GlobalReplace(&text, kManyTimes, R"(\1{\2,})");
    while (RE2::Replace(&text, kRepeatedStart, R"(\1)")) { }
    RE2::Replace(&text, kOpenEnd, R"(\1)");
    RE2::Replace(&text, kRepeatedEnd, R"(\1)");
    return text;
}

} // namespace signalbox::log
