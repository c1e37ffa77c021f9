// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionpane.h"

#include "ui/connections/gapbox.h"
#include "ui/connections/rightstable.h"
#include "ui/connections/tokenform.h"
#include "ui/models/connectiontext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/questionbar.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/statuspill.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>

namespace signalbox::ui {

namespace {
constexpr int kSide = 14;
enum Side { Rights, Replacing };
} // namespace

ConnectionPane::ConnectionPane(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock,
                               QWidget* parent)
    : Panel(themes, parent), m_connections(connections), m_clock(clock)
{
    buildHead();
    m_strip = new ErrorStrip(themes, StatusRole::Critical, this);
    m_question = new QuestionBar(themes, this);
    body()->addWidget(m_strip);
    body()->addWidget(m_question);
    buildFields();
    body()->addWidget(new Rule(themes, Qt::Horizontal, this));
    m_stack = new QStackedWidget(this);
    m_stack->insertWidget(Rights, buildRights());
    m_stack->insertWidget(Replacing, buildReplacing());
    body()->addWidget(m_stack, 1);
    listen();
}

void ConnectionPane::buildHead()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSide, 12, kSide, 8);
    head->setSpacing(themes().theme().spacing(3));
    m_name = new Label(themes(), Type::Heading, Tone::Primary, this);
    m_name->setElided(true);
    m_pill = new StatusPill(themes(), this);
    m_replace = new Button(themes(), tr("Replace token"), Button::Kind::Default, this);
    m_remove = new Button(themes(), tr("Remove"), Button::Kind::Quiet, this);
    head->addWidget(m_name);
    head->addWidget(m_pill);
    head->addStretch(1);
    head->addWidget(m_replace);
    head->addWidget(m_remove);
    body()->addLayout(head);
    connect(m_replace, &Button::clicked, this, [this] {
        m_form->begin();
        m_stack->setCurrentIndex(Replacing);
        m_form->field()->setFocus(Qt::OtherFocusReason);
        settle();
    });
    connect(m_remove, &Button::clicked, this, &ConnectionPane::askToRemove);
}

void ConnectionPane::buildFields()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(kSide, 2, kSide, 14);
    grid->setHorizontalSpacing(themes().theme().spacing(3) + 2);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_address = addField(grid, 0, tr("Address"));
    m_token = addField(grid, 1, tr("Token"));
    m_users = addField(grid, 2, tr("Used by"));
    m_updates = addField(grid, 3, tr("Updates"));
    body()->addLayout(grid);
}

ConnectionPane::Field ConnectionPane::addField(QGridLayout* grid, int at, const QString& label)
{
    const int row = at / 2 * 3;
    const int column = at % 2;
    Field field{new Label(themes(), Type::Small, Tone::Secondary, this),
                new LineField(themes(), column == at ? Type::Mono : Type::Body, this)};
    field.label->setText(label);
    field.value->setReadOnly(true);
    field.value->setAccessibleName(label);
    if (row > 0)
        grid->setRowMinimumHeight(row - 1, themes().theme().spacing(3) - 2);
    grid->addWidget(field.label, row, column);
    grid->addWidget(field.value, row + 1, column);
    return field;
}

QWidget* ConnectionPane::buildRights()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(kSide, 10, kSide, 6);
    auto* title = new Label(themes(), Type::BodyStrong, Tone::Primary, side);
    title->setText(tr("Rights"));
    m_tests = new Label(themes(), Type::Small, Tone::Secondary, side);
    m_tests->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tests->setElided(true);
    heading->addWidget(title);
    heading->addWidget(m_tests, 1);
    m_rights = new RightsTable(themes(), RightsTable::Shape::Whole, side);
    m_gap = new GapBox(themes(), side);
    m_page = new Button(themes(), tr("Open token page"), Button::Kind::Default, m_gap);
    m_heal = new Button(themes(), tr("Turn healing on"), Button::Kind::Default, m_gap);
    m_again = new Button(themes(), tr("Test again"), Button::Kind::Default, side);
    m_again->setGlyph(QStringLiteral("action-refresh"));
    m_gap->add(m_page);
    m_gap->add(m_heal);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 12, kSide, 12);
    foot->setSpacing(themes().theme().spacing(3));
    foot->addWidget(m_gap, 1);
    foot->addStretch();
    foot->addWidget(m_again, 0, Qt::AlignVCenter);
    column->addLayout(heading);
    column->addWidget(scrolled(m_rights, side), 1);
    column->addWidget(new Rule(themes(), Qt::Horizontal, side));
    column->addLayout(foot);
    connect(m_again, &Button::clicked, this, &ConnectionPane::test);
    connect(m_page, &Button::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl(QString::fromStdString(m_connection.tokenPage))); });
    connect(m_heal, &Button::clicked, this, [this] {
        for (const std::string& line : m_connection.unhealed)
            m_healing = m_connections.setHealing(line, true);
        settle();
    });
    return side;
}

