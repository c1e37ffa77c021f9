// SPDX-License-Identifier: GPL-3.0-or-later
// What needs a person, as cards by deadline, each with one button that opens it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/needs.h"
#include "ui/widgets/panel.h"

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace signalbox::ui {

class Button;
class EmptyState;
class ErrorStrip;
class Skeleton;

class NeedCard final : public QWidget {
    Q_OBJECT

public:
    NeedCard(const ThemeSource& themes, QWidget* parent);

    void show(const Need& need);

signals:
    void opened(signalbox::ApprovalId approval);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    const ThemeSource& m_themes;
    Need m_need;
    class Glyph* m_glyph;
    Label* m_title;
    Label* m_left;
    Label* m_detail;
    Label* m_note;
    Button* m_review;
};

class NeedsYou final : public Panel {
    Q_OBJECT

public:
    explicit NeedsYou(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const std::vector<Need>& needs);
    void showUnknown(bool loading); // as long as nobody has told
    void tellUnreadable(const std::vector<ApprovalId>& approvals);

signals:
    void opened(signalbox::ApprovalId approval);
    void firstAsked();

private:
    std::vector<NeedCard*> m_cards;
    QVBoxLayout* m_column = nullptr;
    QScrollArea* m_scroll = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_unknown = nullptr;
    Skeleton* m_skeleton = nullptr;
    ErrorStrip* m_strip = nullptr;
    QWidget* m_footer = nullptr;
};

} // namespace signalbox::ui
