// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a log beside its lines: how each went, how long it took, where it begins. A click goes there.
//
// Thread     GUI
// Ownership  the ThemeSource and the view outlive it
#pragma once

#include "core/host/logdocument.h"
#include "ui/models/rowlistmodel.h"
#include "ui/widgets/surface.h"

class QListView;

namespace signalbox::ui {

class Label;
class LogView;

/// As they are listed; the id is the line. `growing`: the one that the log ends in still runs.
QList<ListRow> rowsOf(const std::vector<host::LogSection>& sections, bool growing);

class SectionColumn final : public Surface {
    Q_OBJECT

public:
    SectionColumn(const ThemeSource& themes, LogView& view, QWidget* parent);

    QListView* list() const { return m_list; }
    bool isEmpty() const { return m_model->rowCount() == 0; }

signals:
    void filled();

private:
    void take(const std::vector<host::LogSection>& sections);
    void showPlace(); // the section in view

    LogView& m_view;
    RowListModel* m_model;
    QListView* m_list;
    Label* m_foot;
};

} // namespace signalbox::ui
