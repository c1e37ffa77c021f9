// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/fixtures.h"
#include "ui/gallery/gallerypart.h"
#include "ui/models/diffmodel.h"
#include "ui/models/linediff.h"
#include "ui/models/trackmodel.h"
#include "ui/overview/trackpainter.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/graphview.h"
#include "ui/widgets/linediffview.h"
#include "ui/widgets/logstrip.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/pace.h"
#include "ui/widgets/sectioncolumn.h"
#include "ui/widgets/sectionlist.h"

#include <QHBoxLayout>
#include <QListView>
#include <QTemporaryFile>
#include <QVBoxLayout>

namespace signalbox::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr const char* kLog = "2026-03-12T14:21:02.000Z ##[group]Run pip install -r requirements.txt\n"
                             "2026-03-12T14:21:09.000Z Restoring cache search-py312\n"
                             "2026-03-12T14:21:14.000Z ##[endgroup]\n"
                             "2026-03-12T14:21:15.000Z \x1b[32m612 passed\x1b[0m, 1 failed\n"
                             "2026-03-12T14:21:15.000Z ModuleNotFoundError: No module named 'search_core._native'\n"
                             "2026-03-12T14:21:16.000Z ##[error]Process completed with exit code 1.\n";
constexpr int kCause = 5;

QWidget* graph(const GalleryGround& ground, QWidget* parent)
{
    auto* view = new GraphView(ground.themes, parent);
    const fixtures::GraphScene scene = fixtures::everyNodeState();
    view->setDrawing(scene.drawing);
    view->setState(scene.state, fixtures::present());
    return view;
}

QWidget* log(const GalleryGround& ground, QWidget* parent)
{
    auto* view = new LogView(ground.themes, parent);
    auto* file = new QTemporaryFile(view);
    view->setAccessibleName(u"Log"_s);
    if (!file->open() || file->write(kLog) < 0 || !file->flush())
        return view;
    view->open(file->fileName().toStdString(), false);
    view->setRootCause({kCause});
    return view;
}

QWidget* diff(const GalleryGround& ground, QWidget* parent)
{
    const auto before = Json::parse(R"({"attempt":1,"class":"cache_corruption","error":"exit 1","risk":0.58})");
    const auto after = Json::parse(R"({"attempt":2,"class":"cache_corruption","fix":"clear_cache","risk":0.72})");
    auto* view = new DiffView(ground.themes, parent);
    auto* model = new DiffModel(view);
    model->setDiff(diffStates(before, after));
    model->setShowSame(true);
    view->setModel(model);
    return view;
}

QWidget* lineDiffOfAFile(const GalleryGround& ground, QWidget* parent)
{
    auto* view = makeLineDiffView(ground.themes, parent);
    auto* model = new LineDiffModel(view);
    model->load(lineDiff(u"policy:\n  retries_per_run: 3\n"_s, u"policy:\n  retries_per_run: 5\n"_s));
    view->setModel(model);
    view->setAccessibleName(u"Change of a file"_s);
    return view;
}

QWidget* logWithItsParts(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* view = qobject_cast<LogView*>(log(ground, whole));
    row->addWidget(new SectionColumn(ground.themes, *view, whole));
    row->addWidget(view, 1);
    row->addWidget(new LogStrip(ground.themes, *view, whole));
    return whole;
}

QWidget* sections(const GalleryGround& ground, QWidget* parent)
{
    auto* list = new SectionList(
        ground.themes, {{.line = 1, .name = "Run pip install"}, {.line = 4, .name = "Run pytest"}}, false, 4, parent);
    list->setWindowFlags(Qt::Widget); // it pops up over a log else
    return list;
}

QWidget* tracks(const GalleryGround& ground, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* list = new QListView(whole);
    auto* model = new TrackModel(ground.clock, list);
    model->setTracks(fixtures::tracks());
    list->setModel(model);
    auto* pace = new Pace(ground.themes.theme().size.runningArcPeriod_ms, list);
    list->setItemDelegate(new TrackDelegate(ground.themes, *pace, list));
    list->setFrameShape(QFrame::NoFrame);
    list->viewport()->setAutoFillBackground(false);
    list->setAccessibleName(u"Lines"_s);
    column->addWidget(new TrackHeading(ground.themes, whole));
    column->addWidget(list);
    return whole;
}

} // namespace

std::vector<GalleryPart> runParts()
{
    return {{u"Track diagram"_s, {660, 230}, tracks},
            {u"GraphView, every state of a node"_s, {660, 420}, graph},
            {u"LogView, with its root cause"_s, {660, 140}, log},
            {u"DiffView"_s, {324, 170}, diff},
            {u"LineDiffView"_s, {324, 90}, lineDiffOfAFile},
            {u"SectionList"_s, {324, 170}, sections},
            {u"SectionColumn and LogStrip"_s, {660, 220}, logWithItsParts}};
}

} // namespace signalbox::ui
