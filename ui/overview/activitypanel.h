// SPDX-License-Identifier: GPL-3.0-or-later
// What agents did last, as a table of changes of state.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/result.h"
#include "ui/models/activitymodel.h"
#include "ui/widgets/panel.h"

class QStackedWidget;
class QTableView;

namespace signalbox::ui {

class ErrorStrip;
class Skeleton;

class ActivityPanel final : public Panel {
    Q_OBJECT

public:
    explicit ActivityPanel(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(std::vector<Activity> rows, bool loading); // `loading`: they are on their way
    void tell(const Result<void>& result); // of loading them

signals:
    void againAsked();
    void runOpened(signalbox::RunId run, std::int64_t checkpoint);
    void approvalOpened(signalbox::ApprovalId approval);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit(); // the subject to the room that there is

    ActivityModel m_activity;
    ErrorStrip* m_strip = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    Skeleton* m_skeleton = nullptr;
};

} // namespace signalbox::ui
