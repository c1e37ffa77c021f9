// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionssection.h"

#include "ui/connections/connectionpane.h"
#include "ui/connections/receptionpane.h"
#include "ui/models/connectiontext.h"
#include "ui/models/errortext.h"
#include "ui/models/receptiontext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowground.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kListWidth = 352;
constexpr int kBesideFrom = 860; // in a narrower section list and connection are tabs
constexpr int kRow = 54;
constexpr int kTick_ms = 1000;
constexpr int kLook_ms = 5000;
enum Aside { Nothing, Connection, Webhooks };
} // namespace

ConnectionsSection::ConnectionsSection(const ThemeSource& themes, host::ConnectionHost& connections, const Clock& clock,
                                       QWidget* parent)
    : QWidget(parent), m_themes(themes), m_connections(connections), m_clock(clock)
{
    const Theme& theme = themes.theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(pageMargins(theme));
    whole->setSpacing(theme.spacing(4));
    whole->addWidget(buildHead());
    auto* sides = new QHBoxLayout;
    sides->setSpacing(kPanelGap);
    m_folding = new FoldingAside(themes, {buildList(), tr("Connections")}, this);
    sides->addWidget(m_folding, 7);
    m_pane = new ConnectionPane(themes, connections, clock, this);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(themes, QStringLiteral("misc-plug"), m_stack);
    m_empty->setWords(tr("No connections. A repository on a server brings the first one."), {}, tr("Add repository"));
    m_webhooks = new ReceptionPane(themes, connections, clock, this);
    m_stack->insertWidget(Nothing, m_empty);
    m_stack->insertWidget(Connection, m_pane);
    m_stack->insertWidget(Webhooks, m_webhooks);
    m_folding->setAside({m_stack, tr("Rights")}, sides, 13);
    whole->addLayout(sides, 1);
    m_tick.setInterval(kTick_ms);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionsSection::restate);
    m_look.setInterval(kLook_ms);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (m_reception && m_reception->on)
            m_connections.loadReception();
    });
    listen();
    restate();
}

QWidget* ConnectionsSection::buildHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_themes.theme().spacing(3));
    m_sentence = new Flow(m_themes, Type::Display, head);
    m_testAll = new Button(m_themes, tr("Test all"), Button::Kind::Default, head);
    m_testAll->setGlyph(QStringLiteral("action-refresh"));
    auto* add = new Button(m_themes, tr("Add repository"), Button::Kind::Primary, head);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_testAll, 0, Qt::AlignTop);
    row->addWidget(add, 0, Qt::AlignTop);
    connect(add, &Button::clicked, this, &ConnectionsSection::addAsked);
    connect(m_testAll, &Button::clicked, this, [this] {
        for (auto at = m_known.rbegin(); at != m_known.rend(); ++at) {
            if (at->kind != host::ConnectionKind::Receiver) // which would send a message to people
                m_toTest.push_back(at->id);
        }
        testNext();
    });
    return head;
}

QWidget* ConnectionsSection::buildList()
{
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, &ConnectionsSection::entered);
    m_list = makeRowList(m_themes, {.height = kRow, .rules = true, .strong = true}, panel);
    m_rows = new RowListModel(this);
    m_list->setModel(m_rows);
    m_list->setObjectName(QStringLiteral("connections"));
    m_list->setAccessibleName(tr("Connections"));
    panel->body()->addWidget(m_strip);
    panel->body()->addWidget(m_list, 1);
    panel->body()->addWidget(new Rule(m_themes, Qt::Horizontal, panel));
    panel->body()->addWidget(buildSecrets());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsSection::choose);
    connect(m_list, &QListView::activated, this, [this] { m_folding->showAside(); });
    return panel;
}

QWidget* ConnectionsSection::buildSecrets()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(13, 10, 13, 10);
    column->setSpacing(m_themes.theme().spacing(2));
    m_secrets = new Label(m_themes, Type::Small, Tone::Secondary, foot);
    m_secrets->setWordWrap(true);
    m_locked = new QWidget(foot);
    auto* row = new QHBoxLayout(m_locked);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_themes.theme().spacing(2));
    m_passphrase = new LineField(m_themes, Type::Body, m_locked);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("Passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase of the sealed file"));
    auto* open = new Button(m_themes, tr("Unlock"), Button::Kind::Default, m_locked);
    row->addWidget(m_passphrase, 1);
    row->addWidget(open);
    column->addWidget(m_secrets);
    column->addWidget(m_locked);
    m_locked->hide();
    connect(open, &Button::clicked, this, &ConnectionsSection::unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &ConnectionsSection::unlock);
    return foot;
}

