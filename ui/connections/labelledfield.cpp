// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/labelledfield.h"

#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kWidest = 420;
} // namespace

QWidget* labelledField(const ThemeSource& themes, const QString& label, QWidget* field, QWidget* parent)
{
    auto* made = new QWidget(parent);
    auto* lines = new QVBoxLayout(made);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    auto* name = new Label(themes, Type::Small, Tone::Secondary, made);
    name->setText(label);
    name->setBuddy(field);
    field->setAccessibleName(label);
    field->setMaximumWidth(kWidest);
    lines->addWidget(name);
    lines->addWidget(field);
    return made;
}

} // namespace signalbox::ui
