// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stateedit.h"

#include "ui/models/statemask.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace signalbox::ui {

namespace {

class Edits {
    Q_DECLARE_TR_FUNCTIONS(StateEdit)

public:
    static QString kindOf(const Json& value)
    {
        if (value.is_boolean())
            return tr("true or false");
        if (value.is_number())
            return tr("a number");
        if (value.is_string())
            return tr("a text");
        return value.is_array() ? tr("a list") : tr("an object");
    }

    static QString notJson(const QJsonParseError& error)
    {
        return tr("This is not JSON: %1.").arg(error.errorString());
    }
    static QString noObject() { return tr("A state is an object: its channels stand between { and }."); }
    static QString nested() { return tr("This JSON nests too deep, or has a number that cannot be stored."); }
    static QString otherKind(const QString& channel, const Json& was)
    {
        return tr("%1 was %2, and steps read it as such.").arg(channel, kindOf(was));
    }
    static QString masked(const QString& channel)
    {
        return tr("%1 has a masked secret in it, which a fork cannot write. Leave it as it was.").arg(channel);
    }
    static QString noValue(const QString& channel)
    {
        return tr("%1 has null in it, which a fork cannot set. Take the line out to remove it.").arg(channel);
    }
};

bool isOtherKind(const Json& was, const Json& is)
{
    if (was.is_null())
        return false;
    return was.is_number() != is.is_number() || (!was.is_number() && was.type() != is.type());
}

Json mergePatch(const Json& before, const Json& after)
{
    if (!before.is_object() || !after.is_object())
        return after;
    Json patch = Json::object();
    for (const auto& [key, value] : before.items())
        if (!after.contains(key))
            patch[key] = nullptr;
    for (const auto& [key, value] : after.items()) {
        const auto was = before.find(key);
        if (was == before.end())
            patch[key] = value;
        else if (*was != value)
            patch[key] = mergePatch(*was, value);
    }
    return patch;
}

/// A change that no merge patch can tell, or that would break a step; empty: there is none.
QString faultOf(const Json& before, const Json& after, const Json& patched, const Json& forked,
                const std::string& channel)
{
    const auto is = after.find(channel);
    const auto was = before.find(channel);
    if (is == after.end())
        return {};
    if (was != before.end() && isOtherKind(*was, *is))
        return Edits::otherKind(text(channel), *was);
    if (hasMask(patched))
        return Edits::masked(text(channel));
    const auto made = forked.find(channel);
    return made == forked.end() || *made != *is ? Edits::noValue(text(channel)) : QString();
}

/// Where a channel stands in the text, which is written one channel a line at first; 0: not found.
int lineOf(const QString& text, const std::string& channel)
{
    const qsizetype at = text.indexOf(QStringLiteral("\"%1\"").arg(QString::fromStdString(channel)));
    return at < 0 ? 0 : static_cast<int>(text.left(at).count(u'\n')) + 1;
}

} // namespace

StateEdit readEdit(const Json& before, const QString& text)
{
    StateEdit edit;
    QJsonParseError error;
    const QByteArray bytes = text.toUtf8();
    QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        edit.fault = Edits::notJson(error);
        edit.line = static_cast<int>(bytes.left(error.offset).count('\n')) + 1;
        return edit;
    }
    const auto after = parseJson({bytes.data(), static_cast<std::size_t>(bytes.size())});
    if (!after || !after->is_object()) {
        edit.fault = after ? Edits::noObject() : Edits::nested();
        return edit;
    }
    edit.patch = mergePatch(before, *after);
    Json forked = before;
    forked.merge_patch(edit.patch);
    for (const auto& [channel, value] : edit.patch.items()) {
        edit.changed.append(ui::text(channel));
        if (!before.contains(channel))
            edit.fresh.append(ui::text(channel));
        if (!edit.fault.isEmpty())
            continue;
        edit.fault = faultOf(before, *after, value, forked, channel);
        edit.line = edit.fault.isEmpty() ? 0 : lineOf(text, channel);
    }
    return edit;
}

QString editableState(const Json& state)
{
    return QString::fromStdString(state.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace signalbox::ui
