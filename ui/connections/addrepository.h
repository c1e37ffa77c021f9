// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a repository, step by step: where it lives, sign in, test the connection, policy, review.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it; closed, it deletes itself
// Errors     shown in the step where they belong; nothing is kept before the last one
// Source     DESIGN 8, mockup add-repository
#pragma once

#include "core/base/time.h"
#include "core/host/agenthost.h"
#include "core/host/connectionhost.h"
#include "ui/shell/theme.h"

#include <QDialog>

#include <optional>

class QStackedWidget;
class QVBoxLayout;

namespace signalbox::ui {

class Button;
class ErrorStrip;
class Fields;
class Label;
class PlaceStep;
class Segments;
class QuestionBar;
class TestStep;
class TokenForm;
class WizardSteps;

class AddRepository final : public QDialog {
    Q_OBJECT

public:
    AddRepository(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget& window);

    void reject() override; // asks where something was typed

protected:
    void done(int result) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum Step { Place, SignIn, Test, Policy, Review, StepCount };

    QWidget* buildFoot();
    QVBoxLayout* addStep(const QString& title);
    void buildSignIn();
    void buildPolicy();
    void buildReview();
    void listen();
    void goTo(int step);
    void forward();
    void begin(int step); // what it asks for
    void add();
    void finish(host::RequestId request, const Result<void>& result);
    void showKnown(const std::vector<host::ConnectionView>& connections);
    void showPolicy(const host::PolicyView& policy);
    void listPolicy();
    void showReview();
    void settle(); // what can be pressed now
    QString missing() const; // what keeps the open step from being left forward
    host::NewRepository repository() const;
    bool heals() const;

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    host::ConnectionHost& m_connections;
    WizardSteps* m_steps;
    ErrorStrip* m_strip;
    QuestionBar* m_question;
    QStackedWidget* m_stack;
    PlaceStep* m_place;
    TokenForm* m_token = nullptr;
    Label* m_signInNote = nullptr;
    Label* m_rightsNeeded = nullptr;
    TestStep* m_test = nullptr;
    Label* m_policyNote = nullptr;
    Segments* m_heals = nullptr;
    Fields* m_policyFields = nullptr;
    Fields* m_reviewFields = nullptr;
    QString m_knownToken; // that is there, for whoever gives none; empty: none
    Button* m_back = nullptr;
    Button* m_next = nullptr;
    Button* m_anyway = nullptr; // on, although something does not work
    Label* m_why = nullptr; // why it cannot go on
    std::optional<host::PolicyView> m_policy;
    bool m_watchOnly = false; // as a person chose
    std::optional<host::RequestId> m_loading, m_reading, m_adding, m_addingHere;
};

} // namespace signalbox::ui
