// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/receptionpane.h"

#include "ui/connections/gapbox.h"
#include "ui/models/receptiontext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/statuspill.h"

#include <QListView>

namespace signalbox::ui {

namespace {
constexpr int kSide = 14;
constexpr int kWidestAddress = 420;
constexpr int kRow = 54;
constexpr int kRoutes = 3;
} // namespace

ReceptionPane::ReceptionPane(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock,
                             QWidget* parent)
    : Panel(themes, parent), m_connections(connections), m_clock(clock)
{
    buildHead();
    m_strip = new ErrorStrip(themes, StatusRole::Critical, this);
    body()->addWidget(m_strip);
    buildAddress();
    body()->addWidget(new Rule(themes, Qt::Horizontal, this));
    buildRoutes();
    connect(&m_connections, &host::ConnectionHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                if (m_changing == request)
                    finish(result);
            });
    settle();
}

void ReceptionPane::buildHead()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSide, 12, kSide, 8);
    head->setSpacing(themes().theme().spacing(3));
    auto* name = new Label(themes(), Type::Heading, Tone::Primary, this);
    name->setText(tr("Webhooks"));
    m_pill = new StatusPill(themes(), this);
    m_switch = new Button(themes(), tr("Turn on"), Button::Kind::Default, this);
    head->addWidget(name);
    head->addWidget(m_pill);
    head->addStretch(1);
    head->addWidget(m_switch);
    body()->addLayout(head);
    connect(m_switch, &Button::clicked, this, [this] { receive(!m_reception.on); });
}

void ReceptionPane::buildAddress()
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kSide, 2, kSide, 14);
    column->setSpacing(2);
    auto* label = new Label(themes(), Type::Small, Tone::Secondary, this);
    label->setText(tr("Listens at"));
    m_address = new LineField(themes(), Type::Mono, this);
    m_address->setAccessibleName(label->text());
    m_address->setMaximumWidth(kWidestAddress);
    label->setBuddy(m_address);
    m_move = new Button(themes(), tr("Listen there"), Button::Kind::Default, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(themes().theme().spacing(3));
    row->addWidget(m_address, 1);
    row->addWidget(m_move);
    row->addStretch();
    m_note = new Label(themes(), Type::Small, Tone::Secondary, this);
    m_note->setWordWrap(true);
    column->addWidget(label);
    column->addLayout(row);
    column->addSpacing(themes().theme().spacing(1));
    column->addWidget(m_note);
    body()->addLayout(column);
    connect(m_address, &QLineEdit::textEdited, this, &ReceptionPane::settle);
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (isMoved() && !m_move->isLocked())
            receive(true);
    });
    connect(m_move, &Button::clicked, this, [this] { receive(true); });
}

void ReceptionPane::buildRoutes()
{
    auto* title = new Label(themes(), Type::BodyStrong, Tone::Primary, this);
    title->setText(tr("Routes"));
    title->setContentsMargins(kSide, 10, kSide, 6);
    auto* list = makeRowList(themes(), {.height = kRow, .rules = true, .strong = true}, this);
    m_routes = new RowListModel(this);
    list->setModel(m_routes);
    list->setAccessibleName(tr("Routes"));
    list->setFixedHeight(kRoutes * kRow);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_gap = new GapBox(themes(), this);
    auto* again = new Button(themes(), tr("Try again"), Button::Kind::Default, m_gap);
    again->setGlyph(QStringLiteral("action-refresh"));
    m_gap->add(again);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(kSide, 12, kSide, 12);
    foot->addWidget(m_gap);
    body()->addWidget(title);
    body()->addWidget(list);
    body()->addLayout(foot);
    body()->addStretch(1);
    connect(again, &Button::clicked, this, [this] { m_connections.loadReception(); });
}

void ReceptionPane::show(const host::ReceptionView& reception)
{
    m_reception = reception;
    if (!m_address->isModified())
        m_address->setText(text(reception.address));
    m_address->setNote(reception.listening.empty()   ? QString()
                           : reception.fromElsewhere ? tr("reachable from elsewhere")
                                                     : tr("this computer only"));
    if (auto gap = receptionGap(reception); gap != m_toldGap) { // it is spoken each time
        m_toldGap = std::move(gap);
        m_gap->tell(m_toldGap.first, m_toldGap.second);
    }
    restate();
    settle();
}

void ReceptionPane::restate()
{
    const ConnectionStanding standing = standingOf(m_reception);
    m_pill->setStatus(standing.role, standing.words);
    m_routes->setRows(routeRows(m_reception, m_clock.now()));
}

void ReceptionPane::receive(bool on)
{
    if (m_changing)
        return;
    m_strip->clear();
    const std::string typed = m_address->text().trimmed().toStdString();
    m_changing = m_connections.receiveWebhooks(on, on ? typed : m_reception.address);
    settle();
}

void ReceptionPane::finish(const Result<void>& result)
{
    m_changing.reset();
    if (result) {
        m_address->setModified(false);
        m_address->setText(text(m_reception.address));
    } else {
        const FaultText fault = faultText(result.error());
        m_strip->tell(fault.details.isEmpty() ? FaultText{.sentence = fault.rest, .rest = {}, .details = {}} : fault);
    }
    settle();
}

void ReceptionPane::setOffline(const QString& reason)
{
    m_offline = reason;
    settle();
}

bool ReceptionPane::isMoved() const
{
    return m_reception.on && m_address->text().trimmed() != text(m_reception.address);
}

void ReceptionPane::settle()
{
    const bool offline = !m_offline.isEmpty();
    const QString reason = offline ? m_offline : m_changing ? tr("being changed") : QString();
    const bool empty = m_address->text().trimmed().isEmpty();
    m_switch->setText(m_reception.on ? tr("Turn off") : tr("Turn on"));
    m_switch->setLocked(!reason.isEmpty() || (empty && !m_reception.on),
                        reason.isEmpty() ? tr("an address is needed") : reason);
    m_move->setVisible(isMoved());
    m_move->setLocked(!reason.isEmpty() || empty, reason.isEmpty() ? tr("an address is needed") : reason);
    m_address->setReadOnly(offline);
    m_note->setText(offline ? tr("Locked: %1").arg(m_offline)
                            : tr("GitHub and GitLab deliver here what has happened, sooner than polling finds it. They "
                                 "have to reach this address; nothing comes in while Signalbox is closed."));
}

} // namespace signalbox::ui
