// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/folderrules.h"

namespace signalbox::test {

namespace {

using namespace Qt::StringLiterals;

const QStringList kFeatures{u"core/log"_s,     u"core/change"_s,  u"core/build"_s, u"core/flaky"_s,
                            u"core/metrics"_s, u"core/rollout"_s, u"core/gate"_s,  u"core/record"_s,
                            u"core/model"_s,   u"core/ci"_s,      u"core/line"_s,  u"core/notify"_s};
const QStringList kGround{u"core/base"_s, u"core/graph"_s};
const QStringList kRim{u"core/store"_s, u"core/net"_s, u"core/local"_s};
const QStringList kPages{u"ui/overview"_s,  u"ui/approvals"_s, u"ui/runs"_s,      u"ui/deployments"_s,
                         u"ui/incidents"_s, u"ui/builds"_s,    u"ui/knowledge"_s, u"ui/agents"_s,
                         u"ui/audit"_s,     u"ui/settings"_s,  u"ui/firstrun"_s};
const QString kConnections = u"ui/connections"_s; // what pages share of outside systems

// The door and the values that pass through it: all that the interface sees of core, besides base.
const QStringList kValues{
    u"core/host/views.h"_s,         u"core/host/logdocument.h"_s,      u"core/host/logmap.h"_s,
    u"core/gate/approval.h"_s,      u"core/graph/drawing.h"_s,         u"core/agents/escalation.h"_s,
    u"core/ci/cisystem.h"_s,        u"core/record/auditchain.h"_s,     u"core/host/computercheck.h"_s,
    u"core/gate/requirements.h"_s,  u"core/agents/gateevidence.h"_s,   u"core/agents/sentdecision.h"_s,
    u"core/metrics/series.h"_s,     u"core/metrics/thinning.h"_s,      u"core/host/connectionviews.h"_s,
    u"core/gate/decisionrules.h"_s, u"core/host/repositoryaddress.h"_s};
const QString kDoor = u"core/host/agenthost.h"_s;
const QString kOuterDoor = u"core/host/connectionhost.h"_s;
const QString kTheme = u"ui/shell/theme.h"_s;
const QString kPage = u"ui/shell/page.h"_s; // what every page is
const QString kEmbedded = u"resources/embedded.h"_s;

void addCore(QMap<QString, FolderRule>& rules)
{
    const QStringList engine = kGround + kFeatures + QStringList{u"core/agents"_s};
    rules[u"core/base"_s] = {.folders = {}, .headers = {}, .aboveRim = true};
    rules[u"core/graph"_s] = {.folders = {u"core/base"_s}, .headers = {}, .aboveRim = true};
    for (const QString& feature : kFeatures)
        rules[feature] = {.folders = kGround, .headers = {}, .aboveRim = true};
    rules[u"core/agents"_s] = {.folders = kGround + kFeatures, .headers = {}, .aboveRim = true};
    for (const QString& folder : kRim)
        rules[folder] = {.folders = engine, .headers = {kEmbedded}, .aboveRim = false};
    rules[u"core/host"_s] = {.folders = engine + kRim, .headers = {kEmbedded}, .aboveRim = false};
}

void addInterface(QMap<QString, FolderRule>& rules)
{
    const QStringList models{u"core/base"_s, u"ui/models"_s};
    const QStringList parts = models + QStringList{u"ui/widgets"_s};
    rules[u"ui/models"_s] = {.folders = models, .headers = kValues + QStringList{kDoor}, .aboveRim = false};
    rules[u"ui/widgets"_s]
        = {.folders = models, .headers = kValues + QStringList{kTheme, kEmbedded}, .aboveRim = false};
    const QStringList seen = kValues + QStringList{kDoor, kOuterDoor, kTheme, kPage, kEmbedded};
    rules[u"ui"_s] = {.folders = {}, .headers = {}, .aboveRim = false}; // precompiled headers
    rules[kConnections] = {.folders = parts, .headers = seen, .aboveRim = false};
    for (const QString& page : kPages)
        rules[page] = {.folders = parts + QStringList{kConnections}, .headers = seen, .aboveRim = false};
    rules[u"ui/gallery"_s] = {.folders = parts + QStringList{u"ui/overview"_s}, .headers = seen, .aboveRim = false};
    rules[u"ui/shell"_s] = {.folders = parts + kPages + QStringList{kConnections}, .headers = seen, .aboveRim = false};
}

} // namespace

const QMap<QString, FolderRule>& folderRules()
{
    static const QMap<QString, FolderRule> all = [] {
        QMap<QString, FolderRule> rules;
        addCore(rules);
        addInterface(rules);
        const QStringList core = kGround + kFeatures + kRim + QStringList{u"core/agents"_s, u"core/host"_s};
        const QStringList ui
            = kPages + QStringList{kConnections, u"ui/models"_s, u"ui/widgets"_s, u"ui/shell"_s, u"ui/gallery"_s};
        rules[u"app/job"_s]
            = {.folders = kGround + kFeatures + QStringList{u"core/local"_s}, .headers = {}, .aboveRim = false};
        rules[u"app/ctl"_s] = {.folders = core, .headers = {kEmbedded}, .aboveRim = false};
        rules[u"app/console"_s] = {.folders = core + ui, .headers = {kEmbedded}, .aboveRim = false};
        return rules;
    }();
    return all;
}

QString folderOf(const QString& path)
{
    return path.count(u'/') > 1 ? path.section(u'/', 0, 1) : path.section(u'/', 0, 0);
}

QString refusal(const QString& folder, const QString& header)
{
    const auto rule = folderRules().constFind(folder);
    if (rule == folderRules().constEnd())
        return u"%1 has no row in tests/arch/folderrules.cpp"_s.arg(folder);
    const QString target = folderOf(header);
    if (target == folder || rule->folders.contains(target) || rule->headers.contains(header))
        return {};
    return u"%1 may not include %2"_s.arg(folder, header);
}

} // namespace signalbox::test
