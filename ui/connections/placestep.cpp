// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/placestep.h"

#include "core/host/repositoryaddress.h"
#include "ui/connections/labelledfield.h"
#include "ui/models/connectiontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/segments.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QRegularExpression>

namespace signalbox::ui {

namespace {
enum Where { GitHub, GitLab, Here };
constexpr const char* kGitHub = "github";
constexpr const char* kGitLab = "gitlab";
} // namespace

PlaceStep::PlaceStep(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_where(new Segments(themes, {tr("GitHub"), tr("GitLab"), tr("This computer")}, this)),
      m_server(new LineField(themes, Type::Body, this)),
      m_repository(new LineField(themes, Type::Body, this)),
      m_folder(new LineField(themes, Type::Mono, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themes.theme().spacing(4));
    m_where->setAccessibleName(tr("Where it lives"));
    column->addWidget(m_where, 0, Qt::AlignLeading);
    m_serverRow = row(tr("Server"), m_server, m_serverNote);
    m_repositoryRow = row(tr("Repository"), m_repository, m_repositoryNote);
    auto* choosing = new QWidget(this);
    auto* together = new QHBoxLayout(choosing);
    together->setContentsMargins(0, 0, 0, 0);
    together->setSpacing(themes.theme().spacing(3));
    auto* browse = new Button(themes, tr("Choose\u2026"), Button::Kind::Default, choosing);
    together->addWidget(m_folder, 1);
    together->addWidget(browse);
    m_folder->setPlaceholderText(tr("A folder with a signalbox.yaml"));
    m_folderRow = labelledField(themes, tr("Folder"), choosing, this);
    m_folder->setAccessibleName(tr("Folder"));
    for (QWidget* each : {m_serverRow, m_repositoryRow, m_folderRow})
        column->addWidget(each);
    column->addStretch(1);
    for (LineField* field : {m_server, m_repository, m_folder})
        connect(field, &QLineEdit::textChanged, this, &PlaceStep::edited);
    connect(m_where, &Segments::asked, this, [this](int choice) {
        m_where->show(choice, -1, {});
        arrange();
    });
    connect(m_repository, &QLineEdit::editingFinished, this, &PlaceStep::adopt);
    connect(browse, &Button::clicked, this, &PlaceStep::askForFolder);
    arrange();
}

/// With its note below.
QWidget* PlaceStep::row(const QString& label, QWidget* field, Label*& note)
{
    auto* made = labelledField(m_themes, label, field, this);
    note = new Label(m_themes, Type::Small, Tone::Tertiary, made);
    made->layout()->addWidget(note);
    return made;
}

void PlaceStep::arrange()
{
    const bool local = isLocal();
    const bool gitLab = isGitLab();
    m_serverRow->setVisible(!local);
    m_repositoryRow->setVisible(!local);
    m_folderRow->setVisible(local);
    m_server->setPlaceholderText(gitLab ? QStringLiteral("gitlab.com") : QStringLiteral("github.com"));
    m_serverNote->setText(gitLab ? tr("Empty: gitlab.com. One of your own: https://gitlab.acme.com")
                                 : tr("Empty: github.com. One of your own: https://github.acme.com"));
    m_repository->setPlaceholderText(gitLab ? QStringLiteral("group/project") : QStringLiteral("owner/name"));
    m_repositoryNote->setText(gitLab ? tr("With its group, as in the address of its page")
                                     : tr("With its owner, as in the address of its page"));
    emit edited();
}

void PlaceStep::enter()
{
    (isLocal() ? m_folder : m_repository)->setFocus(Qt::OtherFocusReason);
}

bool PlaceStep::isLocal() const
{
    return m_where->taken() == Here;
}

bool PlaceStep::isGitLab() const
{
    return m_where->taken() == GitLab;
}

const char* PlaceStep::provider() const
{
    return isGitLab() ? kGitLab : kGitHub;
}

bool PlaceStep::isTouched() const
{
    return !m_server->text().isEmpty() || !m_repository->text().isEmpty() || !m_folder->text().isEmpty();
}

void PlaceStep::adopt()
{
    const auto address = host::repositoryAddress(m_repository->text().toStdString(), provider());
    if (!address || address->repository.empty() || isLocal())
        return;
    const Where where = address->provider.empty() ? static_cast<Where>(m_where->taken())
        : address->provider == kGitLab            ? GitLab
                                                  : GitHub;
    m_where->show(where, -1, {});
    m_server->setText(QString::fromStdString(address->server));
    m_repository->setText(QString::fromStdString(address->repository));
    arrange();
}

QString PlaceStep::folder() const
{
    return m_folder->text().trimmed();
}

host::NewRepository PlaceStep::repository() const
{
    host::NewRepository made;
    made.provider = provider();
    made.address = m_server->text().trimmed().toStdString();
    made.repository = m_repository->text().trimmed().toStdString();
    return made;
}

QString PlaceStep::server() const
{
    const QString typed = m_server->text().trimmed();
    return typed.isEmpty() ? m_server->placeholderText() : serverOf(typed.toStdString());
}

QString PlaceStep::missing() const
{
    if (isLocal())
        return folder().isEmpty() ? tr("a folder is needed") : QString();
    static const QRegularExpression form(
        QStringLiteral("^(https?://)?(\\[[0-9a-fA-F:]+\\]|[^\\s/@:?#]+)(:[0-9]+)?(/[^\\s@?#]*)?$"));
    const QString address = m_server->text().trimmed();
    if (!address.isEmpty() && !form.match(address).hasMatch())
        return tr("the server is an address such as %1").arg(QStringLiteral("https://git.acme.com"));
    const QString name = m_repository->text().trimmed();
    if (const auto pasted = host::repositoryAddress(name.toStdString(), provider()))
        return pasted->repository.empty() ? tr("the address names no repository") : QString(); // see adopt()
    if (host::isRepositoryName(provider(), name.toStdString()))
        return {};
    const bool isNamed = name.contains(u'/') && !name.startsWith(u'/') && !name.endsWith(u'/');
    return isNamed ? tr("the repository is a name such as %1").arg(m_repository->placeholderText())
                   : tr("the repository is needed, with its owner");
}

void PlaceStep::askForFolder()
{
    auto* asking = new QFileDialog(this, tr("Add a repository"));
    asking->setAttribute(Qt::WA_DeleteOnClose);
    asking->setFileMode(QFileDialog::Directory);
    asking->setOption(QFileDialog::ShowDirsOnly);
    connect(asking, &QFileDialog::fileSelected, m_folder, &LineField::setText);
    asking->open();
}

} // namespace signalbox::ui
