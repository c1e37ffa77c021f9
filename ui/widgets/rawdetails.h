// SPDX-License-Identifier: GPL-3.0-or-later
// What a server or a file said in its own words, behind a button: closed until a person opens it, to be read and
// copied.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it; its button belongs to the parent and is put where it fits
// Source     COPY 5
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

class QPlainTextEdit;

namespace signalbox::ui {

class Button;

class RawDetails final : public QWidget {
    Q_OBJECT

public:
    RawDetails(const ThemeSource& themes, QWidget* parent);

    Button* button() const { return m_button; } // "Show details", hidden where there are none
    void setWords(const QString& words); // other ones are closed again
    QString words() const { return m_words; }

signals:
    void toggled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(); // at the first look: most faults never come
    void open(bool open);
    void dress();
    void fit(); // as high as its lines

    const ThemeSource& m_themes;
    QString m_words;
    Button* m_button;
    QPlainTextEdit* m_text = nullptr;
};

} // namespace signalbox::ui
