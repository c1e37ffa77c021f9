// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/asklinenumber.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QLocale>

namespace signalbox::ui {

QInputDialog* askLine(std::uint64_t lines, QWidget* parent)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput); // line numbers do not fit an int
    dialog->setWindowTitle(QCoreApplication::translate("LogView", "Go to line"));
    dialog->setLabelText(QCoreApplication::translate("LogView", "Line, 1 to %1")
                             .arg(QLocale().toString(static_cast<qulonglong>(lines))));
    dialog->open();
    return dialog;
}

std::int64_t lineOf(const QString& text)
{
    QString digits = text;
    return digits.remove(QLocale().groupSeparator()).toLongLong();
}

} // namespace signalbox::ui
