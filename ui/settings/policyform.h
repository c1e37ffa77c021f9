// SPDX-License-Identifier: GPL-3.0-or-later
// The values of one policy in groups; what was changed is marked, with what it was.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/models/policyvalues.h"
#include "ui/shell/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox::ui {

class Label;

class PolicyForm final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyForm(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const host::PolicyView& policy); // what was typed is gone
    /// What was changed, as it is written to the file.
    std::vector<std::pair<std::string, std::string>> changes() const;
    int count() const { return static_cast<int>(m_rows.size()); }
    QString notUnderstood() const; // the label of a value that cannot be read; empty: all can

signals:
    void edited();

private:
    struct Row {
        PolicyValue value;
        QWidget* field = nullptr;
        Label* was = nullptr;
    };
    using Fact = std::pair<QString, QString>; // its label, and what is so
    void build(const std::vector<PolicyValue>& values);
    bool fits(const std::vector<PolicyValue>& values) const; // the fields that are there
    void fitFields();
    void addGroup(QVBoxLayout* column, const QString& name);
    void addValue(const PolicyValue& value);
    static void enter(const Row& row);
    static std::vector<Fact> factsOf(const host::PolicyView& policy);
    void showFacts(std::vector<Fact> facts);
    void addFact(QVBoxLayout* column, const Fact& fact);
    static QString entered(const Row& row);
    void mark();

    const ThemeSource& m_themes;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr; // of the values
    std::vector<Row> m_rows;
    QWidget* m_factsPart = nullptr;
    std::vector<Fact> m_facts;
};

} // namespace signalbox::ui
