// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the audit log: one line of text, and chips for what is asked often. Where the chain breaks, the chips
// tell what of it is proven.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/auditmodel.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace signalbox::ui {

class Button;
class LineField;

class AuditFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit AuditFilterBar(const ThemeSource& themes, QWidget* parent = nullptr);

    QString line() const;
    void setLine(const QString& line);
    void setTerm(const QString& key, const QString& value); // an empty value takes it out
    void setNote(const QString& note); // "20 of 142"
    void check(const FilterLine& filter); // the chips whose terms it has
    void count(const AuditModel& model);
    void showBreak(const record::AuditVerdict& verdict); // or that there is none

signals:
    void lineChanged(const QString& line);
    void left(); // by Enter

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Chip {
        Button* button = nullptr;
        QString key, value;
        std::optional<AuditKind> kind{}; // nothing: it is about the chain
    };
    void addChip(const QString& label, const QString& term, std::optional<AuditKind> kind = {});
    void showChips();

    const ThemeSource& m_themes;
    LineField* m_field;
    std::vector<Chip> m_chips;
    bool m_broken = false;
};

} // namespace signalbox::ui
