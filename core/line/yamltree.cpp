// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace signalbox::line {

namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxDepth = 32;

using Kind = YamlNode::Kind;

/// Thrown inside this file only: yaml-cpp's parser has no other way out.
struct Refusal {
    Fault fault;
};

int lineOf(const YAML::Mark& mark)
{
    return mark.is_null() ? 1 : mark.line + 1;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, text) != names.end();
}

bool isNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.find_first_of("0123456789") == std::string_view::npos)
        return false; // from_chars also takes inf and nan, which YAML writes .inf and .nan
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec != std::errc::invalid_argument && read.ptr == text.data() + text.size();
}

Kind plainKind(std::string_view text)
{
    if (text.empty() || isOneOf(text, {"~", "null", "Null", "NULL"}))
        return Kind::Null;
    if (isOneOf(text, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return Kind::Bool;
    return isNumber(text) ? Kind::Number : Kind::Text;
}

/// Builds the tree from the parser's events; an open list or map is the last of m_open.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder() { m_open.push_back({.kind = Kind::List, .line = 1, .text = {}, .items = {}}); }

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override
    {
        attach({.kind = Kind::Null, .line = lineOf(mark), .text = {}, .items = {}});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw Refusal{{lineOf(mark), "aliases (*name) are not supported: write the value out"}};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override
    {
        refuseForeignTag(mark, tag);
        if (value.find('\0') != std::string::npos)
            throw Refusal{{lineOf(mark), "holds a NUL character"}};
        const bool plain = tag == "?" || tag.empty();
        attach({.kind = plain ? plainKind(value) : Kind::Text, .line = lineOf(mark), .text = value, .items = {}});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        refuseForeignTag(mark, tag);
        open(mark, Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        refuseForeignTag(mark, tag);
        open(mark, Kind::Map);
    }
    void OnMapEnd() override { close(); }

    std::vector<YamlNode> takeDocuments() { return std::move(m_open.front().items); }

private:
    static void refuseForeignTag(const YAML::Mark& mark, const std::string& tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!" && tag != "tag:yaml.org,2002:str")
            throw Refusal{{lineOf(mark), "tags (!name) are not supported"}};
    }

    void open(const YAML::Mark& mark, Kind kind)
    {
        if (m_open.size() > kMaxDepth)
            throw Refusal{{lineOf(mark), "is nested more than " + std::to_string(kMaxDepth) + " levels deep"}};
        m_open.push_back({.kind = kind, .line = lineOf(mark), .text = {}, .items = {}});
    }

    void close()
    {
        YamlNode done = std::move(m_open.back());
        m_open.pop_back();
        attach(std::move(done));
    }

    void attach(YamlNode node)
    {
        if (++m_nodes > kMaxBytes)
            throw Refusal{{node.line, "holds too many values"}};
        m_open.back().items.push_back(std::move(node));
    }

    std::vector<YamlNode> m_open; // the first holds the documents
    std::size_t m_nodes = 0;
};

/// yaml-cpp takes a control character 4 for the end of the text and passes others on: they are refused beforehand.
std::optional<Fault> findNonText(std::string_view text)
{
    int line = 1;
    for (const char c : text) {
        line += c == '\n' ? 1 : 0;
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7f)
            return Fault{line, "is not text: it holds control characters"};
    }
    return std::nullopt;
}

} // namespace

std::variant<YamlNode, Fault> readYaml(std::string_view text)
{
    if (text.size() > kMaxBytes)
        return Fault{1, "is larger than 1 MiB"};
    if (auto fault = findNonText(text))
        return *std::move(fault);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        TreeBuilder builder;
        if (!parser.HandleNextDocument(builder))
            return Fault{1, "is empty"};
        // Not further than the second: the parser never comes to the end of some broken texts.
        parser.HandleNextDocument(builder);
        auto documents = builder.takeDocuments();
        if (documents.empty())
            return Fault{1, "is empty"};
        if (documents.size() > 1)
            return Fault{documents[1].line, "holds more than one YAML document"};
        return std::move(documents.front());
    } catch (const Refusal& refusal) {
        return refusal.fault;
    } catch (const YAML::Exception& error) {
        return Fault{lineOf(error.mark), "is not valid YAML: " + error.msg};
    }
}

} // namespace signalbox::line
