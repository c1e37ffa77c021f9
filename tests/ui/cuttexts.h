// SPDX-License-Identifier: GPL-3.0-or-later
// Finds texts of a window that have less room than their words need.
#pragma once

#include <QSet>
#include <QStringList>

class QWidget;

namespace signalbox::test {

/// What is cut in `window`, each with what it is. Names and values may end in … where a tool tip shows the whole;
/// `own`, the words of the program itself, may not.
QStringList cutTexts(const QWidget& window, const QSet<QString>& own);

} // namespace signalbox::test
