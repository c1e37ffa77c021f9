// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that read as one paragraph, each in a tone of its own: what follows wraps under the first.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/label.h"

#include <QList>

class QTextLayout;

namespace signalbox::ui {

struct FlowPart {
    QString words;
    Tone tone = Tone::Primary;
    bool strong = false;
    bool mono = false;

    bool operator==(const FlowPart&) const = default;
};

class Flow final : public Label {
    Q_OBJECT

public:
    Flow(const ThemeSource& themes, Type type, QWidget* parent = nullptr);

    void setParts(QList<FlowPart> parts); // without those that have no words
    const QList<FlowPart>& parts() const { return m_parts; }
    void setMostLines(int lines); // what is more is cut, with the whole in a tool tip; 0: all

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    int measure(int width) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    int layOut(QTextLayout& layout, int width) const; // its height
    QString shownText(int width) const;

    const ThemeSource& m_themes;
    const Type m_type;
    QList<FlowPart> m_parts;
    int m_mostLines = 0;
};

} // namespace signalbox::ui
