// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrun/computerlist.h"

#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace signalbox::ui {

namespace {

struct Computer {
    Q_DECLARE_TR_FUNCTIONS(Computer)
};

struct CheckWords {
    QString name;
    QString purpose; // of what is not needed by all
};

CheckWords wordsOf(const std::string& check)
{
    if (check == "disk space")
        return {Computer::tr("Disk space"), {}};
    if (check == "sandbox")
        return {Computer::tr("Sandbox (bubblewrap)"), Computer::tr("keeps local jobs apart")};
    if (check == "compiler of the demo")
        return {Computer::tr("C++ compiler"), Computer::tr("for one line of the demo")};
    if (check == "npm")
        return {Computer::tr("npm"), Computer::tr("for npm installs")};
    if (check == "gitlab-ci-local")
        return {QStringLiteral("gitlab-ci-local"), Computer::tr("for a .gitlab-ci.yml")};
    if (check == "job supervisor")
        return {Computer::tr("Job supervisor"), {}};
    return {text(check), {}};
}

QString versionIn(const std::string& detail)
{
    static const QRegularExpression kVersion(QStringLiteral("\\d+(?:\\.\\d+)+"));
    return kVersion.match(text(detail)).captured();
}

} // namespace

QString findingText(const host::Finding& finding)
{
    const QLocale locale;
    if (finding.freeBytes) {
        const auto size = [&](std::uintmax_t bytes) {
            return locale.formattedDataSize(static_cast<qint64>(bytes), 0, QLocale::DataSizeSIFormat);
        };
        return Computer::tr("%1 free, %2 needed").arg(size(*finding.freeBytes), size(host::kNeededBytes));
    }
    if (finding.ok) {
        const QString version = versionIn(finding.detail);
        return version.isEmpty() ? Computer::tr("Works") : version;
    }
    const QString purpose = wordsOf(finding.check).purpose;
    if (!finding.needed && !purpose.isEmpty())
        return Computer::tr("Not found. Optional, %1.").arg(purpose);
    return Computer::tr("Needed: %1").arg(text(finding.remedy));
}

ComputerList::ComputerList(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_rows(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themes.theme().spacing(2));
    auto* heading = new QHBoxLayout;
    auto* title = new Label(themes, Type::Heading, Tone::Primary, this);
    title->setText(tr("This computer"));
    auto* again = new Button(themes, tr("Check again"), Button::Kind::Quiet, this);
    again->setGlyph(QStringLiteral("action-refresh"));
    connect(again, &Button::clicked, this, &ComputerList::againAsked);
    heading->addWidget(title, 1);
    heading->addWidget(again);
    column->addLayout(heading);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
}

void ComputerList::show(const std::vector<host::Finding>& findings)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const host::Finding& finding : findings) {
        if (m_rows->count() > 0)
            m_rows->addWidget(new Rule(m_themes, Qt::Horizontal, this));
        addRow(finding);
    }
}

void ComputerList::addRow(const host::Finding& finding)
{
    auto* made = new QWidget(this);
    auto* row = new QHBoxLayout(made);
    row->setContentsMargins(0, 4, 0, 5);
    row->setSpacing(m_themes.theme().spacing(2) + 2);
    auto* glyph = new Glyph(m_themes, made);
    glyph->setStatus(finding.ok ? StatusRole::Succeeded : (finding.needed ? StatusRole::Failed : StatusRole::Skipped));
    auto* name = new Label(m_themes, Type::Body, Tone::Primary, made);
    name->setText(wordsOf(finding.check).name);
    auto* detail
        = new Label(m_themes, Type::Body, finding.ok || !finding.needed ? Tone::Secondary : Tone::Critical, made);
    detail->setText(findingText(finding));
    detail->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    detail->setElided(true);
    row->addWidget(glyph);
    row->addWidget(name);
    row->addWidget(detail, 1);
    m_rows->addWidget(made);
}

} // namespace signalbox::ui
