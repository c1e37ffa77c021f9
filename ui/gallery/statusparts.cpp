// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerypart.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codeblock.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rawdetails.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statuspill.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/wrappedtext.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int kRoles = static_cast<int>(StatusRole::Stale) + 1;
constexpr int kAcross = 6;

Label* labelled(const GalleryGround& ground, const QString& words, QWidget* parent, Type type = Type::Small)
{
    auto* label = new Label(ground.themes, type, Tone::Secondary, parent);
    label->setText(words);
    return label;
}

/// One cell for each status.
template <typename Make>
QWidget* forEachRole(QWidget* parent, Make make)
{
    auto* whole = new QWidget(parent);
    auto* grid = new QGridLayout(whole);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int role = 0; role < kRoles; ++role)
        grid->addWidget(make(static_cast<StatusRole>(role), whole), role / kAcross, role % kAcross, Qt::AlignLeft);
    return whole;
}

QWidget* pills(const GalleryGround& ground, QWidget* parent)
{
    return forEachRole(parent, [&](StatusRole role, QWidget* whole) {
        auto* pill = new StatusPill(ground.themes, whole);
        pill->setStatus(role, label(role));
        return pill;
    });
}

QWidget* glyphs(const GalleryGround& ground, QWidget* parent)
{
    return forEachRole(parent, [&](StatusRole role, QWidget* whole) {
        auto* cell = new QWidget(whole);
        auto* row = new QHBoxLayout(cell);
        row->setContentsMargins(0, 0, 0, 0);
        auto* glyph = new Glyph(ground.themes, cell);
        glyph->setStatus(role);
        row->addWidget(glyph);
        row->addWidget(labelled(ground, label(role), cell));
        return cell;
    });
}

QWidget* surfaces(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto kind : {Surface::Kind::Window, Surface::Kind::Panel, Surface::Kind::Raised, Surface::Kind::Inset}) {
        auto* surface = new Surface(ground.themes, kind, whole);
        auto* inner = new QHBoxLayout(surface);
        inner->addWidget(labelled(ground, u"surface"_s, surface));
        row->addWidget(surface);
    }
    return whole;
}

QWidget* typeRoles(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    for (const auto& [type, words] : {std::pair(Type::Numeral, u"0.43"_s),
                                      {Type::Display, u"2 releases held for you."_s},
                                      {Type::Title, u"Deployments"_s},
                                      {Type::Heading, u"Live risk"_s},
                                      {Type::Body, u"Canary against baseline"_s},
                                      {Type::BodyStrong, u"checkout-api"_s},
                                      {Type::Small, u"done 14:14"_s},
                                      {Type::Caption, u"Duration"_s},
                                      {Type::Mono, u"8c1f2ab"_s},
                                      {Type::Log, u"a != b --flag"_s}})
        column->addWidget(labelled(ground, words, whole, type));
    return whole;
}

QWidget* fields(const GalleryGround& ground, QWidget* parent)
{
    auto* fields = new Fields(ground.themes, parent);
    fields->section(u"Why this fix first"_s, u"worked, of tried"_s);
    fields->field(u"Origin"_s, u"run #6120"_s);
    fields->sentence(u"3 of 3 is too few to lead. A pull request is also slower."_s);
    fields->finish();
    return fields;
}

QWidget* panel(const GalleryGround& ground, QWidget* parent)
{
    auto* panel = new Panel(ground.themes, parent);
    panel->setTitle(u"Rollback conditions"_s);
    panel->setNote(u"any one triggers"_s);
    panel->body()->addWidget(labelled(ground, u"  A part"_s, panel));
    panel->body()->addWidget(new Rule(ground.themes, Qt::Horizontal, panel));
    panel->body()->addWidget(labelled(ground, u"  and another"_s, panel));
    return panel;
}

GalleryPart stripOf(StatusRole role, const QString& sentence, const QString& action)
{
    return {u"ErrorStrip, "_s + label(role), {400, 64}, [=](const GalleryGround& ground, QWidget* parent) {
                auto* strip = new ErrorStrip(ground.themes, role, parent);
                strip->tell(sentence, u"Re-run is locked until it answers again."_s, action);
                return strip;
            }};
}

