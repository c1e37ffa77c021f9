// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlines.h"

#include <QTextLayout>

#include <algorithm>

namespace signalbox::ui {

QString inOneParagraph(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

TextLines breakIntoLines(QTextLayout& layout, double width, double line, int most)
{
    TextLines broken;
    int lines = 0;
    layout.setCacheEnabled(true);
    layout.beginLayout();
    for (QTextLine one = layout.createLine(); one.isValid(); one = layout.createLine()) {
        one.setLineWidth(width);
        const double high = std::max(line, one.height());
        one.setPosition({0, broken.height + (high - one.height()) / 2});
        broken.height += high;
        if (++lines == most) {
            broken.whole = one.textStart() + one.textLength() >= layout.text().size();
            break;
        }
    }
    layout.endLayout();
    return broken;
}

} // namespace signalbox::ui
