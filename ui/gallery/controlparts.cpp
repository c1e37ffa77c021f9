// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerypart.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkpointslider.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/questionbar.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

QWidget* buttons(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto& [kind, words] : {std::pair(Button::Kind::Primary, u"Primary"_s),
                                      {Button::Kind::Default, u"Default"_s},
                                      {Button::Kind::Danger, u"Danger"_s},
                                      {Button::Kind::Quiet, u"Quiet"_s},
                                      {Button::Kind::Link, u"Link"_s},
                                      {Button::Kind::Chip, u"Chip"_s}}) {
        auto* button = new Button(ground.themes, words, kind, whole);
        if (kind == Button::Kind::Chip)
            button->setCount(3);
        row->addWidget(button);
    }
    auto* locked = new Button(ground.themes, u"Locked"_s, Button::Kind::Default, whole);
    locked->setLocked(true, u"evidence stale"_s);
    row->addWidget(locked);
    auto* hinted = new Button(ground.themes, u"Open run"_s, Button::Kind::Default, whole);
    hinted->setGlyph(u"action-window"_s);
    hinted->setKeyHint(u"Enter"_s);
    row->addWidget(hinted);
    row->addStretch();
    return whole;
}

QWidget* switches(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    for (const QString& words : {u"On"_s, u"Off"_s}) {
        auto* button = new Button(ground.themes, words, Button::Kind::Switch, whole);
        button->setCheckable(true);
        button->setChecked(words == u"On"_s);
        row->addWidget(button);
    }
    row->addStretch();
    return whole;
}

QWidget* segments(const GalleryGround& ground, QWidget* parent)
{
    auto* view = new Segments(ground.themes, {u"Off"_s, u"Suggest"_s, u"Auto"_s}, parent);
    view->setAccessibleName(u"Autonomy"_s);
    view->show(1, 2, u"the policy asks"_s);
    return view;
}

QWidget* question(const GalleryGround& ground, QWidget* parent)
{
    auto* bar = new QuestionBar(ground.themes, parent);
    bar->ask(u"Forget this pattern?"_s, u"Its 44 tries are gone. Runs keep what they did."_s, {{u"Forget"_s, [] {}}});
    return bar;
}

/// As FocusRing draws it around what has the focus.
QWidget* focused(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    auto* button = new Button(ground.themes, u"Focus"_s, Button::Kind::Default, whole);
    row->addWidget(button);
    row->addStretch();
    new FocusRing(ground.themes, whole);
    return whole;
}

GalleryPart holdOf(const QString& state, bool locked, bool byClicks)
{
    return {u"HoldButton, "_s + state, {180, 40}, [locked, byClicks](const GalleryGround& ground, QWidget* parent) {
                auto* button = new HoldButton(ground.themes, ground.clock, parent);
                button->setLabel(u"Approve at 5\u202f%"_s);
                button->setByClicks(byClicks);
                button->setLocked(locked, u"evidence stale"_s);
                return button;
            }};
}

QWidget* filter(const GalleryGround& ground, QWidget* parent)
{
    auto* field = new LineField(ground.themes, Type::Mono, parent);
    field->setGlyph(u"action-filter"_s);
    field->setNote(u"20 of 142"_s);
    field->setKeyHint(u"/"_s);
    field->setPlaceholderText(u"Filter, for example state:failed line:search"_s);
    field->setAccessibleName(u"Filter"_s);
    return field;
}

QWidget* choice(const GalleryGround& ground, QWidget* parent)
{
    auto* field = new ChoiceField(ground.themes, parent);
    field->addItems({u"Last 14 days"_s, u"Last 30 days"_s});
    field->setAccessibleName(u"Period"_s);
    return field;
}

QWidget* tabs(const GalleryGround& ground, QWidget* parent)
{
    auto* strip = new TabStrip(ground.themes, parent);
    strip->addTab(u"1 What changes"_s);
    strip->addTab(u"2 Release risk"_s);
    strip->addTab(u"3 Strategy"_s);
    strip->setMark(1, u"changed"_s);
    strip->setAccessibleName(u"Sections"_s);
    return strip;
}

GalleryPart sliderOf(const QString& state, const QStringList& stops, int current)
{
    return {u"CheckpointSlider, "_s + state, {660, 46}, [=](const GalleryGround& ground, QWidget* parent) {
                auto* slider = new CheckpointSlider(ground.themes, parent);
                slider->setStops(stops, true);
                slider->setCurrent(current);
                return slider;
            }};
}

} // namespace

std::vector<GalleryPart> controlParts()
{
    std::vector<GalleryPart> parts{{u"Button, every kind"_s, {660, 0}, buttons},
                                   {u"FocusRing, around a button"_s, {200, 56}, focused},
                                   {u"LineField, a filter"_s, {430, 30}, filter},
                                   {u"Segments, the last one locked"_s, {240, 0}, segments},
                                   {u"Button, a switch on and off"_s, {180, 28}, switches},
                                   {u"QuestionBar"_s, {430, 100}, question},
                                   {u"ChoiceField"_s, {180, 0}, choice},
                                   {u"TabStrip, with a mark"_s, {440, 0}, tabs}};
    parts.push_back(holdOf(u"to keep pressed"_s, false, false));
    parts.push_back(holdOf(u"by two clicks"_s, false, true));
    parts.push_back(holdOf(u"locked"_s, true, false));
    QStringList many;
    for (int stop = 0; stop < 120; ++stop)
        many << u"step %1"_s.arg(stop);
    parts.push_back(sliderOf(u"a few"_s, {u"start"_s, u"detect"_s, u"analyze"_s, u"attempt fix"_s, u"now"_s}, 2));
    parts.push_back(sliderOf(u"many"_s, many, 70));
    return parts;
}

} // namespace signalbox::ui
