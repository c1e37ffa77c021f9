// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startfailure.h"

#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/label.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 620;
constexpr int kSide = 25;
constexpr int kMostLines = 12;
} // namespace

StartFailure::StartFailure(const ThemeSource& themes, const Error& error, const QString& line, const QString& place,
                           QWidget* parent)
    : QDialog(parent), m_themes(themes)
{
    setWindowTitle(tr("Signalbox"));
    setWindowIcon(QIcon(themes.theme().picture(QStringLiteral("signalbox"), 64)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, kSide, kSide, kSide);
    column->setSpacing(themes.theme().spacing(4));
    const auto words = [&](Type type, Tone tone, const QString& said) {
        auto* made = new WrappedText(themes, type, tone, this);
        made->setText(said);
        made->setMostLines(kMostLines);
        made->setSelectable();
        return made;
    };
    const bool isOfFile = error.code == ErrorCode::InvalidInput;
    auto* told = words(Type::Log, Tone::Primary, line);
    told->setAccessibleName(tr("What happened: %1").arg(line));
    auto* path = words(Type::Log, Tone::Secondary, place);
    path->setAccessibleName(tr("Store: %1").arg(place));
    auto* label = new Label(themes, Type::Body, Tone::Tertiary, this);
    label->setText(tr("Store"));
    auto* where = new QHBoxLayout;
    where->setSpacing(themes.theme().spacing(3));
    where->addWidget(label, 0, Qt::AlignTop);
    where->addWidget(path, 1);
    column->addWidget(
        words(Type::Title, Tone::Primary,
              isOfFile ? tr("Signalbox cannot use its workspace.") : tr("Signalbox cannot use its store.")));
    column->addWidget(told);
    column->addLayout(where);
    column->addWidget(words(
        Type::Body, Tone::Secondary,
        isOfFile
            ? tr("Mend the file that is named above, or put a backup in its place. Then start Signalbox again.")
            : tr(
                "Check free space and the rights of its folder. Where the store is damaged, put a backup in its place. "
                "Then start Signalbox again.")));
    column->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    auto* close = new Button(themes, tr("Close"), Button::Kind::Primary, this);
    foot->addWidget(close);
    column->addLayout(foot);
    connect(close, &Button::clicked, this, &QDialog::reject);
    new FocusRing(themes, this);
    setFixedWidth(kWidth);
    close->setFocus(Qt::OtherFocusReason);
}

void StartFailure::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_themes.theme().surface.window);
}

} // namespace signalbox::ui
