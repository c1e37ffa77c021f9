// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two states: each key with its old and its new value.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace signalbox::ui {

class DiffDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    DiffDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintValue(QPainter& painter, const QRect& line, const QString& text, bool added) const;

    const ThemeSource& m_themes;
};

class DiffView final : public QListView {
    Q_OBJECT

public:
    explicit DiffView(const ThemeSource& themes, QWidget* parent = nullptr);
};

} // namespace signalbox::ui
