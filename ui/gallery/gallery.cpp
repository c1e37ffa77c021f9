// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery.h"

#include "ui/gallery/fixtures.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tabstrip.h"

#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QPixmap>
#include <QScrollArea>

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int kWide = 660; // of the parts of a board
constexpr int kMargin = 20;
constexpr int kApart = 16;
constexpr int kSettle_ms = 700; // what is on its way has come, and what waits for 300 ms is shown

class StoppedAtPresent final : public Clock {
public:
    UtcTime now() const override { return fixtures::present(); }
};

} // namespace

std::vector<GallerySection> gallerySections()
{
    return {{u"charts"_s, chartParts()},     {u"figures"_s, figureParts()}, {u"status"_s, statusParts()},
            {u"controls"_s, controlParts()}, {u"runs"_s, runParts()},       {u"tables"_s, tableParts()}};
}

GalleryBoard::GalleryBoard(const GalleryGround& ground, const GallerySection& section, QWidget* parent)
    : QWidget(parent), m_themes(ground.themes)
{
    setPalette(ground.themes.theme().palette());
    setFixedWidth(kWide + 2 * kMargin);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kApart);
    QHBoxLayout* row = nullptr;
    int left = 0;
    for (const GalleryPart& part : section.parts) {
        if (!row || part.size.width() > left) {
            row = new QHBoxLayout;
            row->setSpacing(kApart - 4);
            column->addLayout(row);
            left = kWide;
        } else {
            row->takeAt(row->count() - 1); // the stretch at its end
        }
        row->addWidget(cell(ground, part), 0, Qt::AlignTop);
        row->addStretch();
        left -= part.size.width() + kApart - 4;
    }
    column->addStretch();
}

QWidget* GalleryBoard::cell(const GalleryGround& ground, const GalleryPart& part)
{
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* caption = new Label(ground.themes, Type::Caption, Tone::Tertiary, whole);
    caption->setText(part.name);
    column->addWidget(caption);
    QWidget* widget = part.make(ground, whole);
    widget->setFixedWidth(part.size.width());
    if (part.size.height() > 0)
        widget->setFixedHeight(part.size.height());
    column->addWidget(widget);
    m_parts.emplace_back(part.name, widget);
    return whole;
}

void GalleryBoard::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_themes.theme().surface.panel);
}

Gallery::Gallery(const std::vector<ThemeSource::Choice>& themes, QWidget* parent)
    : QWidget(parent), m_clock(std::make_unique<StoppedAtPresent>()), m_sections(gallerySections())
{
    for (const auto choice : themes)
        m_themes.push_back(std::make_unique<ThemeSource>(choice));
    m_tabs = new TabStrip(*m_themes.front(), this);
    m_tabs->setAccessibleName(u"Sections of the gallery"_s);
    for (const GallerySection& section : m_sections)
        m_tabs->addTab(section.name);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_scroll, 1);
    new FocusRing(*m_themes.front(), this);
    setWindowTitle(u"Gallery"_s);
    setPalette(m_themes.front()->theme().palette());
    setAutoFillBackground(true);
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettle_ms);
    connect(&m_settled, &QTimer::timeout, this, &Gallery::takeOne);
    connect(m_tabs, &TabStrip::currentChanged, this, &Gallery::showSection);
    showSection(0);
}

Gallery::~Gallery()
{
    delete m_scroll->takeWidget(); // it paints with the themes
}

void Gallery::showSection(int section)
{
    m_shown = section;
    m_tabs->setCurrentIndex(section);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const auto& themes : m_themes)
        row->addWidget(new GalleryBoard({*themes, *m_clock}, m_sections[static_cast<std::size_t>(section)], content));
    m_scroll->setWidget(content); // deletes the former one
    content->show();
}

void Gallery::takePictures(const QString& folder)
{
    m_folder = folder;
    m_written = 0;
    showSection(0);
    m_settled.start();
}

void Gallery::takeOne()
{
    const QString name = m_sections[static_cast<std::size_t>(m_shown)].name;
    const QString file = QDir(m_folder).filePath(u"gallery-%1.png"_s.arg(name));
    if (!m_scroll->widget()->grab().save(file, "PNG")) {
        emit pictured(m_written, u"%1 cannot be written"_s.arg(file));
        return;
    }
    ++m_written;
    if (m_shown + 1 == sections()) {
        emit pictured(m_written, {});
        return;
    }
    showSection(m_shown + 1);
    m_settled.start();
}

} // namespace signalbox::ui