void ConnectionsSection::listen()
{
    connect(m_empty, &EmptyState::actionTriggered, this, &ConnectionsSection::addAsked);
    connect(&m_connections, &host::ConnectionHost::connectionsLoaded, this, &ConnectionsSection::showAll);
    connect(&m_connections, &host::ConnectionHost::secretStoreLoaded, this, &ConnectionsSection::showSecrets);
    connect(&m_connections, &host::ConnectionHost::receptionLoaded, this, &ConnectionsSection::showReception);
    connect(&m_connections, &host::ConnectionHost::connectionsChanged, this, &ConnectionsSection::entered);
    connect(&m_connections, &host::ConnectionHost::rightTried, this,
            [this](const std::string& id, const ci::TriedRight& right) {
                const auto at = std::ranges::find(m_known, id, &host::ConnectionView::id);
                if (at == m_known.end())
                    return;
                take(at->rights, right);
                at->triedAt = m_clock.now();
                restate();
            });
    connect(&m_connections, &host::ConnectionHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                for (auto* asked : {&m_loading, &m_testing, &m_unlocking}) {
                    if (*asked != request)
                        continue;
                    asked->reset();
                    if (!result && asked != &m_testing)
                        m_strip->tell(faultText(result.error()), asked == &m_loading ? tr("Try again") : QString());
                    else
                        m_strip->clear();
                    if (asked == &m_unlocking && result)
                        entered();
                    testNext();
                }
            });
}

void ConnectionsSection::entered()
{
    if (!m_loading)
        m_loading = m_connections.loadConnections();
    m_connections.loadSecretStore();
    m_connections.loadReception();
}

void ConnectionsSection::showAll(const std::vector<host::ConnectionView>& connections)
{
    m_known = connections;
    restate();
    if (!m_list->currentIndex().isValid() && !m_known.empty())
        m_list->setCurrentIndex(m_rows->index(0));
    choose();
}

void ConnectionsSection::showReception(const host::ReceptionView& reception)
{
    m_reception = reception;
    m_webhooks->show(reception);
    restate();
}

void ConnectionsSection::setOffline(const QString& reason)
{
    m_pane->setOffline(reason);
    m_webhooks->setOffline(reason);
}

void ConnectionsSection::restate()
{
    const UtcTime now = m_clock.now();
    QList<ListRow> rows;
    for (const host::ConnectionView& connection : m_known)
        rows << connectionRow(connection, now);
    if (m_reception)
        rows << receptionRow(*m_reception, now);
    m_rows->setRows(rows);
    m_pane->restate();
    m_webhooks->restate();
    const auto [answer, rest] = connectionsSentence(m_known, now);
    m_sentence->setParts({{.words = answer}, {.words = rest, .tone = Tone::Secondary}});
    const bool none = std::ranges::none_of(m_known, [](const host::ConnectionView& connection) {
        return connection.kind != host::ConnectionKind::Receiver;
    });
    m_testAll->setLocked(none || m_testing, none ? tr("nothing to test") : tr("being tested"));
    emit troubledChanged(troubled(m_known, now) + (m_reception && needsPerson(*m_reception) ? 1 : 0));
}

void ConnectionsSection::showSecrets(const host::SecretStoreView& places)
{
    const bool locked = places.sealed && !places.sealedOpen;
    m_locked->setVisible(locked);
    m_secrets->setText(locked                ? tr("Secrets in the sealed file cannot be read without its passphrase.")
                           : places.keychain ? tr("Secrets can be kept in the system keychain.")
                           : places.sealed   ? tr("Secrets are in the sealed file, which is open.")
                                             : tr("There is no keychain. Secrets come from the environment."));
    m_secrets->setToolTip(plainTip(text(places.keychainFault)));
}

void ConnectionsSection::choose()
{
    const host::ConnectionView* connection = chosen();
    const bool webhooks = !connection && m_list->currentIndex().isValid();
    m_stack->setCurrentIndex(connection ? Connection : webhooks ? Webhooks : Nothing);
    m_folding->setAsideName(webhooks ? tr("Webhooks") : tr("Rights"));
    if (connection)
        m_pane->show(*connection);
}

const host::ConnectionView* ConnectionsSection::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_known.size()) ? &m_known[static_cast<std::size_t>(row)] : nullptr;
}

void ConnectionsSection::testNext()
{
    if (m_testing || m_toTest.empty())
        return restate();
    const std::string id = m_toTest.back();
    m_toTest.pop_back();
    m_testing = m_connections.testConnection(id);
    restate();
}

void ConnectionsSection::unlock()
{
    if (m_passphrase->text().isEmpty() || m_unlocking)
        return;
    m_unlocking = m_connections.unlockSecrets(m_passphrase->text().toStdString());
    m_passphrase->clear();
}

void ConnectionsSection::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_folding->setFolded(width() < kBesideFrom);
    m_folding->setMaximumWidth(m_folding->isFolded() ? QWIDGETSIZE_MAX : kListWidth);
}

void ConnectionsSection::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_tick.start();
    m_look.start();
}

void ConnectionsSection::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    m_look.stop();
}

} // namespace signalbox::ui
