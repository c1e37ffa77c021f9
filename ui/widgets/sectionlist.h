// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a log in a list over it: to jump to one.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it; deletes itself when it is closed
#pragma once

#include "core/host/logdocument.h"
#include "ui/shell/theme.h"

#include <QFrame>

class QListView;

namespace signalbox::ui {

class SectionList final : public QFrame {
    Q_OBJECT

public:
    /// `current`: the line in view; its section is chosen first.
    SectionList(const ThemeSource& themes, const std::vector<host::LogSection>& sections, bool growing,
                std::int64_t current, QWidget* parent);
    QListView* list() const { return m_list; }

signals:
    void linePicked(qint64 line);

private:
    QListView* m_list;
};

} // namespace signalbox::ui
