// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/placeground.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kItemHeight = 34;
constexpr int kMargin = 8; // of an item from the rail's edge
constexpr int kLogo = 28;
} // namespace

RailItem::RailItem(const ThemeSource& themes, const QString& iconName, const QString& label, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes), m_iconName(iconName)
{
    setText(label);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    themes.dress(this, Type::Body);
    nameForReaders();
}

void RailItem::setBadge(int waiting)
{
    m_badge = waiting;
    nameForReaders();
    update();
}

void RailItem::setCount(int count)
{
    m_count = count;
    nameForReaders();
    update();
}

void RailItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setToolTip(collapsed ? text() : QString());
    updateGeometry();
    update();
}

void RailItem::nameForReaders()
{
    if (m_badge > 0 && m_badgeHue == Hue::Critical)
        setAccessibleName(tr("%1, critical").arg(text()));
    else if (m_badge > 0)
        setAccessibleName(tr("%1, %2 held for you").arg(text()).arg(m_badge));
    else if (m_count > 0)
        setAccessibleName(tr("%1, %2 in progress").arg(text()).arg(m_count));
    else
        setAccessibleName(text());
}

QRect RailItem::onScreen(const QRect& place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QSize RailItem::sizeHint() const
{
    const auto& size = m_themes.theme().size;
    return {(m_collapsed ? size.railCollapsed : size.rail) - 2 * kMargin, kItemHeight};
}

void RailItem::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    paintPlaceGround(painter, rect(), {isChecked(), underMouse()}, theme);
    const QColor ink = isChecked() ? theme.text.primary : theme.text.secondary;
    const int side = theme.size.iconNav;
    const int left = m_collapsed ? (width() - side) / 2 : 10;
    painter.drawPixmap(onScreen({left, (height() - side) / 2, side, side}).topLeft(),
                       theme.pixmap(m_iconName, ink, side, devicePixelRatioF()));
    if (!m_collapsed) {
        QFont face = font();
        face.setWeight(theme.weight(isChecked() ? QFont::Medium : QFont::Normal));
        painter.setFont(face);
        painter.setPen(ink);
        painter.drawText(onScreen(rect().adjusted(left + side + 10, 0, 0, 0)), Qt::AlignVCenter, text());
    }
    paintNumbers(painter, theme);
}

void RailItem::paintNumbers(QPainter& painter, const Theme& theme) const
{
    if (m_badge > 0) {
        const BadgeSize kind = m_collapsed ? BadgeSize::Small : BadgeSize::Usual;
        const QSize size = badgeSize(m_badge, kind, theme);
        const QPoint corner = m_collapsed ? QPoint(width() - size.width(), 0)
                                          : QPoint(width() - kMargin - size.width(), (height() - size.height()) / 2);
        paintBadge(painter, onScreen({corner, size}), m_badge, m_badgeHue, kind, theme);
    } else if (m_count > 0 && !m_collapsed) {
        painter.setPen(theme.text.tertiary);
        painter.setFont(theme.font(Type::Small));
        painter.drawText(onScreen(rect().adjusted(0, 0, -kMargin, 0)), Qt::AlignVCenter | Qt::AlignRight,
                         QString::number(m_count));
    }
}

Rail::Rail(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setFixedWidth(themes.theme().size.rail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, themes.theme().spacing(4), kMargin, themes.theme().spacing(3));
    column->setSpacing(0);
    buildHeading(column);
    addItem(column, PageKind::Overview, QStringLiteral("nav-overview"), tr("Overview"));
    addItem(column, PageKind::Approvals, QStringLiteral("nav-approvals"), tr("Approvals"));
    addItem(column, PageKind::Runs, QStringLiteral("nav-runs"), tr("Runs"));
    addItem(column, PageKind::Knowledge, QStringLiteral("nav-knowledge"), tr("Knowledge"));
    addItem(column, PageKind::Audit, QStringLiteral("nav-audit"), tr("Audit"));
    m_items.at(PageKind::Audit)->setBadgeHue(Hue::Critical); // it has one when the chain breaks
    column->addStretch(1);
    addItem(column, PageKind::Settings, QStringLiteral("nav-settings"), tr("Settings"));
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Rail::buildHeading(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 2, 0, m_themes.theme().spacing(4));
    row->setSpacing(10);
    auto* logo = new QLabel(this);
    logo->setPixmap(m_themes.theme().picture(QStringLiteral("signalbox"), kLogo, devicePixelRatioF()));
    row->addWidget(logo);
    m_names = new QWidget(this);
    auto* names = new QVBoxLayout(m_names);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(0);
    m_workspace = new Label(m_themes, Type::BodyStrong, Tone::Primary, m_names);
    m_workspace->setElided(true);
    m_workspace->setFixedHeight(17);
    auto* kind = new Label(m_themes, Type::Caption, Tone::Tertiary, m_names);
    kind->setText(tr("Workspace"));
    kind->setFixedHeight(15);
    names->addWidget(m_workspace);
    names->addWidget(kind);
    row->addWidget(m_names, 1);
    column->addLayout(row);
}

void Rail::setWorkspace(const QString& name)
{
    m_workspace->setText(name);
}

void Rail::addItem(QVBoxLayout* column, PageKind page, const QString& iconName, const QString& label)
{
    auto* item = new RailItem(m_themes, iconName, label, this);
    connect(item, &RailItem::clicked, this, [this, page] { emit chosen(page); });
    column->addWidget(item);
    m_items.emplace(page, item);
}

void Rail::setCurrent(PageKind page)
{
    m_items.at(page == PageKind::RunDetail ? PageKind::Runs : page)->setChecked(true);
}

void Rail::setCollapsed(bool collapsed)
{
    setFixedWidth(collapsed ? m_themes.theme().size.railCollapsed : m_themes.theme().size.rail);
    m_names->setVisible(!collapsed);
    for (const auto& [page, item] : m_items)
        item->setCollapsed(collapsed);
}

void Rail::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface.rail);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1; // towards the pages
    painter.fillRect(QRect(edge, 0, 1, height()), theme.border.subtle);
}

} // namespace signalbox::ui
