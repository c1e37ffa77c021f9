// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>

namespace signalbox::line {

namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxCopied = 16 * kMaxBytes;

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

void refuseDepth(std::size_t depth, const YAML::Mark& mark)
{
    if (depth > kMaxDepth)
        throw Refusal{{lineOf(mark), "is nested more than " + std::to_string(kMaxDepth) + " levels deep"}};
}

/// Builds the tree from the parser's events; an open list or map is the last of m_open.
class TreeBuilder final : public YAML::EventHandler {
public:
    explicit TreeBuilder(YamlDialect dialect) : m_dialect(dialect)
    {
        m_open.push_back({{.kind = Kind::List, .line = 1, .text = {}, .items = {}}, 0});
    }

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        attach({.kind = Kind::Null, .line = lineOf(mark), .text = {}, .items = {}}, anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto meant = m_anchors.find(anchor);
        if (m_dialect == YamlDialect::Strict || meant == m_anchors.end()) // the latter: it would hold itself
            throw Refusal{{lineOf(mark), "aliases (*name) are not supported: write the value out"}};
        count(meant->second, lineOf(mark));
        attach(meant->second, 0);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        refuseForeignTag(mark, tag);
        if (value.find('\0') != std::string::npos)
            throw Refusal{{lineOf(mark), "holds a NUL character"}};
        const bool plain = tag == "?" || tag.empty();
        attach({.kind = plain ? plainKind(value) : Kind::Text, .line = lineOf(mark), .text = value, .items = {}},
               anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        refuseForeignTag(mark, tag);
        open(mark, Kind::List, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        refuseForeignTag(mark, tag);
        open(mark, Kind::Map, anchor);
    }
    void OnMapEnd() override { close(); }

    std::vector<YamlNode> takeDocuments() { return std::move(m_open.front().node.items); }

private:
    struct Open {
        YamlNode node;
        YAML::anchor_t anchor = 0;
    };

    void refuseForeignTag(const YAML::Mark& mark, const std::string& tag) const
    {
        const bool isUsual = tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:str";
        if (!isUsual && m_dialect == YamlDialect::Strict)
            throw Refusal{{lineOf(mark), "tags (!name) are not supported"}};
    }

    void open(const YAML::Mark& mark, Kind kind, YAML::anchor_t anchor)
    {
        refuseDepth(m_open.size(), mark);
        m_open.push_back({{.kind = kind, .line = lineOf(mark), .text = {}, .items = {}}, anchor});
    }

    void close()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        attach(std::move(done.node), done.anchor);
    }

    void attach(YamlNode node, YAML::anchor_t anchor)
    {
        countOne(node.line);
        if (anchor != 0 && m_dialect == YamlDialect::Foreign) {
            count(node, node.line); // it is kept twice
            m_anchors.insert_or_assign(anchor, node);
        }
        m_open.back().node.items.push_back(std::move(node));
    }

    void count(const YamlNode& node, int line)
    {
        m_bytes += node.text.size();
        for (const YamlNode& item : node.items) {
            countOne(line);
            count(item, line);
        }
    }

    void countOne(int line)
    {
        if (++m_nodes > kMaxBytes || m_bytes > kMaxCopied)
            throw Refusal{{line, "holds too many values"}};
    }

    const YamlDialect m_dialect;
    std::vector<Open> m_open; // the first holds the documents
    std::map<YAML::anchor_t, YamlNode> m_anchors;
    std::size_t m_nodes = 0;
    std::size_t m_bytes = 0; // of texts that aliases have copied
};

/// Counts what the aliases of a document would be written out to, and holds none of it.
class WrittenOut final : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add({1, 0}, anchor, mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(m_anchors[anchor], 0, mark); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& value) override
    {
        add({1, value.size()}, anchor, mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Size {
        std::size_t nodes = 0;
        std::size_t bytes = 0; // of texts
    };
    struct Open {
        Size before; // of all that stands before it
        YAML::anchor_t anchor = 0;
    };

    void add(const Size& size, YAML::anchor_t anchor, const YAML::Mark& mark)
    {
        m_all.nodes += size.nodes;
        m_all.bytes += size.bytes;
        if (m_all.nodes > kMaxBytes || m_all.bytes > kMaxCopied)
            throw Refusal{{lineOf(mark), "holds too many values"}};
        if (anchor != 0)
            m_anchors[anchor] = size;
    }
    void open(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        refuseDepth(m_open.size() + 1, mark);
        m_open.push_back({m_all, anchor});
        add({1, 0}, 0, mark);
    }
    void close()
    {
        const Open done = m_open.back();
        m_open.pop_back();
        if (done.anchor != 0)
            m_anchors[done.anchor] = {m_all.nodes - done.before.nodes, m_all.bytes - done.before.bytes};
    }

    Size m_all;
    std::vector<Open> m_open;
    std::map<YAML::anchor_t, Size> m_anchors;
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

std::optional<Fault> findUnreadable(std::string_view text)
{
    return text.size() > kMaxBytes ? Fault{1, "is larger than 1 MiB"} : findNonText(text);
}

} // namespace

std::optional<Fault> yamlExcess(std::string_view text)
{
    if (auto fault = findUnreadable(text))
        return fault;
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        WrittenOut sizes;
        static_cast<void>(parser.HandleNextDocument(sizes) && parser.HandleNextDocument(sizes)); // as far as it is read
        return std::nullopt;
    } catch (const Refusal& refusal) {
        return refusal.fault;
    } catch (const YAML::Exception&) {
        return std::nullopt;
    }
}

std::variant<YamlNode, Fault> readYaml(std::string_view text, YamlDialect dialect)
{
    if (auto fault = dialect == YamlDialect::Strict ? findUnreadable(text) : yamlExcess(text))
        return *std::move(fault);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        TreeBuilder builder(dialect);
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

const YamlNode* valueAt(const YamlNode& map, std::string_view key)
{
    for (std::size_t i = 0; map.kind == Kind::Map && i + 1 < map.items.size(); i += 2) {
        if (map.items[i].text == key)
            return &map.items[i + 1];
    }
    return nullptr;
}

int lineOfKey(const YamlNode& map, std::string_view key)
{
    const YamlNode* value = valueAt(map, key);
    return value != nullptr ? (value - 1)->line : 0; // the key stands before it
}

} // namespace signalbox::line
