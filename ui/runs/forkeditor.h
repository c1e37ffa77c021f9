// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a checkpoint to edit before a fork. A rehearsal is the default; a live fork asks once more.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/stateedit.h"
#include "ui/widgets/surface.h"

class QBoxLayout;
class QPlainTextEdit;
class QStackedWidget;

namespace signalbox::ui {

class Button;
class Label;

class ForkEditor final : public Surface {
    Q_OBJECT

public:
    explicit ForkEditor(const ThemeSource& themes, QWidget* parent = nullptr);

    void edit(std::int64_t checkpoint, const Json& state);
    void setSending(bool sending); // a fork was asked for: no other one before its answer
    QPlainTextEdit* text() const { return m_text; }
    QString verdict() const; // on what is typed
    Button* rehearseButton() const { return m_rehearse; }
    Button* liveButton() const { return m_live; }
    Button* surelyLiveButton() const { return m_surely; }

signals:
    void forkAsked(qint64 checkpoint, const signalbox::Json& patch, bool live);
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildActions();
    QWidget* buildQuestion();
    void dress();
    void check();
    void fork(bool live);

    Label* m_title;
    Label* m_note;
    QPlainTextEdit* m_text;
    Label* m_verdict;
    QStackedWidget* m_foot;
    QBoxLayout* m_tail; // verdict and buttons
    Label* m_question = nullptr;
    Button* m_rehearse = nullptr;
    Button* m_live = nullptr;
    Button* m_instead = nullptr;
    Button* m_surely = nullptr;
    bool m_sending = false;
    std::int64_t m_checkpoint = 0;
    Json m_before;
    StateEdit m_edit;
};

} // namespace signalbox::ui
