// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/cuttexts.h"

#include "ui/shell/wallview.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statuspill.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QTabBar>

namespace signalbox::test {

namespace {

using namespace Qt::StringLiterals;

/// Whether a part of it lies outside of what surrounds it. What can be scrolled to is not lost.
bool isClipped(const QWidget& part)
{
    QRect whole = part.rect();
    for (const QWidget *at = &part, *around = part.parentWidget(); around && !at->isWindow();
         at = around, around = around->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
            area && area->viewport() == around) {
            if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && at->width() > around->width())
                return true;
            return false;
        }
        whole = QRect(part.mapTo(around, QPoint()), part.size());
        if (!around->rect().contains(whole))
            return true;
    }
    return false;
}

bool isTooSmall(const QWidget& part)
{
    const QSize least = part.minimumSizeHint();
    const QSize needed = least.isValid() ? least : part.sizeHint();
    return part.width() < needed.width() || part.height() < needed.height();
}

QString told(const char* what, const QString& words, const QWidget& part)
{
    return u"%1 \"%2\", %3 x %4 of %5 x %6"_s.arg(QLatin1String(what), words)
        .arg(part.width())
        .arg(part.height())
        .arg(part.sizeHint().width())
        .arg(part.sizeHint().height());
}

bool isCut(const QLabel& label, const QSet<QString>& own)
{
    if (label.text().isEmpty())
        return false;
    const auto* made = qobject_cast<const ui::Label*>(&label);
    if (made && made->isElided())
        return own.contains(label.text());
    const QRect ink = label.fontMetrics().tightBoundingRect(label.text());
    const bool lacksRoom = label.wordWrap()
        ? label.heightForWidth(label.width()) > label.height()
        : label.minimumSizeHint().width() > label.width() || ink.height() > label.contentsRect().height();
    return lacksRoom || isClipped(label);
}

bool isCut(const QLineEdit& field)
{
    const QString hint = field.placeholderText();
    const int room = field.width() - field.textMargins().left() - field.textMargins().right();
    const bool whole = field.fontMetrics().horizontalAdvance(hint) <= room || field.toolTip() == hint;
    return !hint.isEmpty() && field.text().isEmpty() && !whole;
}

QStringList cutSections(const QHeaderView& header)
{
    QStringList cut;
    for (int section = 0; section < header.count(); ++section) {
        const QString name = header.model()->headerData(section, header.orientation()).toString();
        if (!header.isSectionHidden(section) && !name.isEmpty()
            && header.sectionSize(section) < header.sectionSizeHint(section))
            cut << u"column "_s + name;
    }
    return cut;
}

QStringList cutTabs(const QTabBar& tabs)
{
    QStringList cut;
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (tabs.isTabVisible(tab) && !tabs.rect().contains(tabs.tabRect(tab)))
            cut << u"tab "_s + tabs.tabText(tab);
    }
    return cut;
}

QStringList cutMenus(const QMenuBar& menus)
{
    QStringList cut;
    for (QAction* menu : menus.actions()) {
        const QRect place = menus.actionGeometry(menu);
        if (!menus.rect().contains(place) || place.height() < menus.fontMetrics().height())
            cut << u"menu "_s + menu->text();
    }
    return cut;
}

/// Of one part that says one thing; empty: it is whole.
QString cutPart(const QWidget& part, const QSet<QString>& own)
{
    if (const auto* label = qobject_cast<const QLabel*>(&part))
        return isCut(*label, own) ? told("label", label->text(), part) : QString();
    if (const auto* field = qobject_cast<const QLineEdit*>(&part))
        return isCut(*field) || isClipped(part) ? told("field", field->placeholderText(), part) : QString();
    if (const auto* choice = qobject_cast<const QComboBox*>(&part))
        return (isTooSmall(part) || part.width() < part.sizeHint().width()) && choice->toolTip().isEmpty()
            ? told("choice", choice->currentText(), part)
            : QString();
    if (qobject_cast<const QAbstractSlider*>(&part) && part.focusPolicy() != Qt::NoFocus && isClipped(part))
        return told("slider", part.accessibleName(), part);
    const auto* button = qobject_cast<const QAbstractButton*>(&part);
    const bool holdsWords = (button && !button->text().isEmpty()) || qobject_cast<const ui::StatusPill*>(&part)
        || qobject_cast<const ui::Keycap*>(&part);
    if (!holdsWords || (!isTooSmall(part) && !isClipped(part)))
        return {};
    return told(part.metaObject()->className(), button ? button->text() : part.accessibleName(), part);
}

QStringList cutIn(const QWidget& part, const QSet<QString>& own)
{
    if (const auto* header = qobject_cast<const QHeaderView*>(&part))
        return header->orientation() == Qt::Horizontal ? cutSections(*header) : QStringList();
    if (const auto* tabs = qobject_cast<const QTabBar*>(&part))
        return cutTabs(*tabs);
    if (const auto* menus = qobject_cast<const QMenuBar*>(&part))
        return cutMenus(*menus);
    if (const auto* wall = qobject_cast<const ui::WallView*>(&part))
        return wall->cut();
    const QString cut = cutPart(part, own);
    return cut.isEmpty() ? QStringList() : QStringList{cut};
}

} // namespace

QStringList cutTexts(const QWidget& window, const QSet<QString>& own)
{
    QStringList cut = cutIn(window, own);
    for (const auto* part : window.findChildren<QWidget*>()) {
        if (part->isVisible() && part->window() == &window)
            cut << cutIn(*part, own);
    }
    return cut;
}

} // namespace signalbox::test
