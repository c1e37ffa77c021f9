// SPDX-License-Identifier: GPL-3.0-or-later
// Hands a link to the console that is open on a store already, so that following one opens no second window. Of several
// consoles the first takes links, and another one once that has ended.
//
// Thread  GUI; handOver() blocks for half a second at most
// Errors  where nobody listens, or the door cannot be opened, each link opens a console of its own; the latter is told
// Source  the door is a local socket in the user's runtime folder, named after the store, for this user alone; a line
//         of UTF-8 holds the link, and "taken" comes back
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QString>

#include <functional>

namespace signalbox::console {

class LinkDoor {
public:
    using Take = std::function<bool(const QString& link)>; // false: it is no link

    /// `store`: path of the store that the console is open on.
    explicit LinkDoor(const QString& store) : m_name(nameFor(store)) { }

    /// Whether another console has taken it.
    bool handOver(const QString& link) const;

    /// `tell` is given what keeps it shut, in one line.
    void open(Take take, std::function<void(const QString& what)> tell);

private:
    static QString nameFor(const QString& store);
    void listen();
    void answer(QLocalSocket& caller) const;

    const QString m_name;
    Take m_take;
    std::function<void(const QString& what)> m_tell;
    QLocalServer m_server;
    QLocalSocket m_other; // to the console that has the door
};

} // namespace signalbox::console
