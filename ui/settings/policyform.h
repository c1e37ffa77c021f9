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
    void fitFields();
    void addGroup(const QString& name);
    void addValue(const PolicyValue& value);
    void addFacts(const host::PolicyView& policy);
    void addFact(const QString& label, const QString& words);
    static QString entered(const Row& row);
    void mark();

    const ThemeSource& m_themes;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    std::vector<Row> m_rows;
};

} // namespace signalbox::ui
