// SPDX-License-Identifier: GPL-3.0-or-later
// The log of one job and attempt of a run, and the field that chooses it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace signalbox::ui {

class ChoiceField;
class EmptyState;
class ErrorStrip;
class Label;
class LogView;
class SearchOptions;

class LogPane final : public QWidget {
    Q_OBJECT

public:
    explicit LogPane(const ThemeSource& themes, QWidget* parent = nullptr);

    void setJobs(const host::RunDetail& run);
    void setLog(const host::LogPlace& log);
    void showAlone(const host::LogPlace& log, bool growing); // there is no other to choose
    const std::optional<host::LogPlace>& place() const { return m_place; } // of the log on screen
    bool isGrowing() const { return chosen() && chosen()->running; }
    void forget(); // another run follows
    void setFailure(const QString& reason); // the log cannot be read
    void setSearch(const QString& words);
    std::string job() const; // its name as the engine has it, not as it is shown
    int attempt() const;
    LogView* view() const { return m_view; }
    ChoiceField* chooser() const { return m_chooser; } // placed by whoever owns the pane

signals:
    void wanted(const std::string& job, int attempt); // the log on screen should be this one
    void searchCleared();

private:
    struct Choice {
        std::string job;
        int attempt = 1;
        bool failed = false;
        bool running = false;
        bool operator==(const Choice&) const = default;
    };
    const Choice* chosen() const;
    void fill(const QList<Choice>& choices);
    void want(); // unless the whole log is here already
    void showState();

    QList<Choice> m_choices;
    ChoiceField* m_chooser;
    Label* m_note;
    ErrorStrip* m_strip;
    SearchOptions* m_options; // seen while there is a search
    QStackedWidget* m_stack;
    LogView* m_view;
    EmptyState* m_empty;
    EmptyState* m_noMatch;
    QString m_search;
    std::optional<host::LogPlace> m_place; // on screen
    std::string m_asked; // job and attempt asked for last
    bool m_whole = false; // the job had ended then: its log does not grow
    bool m_byPerson = false; // the choice is kept while the run goes on
};

} // namespace signalbox::ui
