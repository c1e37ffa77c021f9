// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/livelabel.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/wrappedtext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kAllRuns = -1; // no item of the list
constexpr int kWidth = 640;
constexpr int kHeight = 436;
constexpr int kTop = 118;
constexpr int kLeastTop = 64; // in a low window
constexpr int kBelow = 40; // the status line stays in sight
constexpr int kRow = 38;
constexpr int kHeading = 28;
constexpr int kEdge = 14;

class PaletteDelegate final : public QStyledItemDelegate {
public:
    PaletteDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const auto* row = static_cast<const PaletteModel*>(index.model())->at(index.row());
        return {0, row && row->heading.isEmpty() ? kRow : kHeading};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* row = static_cast<const PaletteModel*>(index.model())->at(index.row());
        if (!row)
            return;
        const Theme& theme = m_themes.theme();
        painter->save();
        const QRect inner = option.rect.adjusted(kEdge, 0, -kEdge, 0);
        if (!row->heading.isEmpty()) {
            painter->setFont(theme.font(Type::Caption));
            painter->setPen(theme.text.tertiary);
            painter->drawText(inner.adjusted(0, 8, 0, 0), Qt::AlignVCenter, row->heading);
        } else {
            if (option.state.testFlag(QStyle::State_Selected))
                painter->fillRect(option.rect, theme.accent.selection);
            paintItem(*painter, inner, row->item);
        }
        painter->restore();
    }

private:
    void paintItem(QPainter& painter, QRect rest, const PaletteItem& item) const
    {
        const Theme& theme = m_themes.theme();
        const QColor ink = item.locked ? theme.text.tertiary : theme.text.primary;
        const int side = theme.size.iconControl;
        const auto onScreen = [&painter, whole = rest](const QRect& place) {
            return QStyle::visualRect(painter.layoutDirection(), whole, place);
        };
        painter.drawPixmap(onScreen({rest.left(), rest.center().y() - side / 2, side, side}).topLeft(),
                           theme.pixmap(item.icon, item.locked ? theme.text.tertiary : theme.text.secondary, side));
        rest.setLeft(rest.left() + side + 14);
        if (!item.keys.isEmpty())
            rest.setRight(rest.right() - paintKeycaps(painter, onScreen(rest), item.keys, theme) - 12);
        QFont face = theme.font(Type::Body);
        face.setWeight(theme.weight(item.locked ? QFont::Normal : QFont::Medium));
        painter.setFont(face);
        painter.setPen(ink);
        const QString title = painter.fontMetrics().elidedText(item.title, Qt::ElideRight, rest.width());
        painter.drawText(onScreen(rest), Qt::AlignVCenter, title);
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(title) + 12);
        painter.setFont(theme.font(Type::Body));
        painter.setPen(item.locked ? theme.text.secondary : theme.text.tertiary);
        painter.drawText(onScreen(rest), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(item.detail, Qt::ElideRight, std::max(0, rest.width())));
    }

    const ThemeSource& m_themes;
};

} // namespace

void PaletteModel::setRows(QList<PaletteRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const PaletteRow* PaletteModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows.at(row) : nullptr;
}

int PaletteModel::next(int row, int step) const
{
    while (row >= 0 && row < rowCount() && !m_rows.at(row).heading.isEmpty())
        row += step;
    return row >= 0 && row < rowCount() ? row : -1;
}

int PaletteModel::countUntil(int row) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.begin() + row,
                                          [](const PaletteRow& each) { return each.heading.isEmpty(); }));
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (!row->heading.isEmpty())
        return row->heading;
    return row->item.detail.isEmpty() || role == Qt::DisplayRole ? row->item.title
                                                                 : tr("%1, %2").arg(row->item.title, row->item.detail);
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const PaletteRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row || !row->heading.isEmpty())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

