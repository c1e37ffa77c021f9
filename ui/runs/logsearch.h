// SPDX-License-Identifier: GPL-3.0-or-later
// Ties a field to the log that it searches: Enter goes to the next match, Shift+Enter to the last one, Esc leaves.
//
// Thread     GUI
// Ownership  the field owns it; the pane outlives the field
#pragma once

#include <QObject>

namespace signalbox::ui {

class LineField;
class LogPane;

class LogSearch final : public QObject {
    Q_OBJECT

public:
    LogSearch(LineField& field, LogPane& log);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMatches();

    LineField& m_field;
    LogPane& m_log;
};

} // namespace signalbox::ui
