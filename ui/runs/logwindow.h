// SPDX-License-Identifier: GPL-3.0-or-later
// A log in a window of its own, beside the console.
//
// Thread     GUI
// Ownership  deletes itself when it is closed; the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Button;
class Label;
class LineField;
class LogPane;
class SectionColumn;
class Surface;

class LogWindow final : public QWidget {
    Q_OBJECT

public:
    /// `subject`: "search #7713". `growing`: the job goes on.
    LogWindow(const ThemeSource& themes, const QString& subject, const host::LogPlace& log, bool growing);

    LogPane* log() const { return m_log; }

signals:
    void closing(const QByteArray& geometry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Surface* buildHead();
    Surface* buildCause(const host::LogPlace& log);
    Surface* buildFoot();
    QLayout* buildBody();
    void addKeys();
    void listSections();
    void makeRoom(); // the column gives way in a narrow window
    void showPlace();

    const ThemeSource& m_themes;
    LogPane* m_log;
    LineField* m_search = nullptr;
    SectionColumn* m_sections = nullptr;
    QWidget* m_rule = nullptr; // beside it
    Button* m_list = nullptr; // opens it over the log, where it has no room
    Label* m_line = nullptr;
    Label* m_share = nullptr;
    Label* m_size = nullptr;
};

} // namespace signalbox::ui