QWidget* ConnectionPane::buildReplacing()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(kSide, 12, kSide, 12);
    column->setSpacing(themes().theme().spacing(4));
    m_form = new TokenForm(themes(), m_connections, side);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(themes().theme().spacing(3));
    auto* cancel = new Button(themes(), tr("Cancel"), Button::Kind::Default, side);
    m_save = new Button(themes(), tr("Replace and test"), Button::Kind::Primary, side);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    column->addWidget(m_form);
    column->addStretch(1);
    column->addLayout(foot);
    connect(m_form, &TokenForm::edited, this, &ConnectionPane::settle);
    connect(m_form->field(), &QLineEdit::returnPressed, this, &ConnectionPane::replace);
    connect(m_save, &Button::clicked, this, &ConnectionPane::replace);
    connect(cancel, &Button::clicked, this, [this] {
        m_form->begin();
        m_stack->setCurrentIndex(Rights);
        m_replace->setFocus(Qt::OtherFocusReason);
    });
    return side;
}

void ConnectionPane::listen()
{
    connect(&m_connections, &host::ConnectionHost::rightTried, this,
            [this](const std::string& id, const ci::TriedRight& right) {
                if (id == m_connection.id)
                    take(right);
            });
    connect(&m_connections, &host::ConnectionHost::requestFinished, this, &ConnectionPane::finish);
}

void ConnectionPane::show(const host::ConnectionView& connection)
{
    const bool another = connection.id != m_connection.id;
    m_connection = connection;
    if (another) {
        m_testing.reset();
        m_stack->setCurrentIndex(Rights);
        m_question->close();
        m_strip->clear();
    }
    showFields();
    if (!m_testing)
        showRights();
    settle();
}

void ConnectionPane::restate()
{
    const ConnectionStanding standing = standingOf(m_connection, m_clock.now());
    m_pill->setStatus(standing.role, standing.words);
}

void ConnectionPane::showFields()
{
    m_name->setText(text(m_connection.name));
    restate();
    m_address.value->setText(text(m_connection.address));
    m_address.value->setCursorPosition(0);
    m_token.label->setText(isServer() ? tr("Token") : tr("Secret"));
    m_token.value->setText(tokenText(m_connection));
    m_token.value->setCursorPosition(0);
    m_token.value->setNote(tokenNote(m_connection));
    QStringList lines;
    for (const std::string& line : m_connection.lines)
        lines << text(line);
    m_users.value->setText(lines.join(QStringLiteral(", ")));
    m_users.value->setCursorPosition(0);
    m_users.value->setToolTip(plainTip(m_users.value->text()));
    m_users.value->setNote(tr("%n lines", nullptr, static_cast<int>(lines.size())));
    m_updates.value->setText(updatesText(m_connection));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_users.label, m_users.value, m_updates.label, m_updates.value})
        widget->setVisible(isServer());
    m_replace->setText(isServer() ? tr("Replace token") : tr("Replace secret"));
    m_save->setText(isServer() ? tr("Replace and test") : tr("Replace"));
    m_form->setServer(isServer());
}

void ConnectionPane::showRights()
{
    std::vector<ci::TriedRight> rights = rightsToTry(m_connection.kind);
    for (const ci::TriedRight& known : m_connection.rights)
        ui::take(rights, known);
    m_rights->model().load(std::move(rights), {}, m_clock.now());
    sayTests();
}

