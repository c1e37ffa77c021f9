// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvalwindow.h"

#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/decisiondesk.h"
#include "ui/models/decisiontext.h"
#include "ui/models/words.h"
#include "ui/widgets/focusring.h"

#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kNarrow = 1000;
constexpr QSize kUsual{1100, 830};
constexpr QSize kSmallest{760, 480};
constexpr int kTickEvery_ms = 250;
} // namespace

ApprovalWindow::ApprovalWindow(host::AgentHost& engine, const ThemeSource& themes, const Clock& clock,
                               ApprovalId approval)
    : m_engine(engine), m_themes(themes), m_approval(approval)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false); // the console ends with its own window
    setMinimumSize(kSmallest);
    setWindowIcon(QIcon(themes.theme().picture(QStringLiteral("signalbox"), 64)));
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    m_prompt = new ApprovalPrompt(themes, clock, engine.person(), this);
    m_prompt->addKeys(this);
    m_prompt->hide(); // until there is something in it
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_prompt);
    auto* desk = new DecisionDesk(engine, *m_prompt, this);
    const auto load = [this] { m_engine.loadApprovals(); };
    connect(desk, &DecisionDesk::settled, this, load);
    connect(m_prompt, &ApprovalPrompt::reloadAsked, this, load);
    connect(m_prompt, &ApprovalPrompt::runAsked, this, &ApprovalWindow::runAsked);
    connect(&engine, &host::AgentHost::approvalsChanged, this, load);
    connect(&engine, &host::AgentHost::approvalsLoaded, this, &ApprovalWindow::take);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this), &QShortcut::activated, this, &QWidget::close);
    new FocusRing(themes, this);
    m_ticker.setInterval(kTickEvery_ms);
    connect(&m_ticker, &QTimer::timeout, this, &ApprovalWindow::tick);
    m_ticker.start();
    resize(kUsual);
    load();
}

void ApprovalWindow::take(const std::vector<gate::Approval>& approvals)
{
    const auto found = std::ranges::find(approvals, m_approval, &gate::Approval::id);
    if (found == approvals.end())
        return;
    setWindowTitle(tr("Approval: %1").arg(text(found->request.subject)));
    m_prompt->show(*found, replacementOf(*found, approvals));
    m_prompt->setVisible(true);
}

void ApprovalWindow::setByClicks(bool byClicks)
{
    m_prompt->setByClicks(byClicks);
}

void ApprovalWindow::tick()
{
    m_prompt->tick();
}

void ApprovalWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_themes.theme().surface.window);
}

void ApprovalWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_prompt->setNarrow(width() < kNarrow);
}

void ApprovalWindow::closeEvent(QCloseEvent* event)
{
    emit closing(saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace signalbox::ui
