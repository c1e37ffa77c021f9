// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettecontents.h"

#include "ui/models/approvallistmodel.h"
#include "ui/models/filterline.h"
#include "ui/models/runtablemodel.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/shell/commands.h"

#include <QCoreApplication>

#include <ranges>
#include <set>

namespace signalbox::ui {

namespace {

using Kind = PaletteItem::Kind;

struct Palette {
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

void addApprovals(PaletteContents& contents, const PaletteSources& sources)
{
    for (int row = 0; const gate::Approval* approval = sources.approvals.at(row); ++row) {
        if (!isOpen(*approval))
            continue;
        PaletteItem item;
        item.kind = Kind::Now;
        item.icon = QStringLiteral("nav-approvals");
        item.title = text(approval->request.subject);
        item.detail = Palette::tr("Held, %1 left").arg(timeLeft(approval->deadline, sources.now));
        item.hasWindow = true;
        contents.windows[static_cast<int>(contents.acts.size())]
            = [open = sources.openWindow, id = approval->id] { open(id); };
        contents.add(item, [go = sources.go, id = approval->id] { go({PageKind::Approvals, {}, -1, id}); });
    }
}

void addRuns(PaletteContents& contents, const PaletteSources& sources)
{
    std::set<std::string> lines;
    for (const host::RunSummary& run : std::views::reverse(sources.runs.all())) {
        const auto open = [go = sources.go, id = run.id] { go({PageKind::RunDetail, id, -1, {}}); };
        PaletteItem item;
        item.kind = host::isTerminal(run.state) ? Kind::Recent : Kind::Now;
        item.icon = QStringLiteral("nav-runs");
        item.title = subjectOf(run);
        item.detail = rowLabel(run);
        if (run.finishedAt)
            item.detail = Palette::tr("%1, %2").arg(item.detail, age(*run.finishedAt, sources.now));
        item.isRun = true;
        contents.add(item, open);
        if (!run.rehearsal && !run.line.empty() && lines.insert(run.line).second) {
            item.kind = Kind::Line;
            item.icon = QStringLiteral("nav-overview");
            item.title = text(run.line);
            item.isRun = false;
            contents.add(item, open);
        }
    }
    for (const std::string& line : sources.lines) {
        if (lines.contains(line))
            continue;
        PaletteItem item;
        item.kind = Kind::Line;
        item.icon = QStringLiteral("nav-overview");
        item.title = text(line);
        item.detail = Palette::tr("No run yet");
        contents.add(item, [go = sources.go] { go({PageKind::Overview, {}, -1, {}}); });
    }
}

void addCommands(PaletteContents& contents, const PaletteSources& sources)
{
    for (QAction* action : sources.commands.all()) {
        PaletteItem item;
        item.kind = Kind::Command;
        item.title = Commands::labelOf(*action);
        item.keys = action->shortcut().toString(QKeySequence::NativeText);
        item.locked = !action->isEnabled();
        if (item.locked)
            item.detail = action->whatsThis().isEmpty() ? Palette::tr("Locked: not possible now")
                                                        : Palette::tr("Locked: %1").arg(action->whatsThis());
        item.icon = sources.commands.iconOf(*action);
        contents.add(item, [action] { action->trigger(); });
    }
}

/// Whoever asked, wrote or decided what is known here; what they did stands in the audit.
void addPeople(PaletteContents& contents, const PaletteSources& sources)
{
    std::set<std::string> people{sources.person};
    for (int row = 0; const gate::Approval* approval = sources.approvals.at(row); ++row) {
        people.insert(approval->request.author);
        for (const gate::RecordedDecision& made : approval->decisions)
            people.insert(made.decision.by);
    }
    people.erase(std::string());
    for (const std::string& name : people) {
        PaletteItem item;
        item.kind = Kind::Person;
        item.icon = QStringLiteral("misc-person");
        item.title = text(name);
        item.detail = Palette::tr("Audit entries");
        contents.add(item, [go = sources.go, filter = withTerm({}, QStringLiteral("actor"), item.title)] {
            go({PageKind::Audit, {}, -1, {}, filter});
        });
    }
}

} // namespace

void PaletteContents::add(PaletteItem item, std::function<void()> act)
{
    item.id = static_cast<int>(acts.size());
    items.append(std::move(item));
    acts.push_back(std::move(act));
}

PaletteContents paletteContents(const PaletteSources& sources)
{
    PaletteContents contents;
    addApprovals(contents, sources);
    addRuns(contents, sources);
    addCommands(contents, sources);
    addPeople(contents, sources);
    return contents;
}

} // namespace signalbox::ui
