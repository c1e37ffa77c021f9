// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/logwindow.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/runs/logpane.h"
#include "ui/runs/logsearch.h"
#include "ui/runs/logswitches.h"
#include "ui/widgets/button.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/logstrip.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/sectioncolumn.h"
#include "ui/widgets/surface.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr QSize kUsual{1100, 800};
constexpr QSize kSmallest{640, 360};
constexpr int kSearchWidth = 382;
constexpr int kNarrow = 1000; // below it columns give way

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

LogWindow::LogWindow(const ThemeSource& themes, const QString& subject, const host::LogPlace& log, bool growing)
    : m_themes(themes), m_log(new LogPane(themes, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false); // the console ends with its own window
    setMinimumSize(kSmallest);
    setWindowTitle(tr("Log: %1, %2").arg(subject, text(log.job)));
    setWindowIcon(QIcon(themes.theme().picture(QStringLiteral("signalbox"), 64)));
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(buildCause(log));
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addLayout(buildBody(), 1);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(buildFoot());
    addKeys();
    new FocusRing(themes, this);
    connect(m_log->view(), &LogView::extentChanged, this, &LogWindow::showPlace);
    connect(m_log->view(), &LogView::currentChanged, this, &LogWindow::showPlace);
    connect(m_log->view(), &LogView::scrolled, this, &LogWindow::showPlace);
    connect(m_sections, &SectionColumn::filled, this, &LogWindow::makeRoom);
    resize(kUsual);
    m_log->showAlone(log, growing);
    m_log->view()->setFocus();
}

Surface* LogWindow::buildHead()
{
    auto* head = new Surface(m_themes, Surface::Kind::Panel, this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 9, 12, 9);
    row->setSpacing(m_themes.theme().spacing(4));
    m_search = new LineField(m_themes, Type::Body, head);
    m_search->setMaximumWidth(kSearchWidth);
    m_search->setKeyHint(QStringLiteral("/"));
    new LogSearch(*m_search, *m_log);
    row->addWidget(m_search, 1);
    row->addStretch(1);
    row->addWidget(new LogSwitches(m_themes, *m_log->view(), head));
    return head;
}

Surface* LogWindow::buildCause(const host::LogPlace& log)
{
    auto* bar = new Surface(m_themes, Surface::Kind::Panel, this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(m_themes.theme().spacing(3));
    const bool known = !log.rootCause.empty();
    auto* words = new Label(m_themes, Type::BodyStrong, Tone::Primary, bar);
    words->setText(known ? tr("Root cause at %1.").arg(number(log.rootCause.front())) : tr("No root cause is known."));
    words->setElided(true);
    if (known) {
        auto* glyph = new Glyph(m_themes, bar);
        glyph->setStatus(StatusRole::Failed);
        row->addWidget(glyph);
    }
    row->addWidget(words, 1);
    const auto add = [&](const QString& name, const char* key, void (LogView::*act)()) {
        auto* button = new Button(m_themes, name, Button::Kind::Default, bar);
        button->setKeyHint(QString::fromLatin1(key));
        row->addWidget(button);
        connect(button, &Button::clicked, m_log->view(), act);
        return button;
    };
    add(tr("Root cause"), "E", &LogView::jumpToRootCause)->setLocked(!known, tr("none is known"));
    auto* step = add(tr("Failing step"), "S", &LogView::jumpToFailingStep);
    const auto lock = [this, step] { step->setLocked(!m_log->view()->hasFailingStep(), tr("none is known")); };
    connect(m_log->view(), &LogView::mapDrawn, step, lock);
    lock();
    add(tr("Go to line"), "G", &LogView::askForLine);
    m_list = add(tr("Sections"), "O", &LogView::listSections);
    return bar;
}

QLayout* LogWindow::buildBody()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_sections = new SectionColumn(m_themes, *m_log->view(), this);
    m_rule = new Rule(m_themes, Qt::Vertical, this);
    row->addWidget(m_sections);
    row->addWidget(m_rule);
    row->addWidget(m_log, 1);
    row->addWidget(new LogStrip(m_themes, *m_log->view(), this));
    makeRoom();
    return row;
}

void LogWindow::makeRoom()
{
    const bool beside = width() >= kNarrow && !m_sections->isEmpty();
    m_sections->setVisible(beside);
    m_rule->setVisible(beside);
    m_list->setVisible(!beside);
}

void LogWindow::listSections()
{
    if (m_sections->isVisible())
        m_sections->list()->setFocus(Qt::ShortcutFocusReason);
    else
        m_log->view()->listSections();
}

Surface* LogWindow::buildFoot()
{
    auto* foot = new Surface(m_themes, Surface::Kind::Panel, this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(m_themes.theme().spacing(5));
    m_line = new Label(m_themes, Type::Small, Tone::Primary, foot);
    m_share = new Label(m_themes, Type::Small, Tone::Secondary, foot);
    m_size = new Label(m_themes, Type::Small, Tone::Secondary, foot);
    for (Label* label : {m_line, m_share, m_size})
        row->addWidget(label);
    row->addStretch(1);
    return foot;
}

void LogWindow::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    const auto find = [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    };
    key(Qt::CTRL | Qt::Key_W, &QWidget::close);
    key(QKeySequence::Find, find);
    key(Qt::Key_Slash, find);
    key(Qt::Key_E, [this] { m_log->view()->jumpToRootCause(); });
    key(Qt::Key_O, [this] { listSections(); });
}

void LogWindow::showPlace()
{
    const LogView* view = m_log->view();
    const auto lines = static_cast<std::int64_t>(view->extent().lines);
    const std::int64_t current = view->isCurrentInView() ? view->currentLine() : view->bottomLine();
    m_line->setText(current > 0 ? tr("Line %1 of %2").arg(number(current), number(lines))
                                : tr("%1 lines").arg(number(lines)));
    m_share->setText(current > 0 && lines > 0 ? percent(static_cast<double>(current) / static_cast<double>(lines))
                                              : QString());
    m_size->setText(
        QLocale().formattedDataSize(static_cast<qint64>(view->extent().bytes), 1, QLocale::DataSizeSIFormat));
}

void LogWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_themes.theme().surface.window);
}

void LogWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void LogWindow::closeEvent(QCloseEvent* event)
{
    emit closing(saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace signalbox::ui