void ConnectionPane::sayTests()
{
    const RightsModel& model = m_rights->model();
    const int done = model.tried();
    if (m_testing)
        m_tests->setText(tr("%1 of %2 tried").arg(done).arg(model.rowCount()));
    else if (done == 0)
        m_tests->setText(isServer() ? tr("Each is tried once with a harmless call") : tr("Not tried yet"));
    else if (m_connection.triedAt)
        m_tests->setText(tr("%n tried %1", nullptr, done).arg(wholeTime(*m_connection.triedAt)));
    else
        m_tests->setText(tr("%n tried", nullptr, done));
    RightGap gap = gapIn(model.rights());
    const int unhealed = static_cast<int>(m_connection.unhealed.size());
    QString details;
    if (gap.sentence.isEmpty() && !m_connection.fault.empty() && done == 0) {
        const FaultText fault = faultOf(m_connection);
        gap = {.sentence = fault.sentence, .rest = fault.rest};
        details = fault.details;
    }
    const bool off = gap.sentence.isEmpty() && unhealed > 0;
    if (off)
        gap = {.sentence = tr("Healing is off for %n lines on this server.", nullptr, unhealed),
               .rest = tr("%n are watched only.", nullptr, unhealed)};
    m_gap->tell(gap.sentence, gap.rest, details);
    m_heal->setVisible(off);
    m_page->setVisible(gap.lacks && !m_connection.tokenPage.empty());
}

void ConnectionPane::test()
{
    if (m_testing || m_connection.id.empty())
        return;
    m_strip->clear();
    m_stack->setCurrentIndex(Rights);
    m_connection.rights.clear();
    m_begun = m_clock.now();
    showRights();
    m_testing = m_connections.testConnection(m_connection.id);
    sayTests();
    settle();
}

void ConnectionPane::take(const ci::TriedRight& right)
{
    ui::take(m_connection.rights, right);
    restate();
    m_rights->model().take(right, m_clock.now());
    sayTests();
}

void ConnectionPane::finish(host::RequestId request, const Result<void>& result)
{
    for (auto* asked : {&m_testing, &m_replacing, &m_removing, &m_healing}) {
        if (*asked != request)
            continue;
        asked->reset();
        if (!result && result.error().code != ErrorCode::Cancelled) {
            const FaultText fault = faultText(result.error());
            m_strip->tell(fault.details.isEmpty() ? FaultText{.sentence = fault.rest, .rest = {}, .details = {}}
                                                  : fault);
        }
        if (asked == &m_testing) {
            m_connection.triedAt = m_clock.now();
            sayTests();
            m_tests->setText(
                tr("Each tried once with a harmless call, %n done in %1", nullptr, m_rights->model().tried())
                    .arg(stepDuration(*m_connection.triedAt - m_begun)));
        } else if (asked == &m_replacing && result) {
            m_form->begin();
            m_stack->setCurrentIndex(Rights);
            if (isServer()) // others would be sent something
                test();
        }
    }
    settle();
}

void ConnectionPane::replace()
{
    if (m_replacing || !m_form->missing().isEmpty())
        return;
    m_strip->clear();
    m_replacing = m_connections.replaceToken(m_connection.id, m_form->secret());
    settle();
}

void ConnectionPane::askToRemove()
{
    const int lines = static_cast<int>(m_connection.lines.size());
    const QString consequence = isServer() ? tr("%n lines are watched no longer. Their runs stay.", nullptr, lines)
        : m_connection.kind == host::ConnectionKind::Receiver ? tr("It is told nothing any more.")
                                                              : tr("Agents go on by rules alone.");
    m_question->ask(tr("Remove %1?").arg(text(m_connection.name)), consequence,
                    {{tr("Remove"), [this] { m_removing = m_connections.removeConnection(m_connection.id); }}});
}

void ConnectionPane::setOffline(const QString& reason)
{
    m_offline = reason;
    settle();
}

void ConnectionPane::settle()
{
    const bool offline = !m_offline.isEmpty();
    m_again->setLocked(m_testing.has_value(), tr("being tested"));
    m_again->setText(isServer() ? tr("Test again") : tr("Test"));
    m_replace->setLocked(offline || m_testing || m_replacing || m_stack->currentIndex() == Replacing,
                         offline ? m_offline : tr("being changed"));
    m_remove->setLocked(offline, m_offline);
    const QString missing = offline ? m_offline : m_replacing ? tr("being saved") : m_form->missing();
    m_save->setLocked(!missing.isEmpty(), missing);
    m_heal->setLocked(offline || m_healing.has_value(), offline ? m_offline : tr("being saved"));
}

} // namespace signalbox::ui