Palette::Palette(const ThemeSource& themes, QWidget* window)
    : QWidget(window),
      m_themes(themes),
      m_field(new LineField(themes, Type::Body, this)),
      m_list(new QListView(this)),
      m_nothing(new WrappedText(themes, Type::Body, Tone::Secondary, this)),
      m_told(new LiveLabel(themes, Type::Small, Tone::Secondary, this))
{
    setObjectName(QStringLiteral("palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_field->setGlyph(QStringLiteral("action-search"));
    m_field->setBare();
    m_field->setFixedHeight(48);
    m_field->setAccessibleDescription(tr("> commands   # runs   @ people"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFocusPolicy(Qt::NoFocus); // keys go through the field
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Found"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMostLines(4);
    m_nothing->setContentsMargins(2 * kEdge, 0, 2 * kEdge, 0);
    column->addLayout(buildHead());
    addRule();
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    buildFooter();
    connect(m_field, &QLineEdit::textChanged, this, &Palette::find);
    connect(m_list, &QListView::clicked, this, [this] { choose(false); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Palette::tellKeys);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

QLayout* Palette::buildHead()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, kEdge, 0);
    row->setSpacing(5);
    row->addWidget(m_field, 1);
    const auto filter = [&](const QString& sign, const QString& words) {
        auto* label = new Label(m_themes, Type::Small, Tone::Tertiary, this);
        label->setText(words);
        row->addWidget(new Keycap(m_themes, sign, this));
        row->addWidget(label);
        row->addSpacing(2);
    };
    filter(QStringLiteral(">"), tr("commands"));
    filter(QStringLiteral("#"), tr("runs"));
    filter(QStringLiteral("@"), tr("people"));
    return row;
}

void Palette::addRule()
{
    auto* rule = new Rule(m_themes, Qt::Horizontal, this);
    rule->setStrong();
    layout()->addWidget(rule);
}

void Palette::buildFooter()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    addRule();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kEdge, 7, kEdge, 7);
    row->setSpacing(8);
    const auto key = [&](const QString& keys, const QString& words) {
        auto* label = new Label(m_themes, Type::Small, Tone::Secondary, this);
        label->setText(words);
        auto* cap = new Keycap(m_themes, keys, this);
        row->addWidget(cap);
        row->addWidget(label);
        return std::array<QWidget*, 2>{cap, label};
    };
    m_enter = key(tr("Enter"), tr("open"));
    m_inWindow = key(tr("Shift+Enter"), tr("open in window"));
    auto* decisions = new Label(m_themes, Type::Small, Tone::Secondary, this);
    decisions->setText(tr("Decisions are made on the approval, not here"));
    m_told->setObjectName(QStringLiteral("marked"));
    row->addWidget(m_told, 1);
    row->addWidget(decisions);
    column->addLayout(row);
}

void Palette::open(QList<PaletteItem> items)
{
    m_items = std::move(items);
    m_before = QApplication::focusWidget();
    m_field->clear();
    find({});
    m_told->setAccessibleName({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void Palette::place()
{
    const QWidget* window = parentWidget();
    setFixedSize(kWidth, std::min(kHeight, window->height() - kLeastTop - kBelow));
    QWidget::move((window->width() - width()) / 2, std::min(kTop, window->height() - kBelow - height()));
}

void Palette::find(const QString& query)
{
    QList<PaletteRow> rows = findInPalette(m_items, query);
    if (const QString words = runWords(); !words.isEmpty() && (rows.isEmpty() || query.startsWith(u'#'))) {
        rows.append({tr("Runs"), {}});
        rows.append({{},
                     {.id = kAllRuns,
                      .icon = QStringLiteral("nav-runs"),
                      .title = tr("Look for %1 in all runs").arg(words),
                      .detail = {},
                      .keys = {},
                      .isRun = true}});
    }
    m_model.setRows(rows);
    const int first = m_model.next(0, 1);
    m_list->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
    m_nothing->setText(tr("Nothing found for %1.").arg(query));
    if (first >= 0)
        m_list->setCurrentIndex(m_model.index(first));
    m_list->scrollToTop();
    tellKeys();
    if (isVisible()) // whoever opens it is told of the field
        tellMarked();
}

void Palette::tellKeys()
{
    const PaletteRow* row = m_model.at(m_list->currentIndex().row());
    const bool does = row && row->heading.isEmpty() && !row->item.locked && m_list->isVisibleTo(this);
    for (QWidget* part : m_enter)
        part->setVisible(does);
    for (QWidget* part : m_inWindow)
        part->setVisible(does && row->item.hasWindow);
}

QString Palette::runWords() const
{
    const QString typed = m_field->text().trimmed();
    return typed.startsWith(u'>') || typed.startsWith(u'@') ? QString() : typed.mid(typed.startsWith(u'#') ? 1 : 0);
}

void Palette::move(int step)
{
    const int to = m_model.next(m_list->currentIndex().row() + step, step);
    if (to < 0)
        return;
    m_list->setCurrentIndex(m_model.index(to));
    tellMarked();
}

void Palette::tellMarked()
{
    const QModelIndex marked = m_list->currentIndex();
    const QString words = marked.isValid() && m_model.next(0, 1) >= 0
        ? tr("%1, %2 of %3")
              .arg(marked.data(Qt::AccessibleTextRole).toString(),
                   QString::number(m_model.countUntil(marked.row()) + 1),
                   QString::number(m_model.countUntil(m_model.rowCount())))
        : m_nothing->text();
    if (words != m_told->accessibleName())
        m_told->announce(words, true);
}

void Palette::choose(bool inWindow)
{
    const PaletteRow* row = m_model.at(m_list->currentIndex().row());
    if (!row || !row->heading.isEmpty() || row->item.locked)
        return;
    const int id = row->item.id;
    const QString words = runWords();
    const bool beside = inWindow && row->item.hasWindow;
    close();
    if (id == kAllRuns)
        emit runsAsked(words);
    else if (beside)
        emit chosenInWindow(id);
    else
        emit chosen(id);
}

void Palette::close()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return false;
    if (event->type() == QEvent::FocusOut && isVisible()) {
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
            hide();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) { // no shortcut of the window takes what is typed here
        event->accept();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(static_cast<QKeyEvent*>(event)->modifiers() & Qt::ShiftModifier); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // there is one field
    default: return false;
    }
}

void Palette::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border.control, 1));
    painter.setBrush(theme.surface.overlay);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.size.radiusDialog,
                            theme.size.radiusDialog);
}

} // namespace signalbox::ui
