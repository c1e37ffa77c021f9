// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/teststep.h"

#include "ui/connections/gapbox.h"
#include "ui/connections/rightstable.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>

namespace signalbox::ui {

TestStep::TestStep(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_connections(connections),
      m_clock(clock),
      m_note(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_rights(new RightsTable(themes, RightsTable::Shape::Short, this)),
      m_gap(new GapBox(themes, this)),
      m_page(new Button(themes, tr("Open token page"), Button::Kind::Default, this)),
      m_again(new Button(themes, tr("Test again"), Button::Kind::Default, this)),
      m_count(new Label(themes, Type::Small, Tone::Secondary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themes.theme().spacing(4) - 3);
    m_note->setWordWrap(true);
    auto* panel = new Panel(themes, this);
    panel->body()->addWidget(m_rights);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(themes.theme().spacing(3) - 2);
    m_again->setGlyph(QStringLiteral("action-refresh"));
    foot->addWidget(m_page);
    foot->addWidget(m_again);
    foot->addStretch(1);
    foot->addWidget(m_count);
    column->addWidget(m_note);
    column->addWidget(panel);
    column->addWidget(m_gap);
    column->addLayout(foot);
    column->addStretch(1);
    connect(m_page, &Button::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_tokenPage)); });
    connect(m_again, &Button::clicked, this, [this] { test(m_which, m_server, m_tokenPage); });
    connect(&connections, &host::ConnectionHost::repositoryRightTried, this, &TestStep::take);
    connect(&connections, &host::ConnectionHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                if (m_testing == request)
                    finish(result);
            });
}

void TestStep::test(const host::NewRepository& which, const QString& server, const QString& tokenPage)
{
    if (m_testing)
        return;
    m_which = which;
    m_server = server;
    m_tokenPage = tokenPage;
    m_failure = {};
    m_begun = m_clock.now();
    m_note->setText(
        tr("Each right is tried once with a harmless call. Nothing is changed in %1.").arg(text(which.repository)));
    m_rights->model().load(rightsToTry(host::ConnectionKind::Forge), server, m_begun);
    m_testing = m_connections.testRepository(which);
    say();
}

void TestStep::giveUp()
{
    if (m_testing)
        m_connections.giveUpTesting();
}

void TestStep::take(const ci::TriedRight& right)
{
    if (!m_testing)
        return;
    m_rights->model().take(right, m_clock.now());
    say();
}

void TestStep::finish(const Result<void>& result)
{
    m_testing.reset();
    if (!result)
        m_failure = faultText(tr("The connection could not be tested."), result.error());
    say();
}

RightGap TestStep::gap() const
{
    return gapIn(m_rights->model().rights());
}

bool TestStep::canHeal() const
{
    return !healsNothing(m_rights->model().rights());
}

void TestStep::say()
{
    const RightsModel& model = m_rights->model();
    const RightGap gap = this->gap();
    if (m_failure.sentence.isEmpty())
        m_gap->tell(gap.sentence, gap.rest);
    else
        m_gap->tell(m_failure.sentence, m_failure.rest, m_failure.details);
    m_page->setVisible(gap.lacks && !m_tokenPage.isEmpty());
    m_again->setLocked(isTesting(), tr("being tested"));
    m_count->setText(isTesting() ? tr("%1 of %2 tried").arg(model.tried()).arg(model.rowCount())
                                 : tr("%1 of %2 done in %3")
                                       .arg(model.tried())
                                       .arg(model.rowCount())
                                       .arg(stepDuration(m_clock.now() - m_begun)));
    emit changed();
}

} // namespace signalbox::ui