QWidget* foldedAside(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    auto* folding = new FoldingAside(ground.themes, {new Panel(ground.themes, whole), u"Runs"_s}, whole);
    row->addWidget(folding, 1);
    folding->setAside({panel(ground, whole), u"Run"_s}, row);
    folding->setFolded(true);
    folding->showAside();
    return whole;
}

} // namespace

std::vector<GalleryPart> statusParts()
{
    std::vector<GalleryPart> parts{{u"StatusPill, every status"_s, {660, 0}, pills},
                                   {u"Glyph, every status"_s, {660, 0}, glyphs},
                                   {u"Surface"_s, {660, 44}, surfaces},
                                   {u"Label, every type"_s, {320, 0}, typeRoles},
                                   {u"Fields"_s, {320, 110}, fields},
                                   {u"Panel"_s, {320, 100}, panel}};
    parts.push_back(stripOf(StatusRole::Critical, u"GitLab answers 503."_s, u"Try now"_s));
    parts.push_back(stripOf(StatusRole::NoData, u"No connection since 14:12."_s, {}));
    parts.push_back(stripOf(StatusRole::HeldForYou, u"All lines held by you."_s, u"Release all"_s));
    parts.push_back({u"ErrorStrip, box"_s, {640, 64}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* box = new ErrorStrip(ground.themes, StatusRole::Stale, parent, ErrorStrip::Look::Box);
                         box->setActionGlyph(u"action-refresh"_s);
                         box->tell(u"Staging metrics are 14 min old."_s, u"Approve is locked."_s,
                                   u"Refresh evidence"_s);
                         return box;
                     }});
    parts.push_back({u"ErrorStrip, details"_s, {480, 100}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* strip = new ErrorStrip(ground.themes, StatusRole::NoData, parent);
                         strip->tell(u"No data from GitHub since 14:12."_s, u"Next try in 30 s."_s, u"Connections"_s,
                                     u"https://api.github.com/repos/acme/shop: nothing answers there"_s);
                         strip->details()->button()->click();
                         return strip;
                     }});
    parts.push_back({u"WrappedText"_s, {320, 0}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* text = new WrappedText(ground.themes, Type::Log, Tone::Primary, parent);
                         text->setText(u"src/lexer.c:88:12: error: "_s + QString(90, u'B'));
                         text->setMostLines(2);
                         return text;
                     }});
    parts.push_back({u"Flow"_s, {320, 0}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* flow = new Flow(ground.themes, Type::Body, parent);
                         flow->setParts(
                             {{.words = u"3 runs in progress, 1 healing."_s, .strong = true},
                              {.words = u"2 failed on branches, their authors know."_s, .tone = Tone::Secondary}});
                         return flow;
                     }});
    parts.push_back({u"FoldingAside, folded"_s, {320, 140}, foldedAside});
    parts.push_back({u"EmptyState, with a filter"_s, {320, 220}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* empty = new EmptyState(ground.themes, u"nav-runs"_s, parent);
                         empty->setWords(u"No runs match"_s, u"state:failed line:search"_s, u"Clear filter"_s);
                         return empty;
                     }});
    parts.push_back({u"Skeleton, loading"_s, {320, 200}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* skeleton = new Skeleton(ground.themes, parent);
                         skeleton->start();
                         return skeleton;
                     }});
    parts.push_back({u"CodeBlock"_s, {320, 0}, [](const GalleryGround& ground, QWidget* parent) {
                         auto* code = new CodeBlock(ground.themes, Hue::Critical, parent);
                         code->setCode(u"ModuleNotFoundError: No module named 'search_core._native'"_s);
                         return code;
                     }});
    parts.push_back({u"Keycap"_s, {80, 26}, [](const GalleryGround& ground, QWidget* parent) {
                         return new Keycap(ground.themes, u"Ctrl+K"_s, parent);
                     }});
    return parts;
}

} // namespace signalbox::ui
