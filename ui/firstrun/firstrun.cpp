// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrun/firstrun.h"

#include "ui/firstrun/additions.h"
#include "ui/firstrun/computerlist.h"
#include "ui/firstrun/startcard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <array>

namespace signalbox::ui {

namespace {

constexpr int kWaysWidth = 732;
constexpr int kWordsWidth = 560;
constexpr int kTop = 44;
constexpr int kAsideWidth = 352;
constexpr int kAsideBelow = 1040; // a narrower page has no room for it
constexpr int kPictureWidth = 512;
constexpr int kPictureHeight = 60;

/// A line with its stops and its signal, at rest.
class LinePicture final : public QWidget {
public:
    LinePicture(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
    {
        setFixedSize(kPictureWidth, kPictureHeight);
        connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr int kTrack = 44;
        constexpr int kMast = 416;
        const Theme& theme = m_themes.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.border.strong, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(2, kTrack, kPictureWidth - 2, kTrack);
        painter.setPen(QPen(theme.border.control, 1.5));
        painter.setBrush(theme.surface.window);
        for (const int stop : {36, 136, 236, 336})
            painter.drawEllipse(QPointF(stop, kTrack), 4.5, 4.5);
        painter.setPen(QPen(theme.text.primary, 2));
        painter.drawLine(kMast, 10, kMast, kTrack - 1);
        painter.drawRoundedRect(QRectF(kMast - 28, 10, 28, 11), 1.5, 1.5);
        painter.drawLine(kMast - 21, 10, kMast - 21, 21);
    }

private:
    const ThemeSource& m_themes;
};

} // namespace

FirstRun::FirstRun(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget* parent)
    : QScrollArea(parent), m_themes(themes), m_engine(engine), m_additions(new Additions(themes, engine, clock, *this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    viewport()->setAutoFillBackground(false);
    auto* whole = new QWidget(this);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(36, kTop, 36, themes.theme().spacing(6));
    row->setSpacing(41);
    row->addStretch(1);
    row->addWidget(buildWays(), kWaysWidth, Qt::AlignTop);
    m_aside = buildAside();
    row->addWidget(m_aside, 0, Qt::AlignTop);
    row->addStretch(1);
    setWidget(whole);
    setFocusProxy(m_cards.front()->button());
    whole->setAutoFillBackground(false);

    connect(&engine, &host::AgentHost::computerChecked, m_computer, &ComputerList::show);
    connect(m_additions, &Additions::began, this, [this] {
        m_strip->clear();
        lock(true);
    });
    connect(m_additions, &Additions::ended, this, [this] { lock(false); });
    connect(m_additions, &Additions::failed, this,
            [this](const QString& detail) { m_strip->tell(tr("Nothing was started."), detail); });
}

void FirstRun::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    if (!std::exchange(m_looked, true))
        m_engine.checkComputer();
}

StartCard* FirstRun::addWay(QVBoxLayout* column, const QString& icon, const QStringList& words)
{
    auto* card = new StartCard(m_themes, {.icon = icon, .title = words[0], .text = words[1], .action = words[2]},
                               m_cards.empty(), this);
    column->addWidget(card);
    m_cards.push_back(card);
    return card;
}

QWidget* FirstRun::buildWays()
{
    const Theme& theme = m_themes.theme();
    auto* ways = new QWidget(this);
    ways->setMaximumWidth(kWaysWidth);
    auto* column = new QVBoxLayout(ways);
    column->setContentsMargins(0, theme.spacing(1), 0, 0);
    column->setSpacing(theme.spacing(4));
    column->addWidget(new LinePicture(m_themes, ways));
    auto* title = new Label(m_themes, Type::Display, Tone::Primary, ways);
    title->setText(tr("No lines yet."));
    auto* text = new Label(m_themes, Type::Body, Tone::Secondary, ways);
    text->setText(tr("A line is one repository and the places it is released to. Signalbox watches its runs, repairs "
                     "what it can, and holds what needs a person."));
    text->setWordWrap(true);
    text->setMaximumWidth(kWordsWidth);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.spacing(2));
    words->addWidget(title);
    words->addWidget(text);
    column->addSpacing(theme.spacing(3) + 4);
    column->addLayout(words);
    column->addSpacing(theme.spacing(3));
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, ways);
    column->addWidget(m_strip);

