// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/tokenform.h"

#include "ui/connections/labelledfield.h"
#include "ui/models/words.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kLeastPassphrase = 8; // characters
} // namespace

TokenForm::TokenForm(const ThemeSource& themes, host::ConnectionHost& connections, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_connections(connections),
      m_token(new LineField(themes, Type::Mono, this)),
      m_keep(new ChoiceField(themes, this)),
      m_passphrase(new LineField(themes, Type::Body, this)),
      m_again(new LineField(themes, Type::Body, this)),
      m_note(new Label(themes, Type::Small, Tone::Secondary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themes.theme().spacing(3));
    for (LineField* field : {m_token, m_passphrase, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        connect(field, &QLineEdit::textChanged, this, &TokenForm::edited);
    }
    m_keep->addItem(tr("System keychain"), static_cast<int>(host::SecretPlace::Keychain));
    m_keep->addItem(tr("Sealed file, under a passphrase"), static_cast<int>(host::SecretPlace::Sealed));
    m_keep->addItem(tr("This session only"), static_cast<int>(host::SecretPlace::Session));
    QWidget* const row = labelledField(themes, tr("Token"), m_token, this);
    m_label = row->findChild<Label*>();
    column->addWidget(row);
    column->addWidget(labelledField(themes, tr("Keep it in"), m_keep, this));
    m_passphraseRow = labelledField(themes, tr("Passphrase"), m_passphrase, this);
    column->addWidget(m_passphraseRow);
    m_againRow = labelledField(themes, tr("Passphrase again"), m_again, this);
    column->addWidget(m_againRow);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    connect(&connections, &host::ConnectionHost::secretStoreLoaded, this, &TokenForm::show);
    for (LineField* field : {m_passphrase, m_again})
        connect(field, &QLineEdit::returnPressed, m_token, &QLineEdit::returnPressed);
    connect(m_keep, &QComboBox::currentIndexChanged, this, &TokenForm::arrange);
    arrange();
}

void TokenForm::setServer(bool isIt)
{
    m_isServer = isIt;
    m_label->setText(isIt ? tr("Token") : tr("Secret"));
    m_token->setAccessibleName(m_label->text());
    emit edited();
}

void TokenForm::begin()
{
    m_token->clear();
    m_passphrase->clear();
    m_again->clear();
    m_connections.loadSecretStore();
}

void TokenForm::setKnown(const QString& words)
{
    m_known = words;
    m_token->setPlaceholderText(words);
    emit edited();
}

void TokenForm::show(const host::SecretStoreView& places)
{
    m_places = places;
    const bool chosen = !m_token->text().isEmpty();
    if (!places.keychain && !chosen)
        m_keep->setCurrentIndex(m_keep->findData(static_cast<int>(host::SecretPlace::Sealed)));
    arrange();
}

void TokenForm::arrange()
{
    const auto keep = static_cast<host::SecretPlace>(m_keep->currentData().toInt());
    const bool asks = keep == host::SecretPlace::Sealed && !m_places.sealedOpen;
    m_passphraseRow->setVisible(asks);
    m_againRow->setVisible(asks && !m_places.sealed);
    m_passphrase->setPlaceholderText(m_places.sealed ? tr("that of the file")
                                                     : tr("at least %n characters", nullptr, kLeastPassphrase));
    if (keep == host::SecretPlace::Keychain)
        m_note->setText(m_places.keychain || m_places.keychainFault.empty()
                            ? tr("Signalbox asks the keychain for it at each start.")
                            : text(m_places.keychainFault));
    else if (keep == host::SecretPlace::Sealed)
        m_note->setText(tr("Encrypted beside the store. The passphrase is asked for once after each start."));
    else
        m_note->setText(tr("It is forgotten when Signalbox is closed."));
    emit edited();
}

host::NewSecret TokenForm::secret() const
{
    return {.value = m_token->text().trimmed().toStdString(),
            .keep = static_cast<host::SecretPlace>(m_keep->currentData().toInt()),
            .passphrase = m_passphrase->text().toStdString()};
}

QString TokenForm::missing() const
{
    const host::NewSecret given = secret();
    if (given.value.empty())
        return !m_known.isEmpty() ? QString() : m_isServer ? tr("a token is needed") : tr("a secret is needed");
    if (given.keep == host::SecretPlace::Keychain && !m_places.keychain)
        return tr("there is no keychain that can be used");
    const bool asks = given.keep == host::SecretPlace::Sealed && !m_places.sealedOpen;
    if (asks && m_passphrase->text().isEmpty())
        return tr("a passphrase is needed");
    if (asks && !m_places.sealed && m_passphrase->text().size() < kLeastPassphrase)
        return tr("the passphrase is too short");
    if (asks && !m_places.sealed && m_again->text() != m_passphrase->text())
        return tr("the passphrases differ");
    return {};
}

} // namespace signalbox::ui
