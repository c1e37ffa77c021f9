// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the patterns: the failure above its fix, the share beside its interval, the switch, which a click moves.
//
// Thread     GUI
// Ownership  the ThemeSource and the model outlive it
#pragma once

#include "ui/models/knowledgemodel.h"
#include "ui/shell/theme.h"
#include "ui/widgets/segments.h"

#include <QStyledItemDelegate>

namespace signalbox::ui {

struct RowInk;

SegmentsLook switchLook(const host::KnowledgeRow& row);

class KnowledgeDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    KnowledgeDelegate(const ThemeSource& themes, const FilteredKnowledge& rows, QObject* parent);

    int switchWidth() const; // of the column, in this language
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

signals:
    void switchAsked(const signalbox::host::PatternKey& pattern, signalbox::record::PatternSwitch to);

private:
    void paintPattern(QPainter& painter, const QRect& cell, const host::KnowledgeRow& row, const RowInk& ink) const;
    void paintWorked(QPainter& painter, const QRect& cell, const host::KnowledgeRow& row, const RowInk& ink) const;

    const ThemeSource& m_themes;
    const FilteredKnowledge& m_rows;
};

} // namespace signalbox::ui
