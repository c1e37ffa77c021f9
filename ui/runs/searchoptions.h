// SPDX-License-Identifier: GPL-3.0-or-later
// How a log is searched: letters as they are, whole words, a regular expression; and on to the next match.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/logdocument.h"
#include "ui/widgets/surface.h"

namespace signalbox::ui {

class Button;

class SearchOptions final : public Surface {
    Q_OBJECT

public:
    explicit SearchOptions(const ThemeSource& themes, QWidget* parent = nullptr);

    log::SearchWords wordsOf(const QString& text) const;
    Button* caseButton() const { return m_case; }
    Button* wordButton() const { return m_word; }
    Button* regexButton() const { return m_regex; }

signals:
    void changed();
    void lastAsked();
    void nextAsked();

private:
    Button* addSwitch(const QString& label, const QKeySequence& keys, bool on);
    Button* addStep(const QString& glyph, const QString& name);

    Button* m_case;
    Button* m_word;
    Button* m_regex;
};

} // namespace signalbox::ui
