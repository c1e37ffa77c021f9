// SPDX-License-Identifier: GPL-3.0-or-later
// A page of one run on a canned engine.
#pragma once

#include "tests/ui/cannedhealing.h"
#include "tests/ui/cannedhost.h"
#include "ui/models/diffmodel.h"
#include "ui/runs/checkpointbar.h"
#include "ui/runs/forkeditor.h"
#include "ui/runs/graphpane.h"
#include "ui/runs/logpane.h"
#include "ui/runs/rehearsalbanner.h"
#include "ui/runs/rundetailpage.h"
#include "ui/runs/runtabs.h"
#include "ui/runs/searchoptions.h"
#include "ui/runs/statepanel.h"
#include "ui/runs/stepspanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkpointslider.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/graphview.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/sectionlist.h"

#include <QFile>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox::test {

using namespace signalbox::ui;

/// A page with the healing run on it.
struct RunScene {
    RunScene() : clock(test::noon())
    {
        run = test::healingRun(clock.time);
        host.details[run.summary.id] = run;
        for (const auto& [checkpoint, state] : test::healingStates())
            host.states[{run.summary.id, checkpoint}] = state;
        QFile log(folder.filePath(QStringLiteral("test.log")));
        if (!log.open(QFile::WriteOnly) || log.write(QByteArray::fromStdString(test::healingLogText())) < 0)
            qFatal("no log");
        host.logs["test"] = test::healingLog(log.fileName().toStdString());
        page.resize(1244, 800);
        page.show();
        page.open(run.summary.id);
        QObject::connect(&page, &RunDetailPage::titleChanged, &page, [this] { m_isShown = true; }); // the last step
        page.entered(); // as the window does
    }

    bool loaded() const { return m_isShown && page.findChild<StepsPanel*>()->stepCount() > 0; }
    template <typename Part>
    Part* part() const
    {
        return page.findChild<Part*>();
    }
    int step() const { return part<StepsPanel>()->list()->currentIndex().row(); }
    int stop() const { return part<CheckpointBar>()->slider()->value(); }
    StateDiff diff() const { return part<StatePanel>()->model()->diff(); }
    void clickNode(const char* name) const
    {
        auto* graph = part<GraphPane>()->graph();
        const auto& layout = graph->placement();
        const QPointF centre = layout.nodes[layout.indexOf(QString::fromLatin1(name))].rect.center();
        QTest::mouseClick(graph->viewport(), Qt::LeftButton, {}, graph->mapFromScene(centre));
    }

    QTemporaryDir folder; // of the log
    test::CannedHost host;
    test::StoppedClock clock;
    ThemeSource themes{ThemeSource::Choice::Dark};
    host::RunDetail run;
    RunDetailPage page{themes, host, clock, nullptr};

private:
    bool m_isShown = false;
};

} // namespace signalbox::test