    auto* demo = addWay(
        column, QStringLiteral("action-replay"),
        {tr("Open the demo workspace"), tr("Runs for real on this computer. About ten seconds."), tr("Open demo")});
    auto* repository
        = addWay(column, QStringLiteral("misc-plug"),
                 {tr("Add a repository"), tr("On GitHub, GitLab or this computer. Tested before it is saved."),
                  tr("Add repository")});
    auto* import
        = addWay(column, QStringLiteral("action-export"),
                 {tr("Import a workspace"), tr("The lines of another workspace, from its file."), tr("Import file")});
    connect(demo->button(), &Button::clicked, m_additions, &Additions::openDemo);
    connect(repository->button(), &Button::clicked, m_additions, &Additions::askForRepository);
    connect(import->button(), &Button::clicked, m_additions, &Additions::askForWorkspace);

    m_computer = new ComputerList(m_themes, ways);
    column->addSpacing(theme.spacing(2));
    column->addWidget(m_computer);
    connect(m_computer, &ComputerList::againAsked, this, [this] { m_engine.checkComputer(); });
    return ways;
}

QWidget* FirstRun::buildAside()
{
    const Theme& theme = m_themes.theme();
    auto* aside = new QWidget(this);
    aside->setFixedWidth(kAsideWidth);
    auto* column = new QVBoxLayout(aside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kPanelGap);
    const std::array<std::pair<QString, QString>, 4> steps{{
        {tr("Starts small repositories"), tr("Real git, real jobs, run on this computer.")},
        {tr("Breaks a build"), tr("A corrupt cache. The Heal agent finds and fixes it.")},
        {tr("Runs a flaky test"), tr("It is retried, and passes the second time.")},
        {tr("Hands over to you"), tr("A compile error. You see the evidence and decide.")},
    }};
    auto* demo = new ui::Panel(m_themes, aside);
    demo->setTitle(tr("What the demo does"));
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(theme.spacing(5), theme.spacing(4), theme.spacing(4), theme.spacing(4));
    rows->setSpacing(theme.spacing(4));
    for (std::size_t at = 0; at < steps.size(); ++at) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.spacing(5));
        auto* number = new Label(m_themes, Type::Mono, Tone::Tertiary, demo);
        number->setText(QLocale().toString(at + 1));
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* title = new Label(m_themes, Type::Body, Tone::Primary, demo);
        title->setText(steps[at].first);
        auto* text = new Label(m_themes, Type::Body, Tone::Secondary, demo);
        text->setText(steps[at].second);
        text->setWordWrap(true);
        words->addWidget(title);
        words->addWidget(text);
        row->addWidget(number, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        rows->addLayout(row);
    }
    demo->body()->addLayout(rows);
    column->addWidget(demo);

    auto* quiet = new ui::Panel(m_themes, aside);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.spacing(4), theme.spacing(3) + 2, theme.spacing(4), theme.spacing(3) + 2);
    row->setSpacing(theme.spacing(3));
    auto* icon = new QLabel(quiet);
    const auto dress = [this, icon] {
        const Theme& worn = m_themes.theme();
        icon->setPixmap(worn.pixmap(QStringLiteral("misc-lock"), worn.text.secondary, worn.size.iconControl,
                                    icon->devicePixelRatioF()));
    };
    connect(&m_themes, &ThemeSource::changed, icon, dress);
    dress();
    auto* title = new Label(m_themes, Type::Body, Tone::Primary, quiet);
    title->setText(tr("Nothing leaves this computer"));
    auto* text = new Label(m_themes, Type::Small, Tone::Secondary, quiet);
    text->setText(tr("No account, no model key. Agents use the built-in rules."));
    text->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(text);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    quiet->body()->addLayout(row);
    column->addWidget(quiet);
    return aside;
}

void FirstRun::lock(bool locked)
{
    for (StartCard* card : m_cards)
        card->button()->setLocked(locked, tr("Locked: starting."));
}

void FirstRun::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_aside->setVisible(width() >= kAsideBelow);
}

} // namespace signalbox::ui
