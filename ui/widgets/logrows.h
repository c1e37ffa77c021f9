// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a log around those in view, as a worker prepares them. One request at a time.
//
// Thread     GUI
// Ownership  the document outlives it
#pragma once

#include "core/host/logdocument.h"

namespace signalbox::ui {

/// The first rows of a window, as they are copied.
QString textOf(const host::LogWindow& window, std::size_t rows);

class LogRows {
public:
    explicit LogRows(host::LogDocument& document) : m_document(document) { }

    struct View {
        std::int64_t top = 0; // the first row in view
        std::int64_t page = 1; // how many there are
        std::int64_t all = 0; // rows of the log, as far as it is indexed
    };
    /// Asks for what is missing of the view, and for a page more on either side: scrolling by a page shows text at
    /// once.
    void need(const View& view);
    void needLast(std::int64_t page); // before the places of rows are known
    /// A worker's answer. `indexed`: the places of rows are known.
    void take(const host::LogWindow& window, bool indexed);
    void clear();

    const host::LogRow* at(std::int64_t row) const; // null: not here yet
    bool haveTimes() const;
    qsizetype longest() const { return m_longest; } // bytes, of the rows seen so far

private:
    host::LogDocument& m_document;
    host::LogWindow m_window;
    View m_view;
    bool m_asking = false;
    bool m_askAgain = false;
    qsizetype m_longest = 0;
};

} // namespace signalbox::ui
