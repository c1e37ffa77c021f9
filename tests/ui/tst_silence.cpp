// SPDX-License-Identifier: GPL-3.0-or-later
// A server that does not answer: the pages that show something of it say so, with the age of what they show and when it
// is tried again; the tray and the desktop are told; and all of it goes once it answers.
#include "tests/signalboxtest.h"
#include "tests/ui/wholewindow.h"
#include "ui/models/silencetext.h"
#include "ui/shell/tray.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using std::chrono::minutes;
using std::chrono::seconds;
using test::noon;
using ui::PageKind;
using ui::ToldOf;

namespace {

ui::SourceWords lost(const QString& name, Milliseconds ago)
{
    return {.words = name, .works = false, .tip = {}, .name = name, .lostAt = noon() - ago, .lost = {u"acme/shop"_s}};
}

QString whole(const ui::SilenceText& text)
{
    return text.rest.isEmpty() ? text.sentence : text.sentence + u' ' + text.rest;
}

/// The strip above the page; empty: there is none.
QString stripOf(const QWidget& window)
{
    for (const auto* strip : window.findChildren<ui::ErrorStrip*>()) {
        if (strip->isVisible())
            return strip->accessibleName();
    }
    return {};
}

void show(test::WholeWindow& bench, PageKind page)
{
    bench.window->go({.page = page, .run = {}, .checkpoint = -1, .approval = {}});
    bench.settle();
}

gate::Approval ofShop()
{
    gate::Approval approval = test::grave(gate::RiskLevel::High);
    approval.request.line = "acme/shop";
    return approval;
}

} // namespace

class TestSilence : public QObject {
    Q_OBJECT

private slots:
    void itIsSaidWhatIsOldAndWhenItIsTriedAgain()
    {
        ui::SourceWords server = lost(u"GitHub"_s, minutes(7));
        server.heard = noon() - minutes(6);
        server.nextTry = noon() + seconds(27);

        QCOMPARE(whole(ui::silenceText(ToldOf::Lines, {server}, noon())),
                 u"No data from GitHub since 11:54. Lines show their last state. Next try in 30\u202fs."_s);
        QCOMPARE(whole(ui::silenceText(ToldOf::Runs, {server}, noon())),
                 u"Runs of GitHub are 6\u202fmin old, it does not answer. Next try in 30\u202fs."_s);
        server.nextTry = noon() + minutes(2);
        QCOMPARE(whole(ui::silenceText(ToldOf::Decisions, {server}, noon())),
                 u"GitHub does not answer since 11:54. Decisions for it are sent once it answers again."
                 " Next try in 2\u202fmin."_s);
    }

    void aHiccupIsNotSaid()
    {
        QCOMPARE(whole(ui::silenceText(ToldOf::Lines, {lost(u"GitHub"_s, seconds(40))}, noon())), QString());
    }

    void severalServersAreOneSentence()
    {
        QCOMPARE(whole(ui::silenceText(ToldOf::Lines, {lost(u"GitHub"_s, minutes(3)), lost(u"GitLab"_s, minutes(5))},
                                       noon())),
                 u"No data from GitHub, GitLab since 11:55. Lines show their last state."_s);
    }

    void thePagesOfAServerSayIt()
    {
        test::WholeWindow bench(true);
        bench.settle();
        auto& connections = bench.engine.outside.connections;
        connections = test::someConnections();
        for (host::ConnectionView& one : connections)
            one.fault.clear();
        connections[0].fault = "https://api.github.com: nothing answers there; check the address";
        connections[0].lostAt = noon() - minutes(5);
        connections[0].lost = {"acme/shop"};
        emit bench.engine.remoteFailed(
            QString::fromStdString(connections[0].fault)); // told of by its own strip, not by another
        bench.settle();

        show(bench, PageKind::Overview);
        QTRY_VERIFY(stripOf(*bench.window).startsWith(u"No data from GitHub since "_s));
        show(bench, PageKind::Runs);
        QVERIFY(stripOf(*bench.window).contains(u"it does not answer."_s));
        show(bench, PageKind::Approvals);
        QVERIFY(stripOf(*bench.window).contains(u"Decisions for it are sent once it answers again."_s));
        show(bench, PageKind::Knowledge);
        QCOMPARE(stripOf(*bench.window), QString());

        connections[0].fault.clear();
        connections[0].lostAt.reset();
        emit bench.engine.outside.connectionsChanged();
        bench.settle();
        show(bench, PageKind::Overview);
        QTRY_COMPARE(stripOf(*bench.window), QString());
    }

    void theSentenceOnAllLinesSaysSinceWhenTheyAreClear()
    {
        ui::SourceWords server = lost(u"GitHub"_s, minutes(7));
        server.heard = noon() - minutes(6);
        std::vector<ui::LineTrack> tracks(2);
        tracks[0].role = tracks[1].role = ui::StatusRole::Succeeded;
        tracks[0].run = RunId{1};
        tracks[1].run = RunId{2};
        const auto said = [&](ui::Saying saying) {
            QStringList words;
            for (const auto& part : ui::silenceParts({server}, noon(), saying)
                     + ui::overviewSentence(tracks, {}, {}, saying, ui::silentSince({server}, noon())))
                words << part.words;
            return words.join(u' ');
        };

        QCOMPARE(said(ui::Saying::Page), u"No data from GitHub for 6\u202fmin. 2 lines clear as of 11:54."_s);
        QCOMPARE(said(ui::Saying::Wall), u"No data: GitHub. 2 clear as of 11:54."_s);
    }

    void anotherFaultIsToldByItself()
    {
        test::WholeWindow bench(true);
        bench.settle();
        emit bench.engine.remoteFailed(u"the address of team is none"_s);
        bench.settle();

        QTRY_COMPARE(stripOf(*bench.window), u"A connection does not work. the address of team is none"_s);
    }

    void theDesktopIsToldAfterFiveMinutesOnce()
    {
        ui::Notices notices("operator");
        notices.silences({}, {}, noon());
        QVERIFY(notices.silences({lost(u"GitHub"_s, minutes(4))}, {}, noon()).empty());

        const auto told = notices.silences({lost(u"GitHub"_s, minutes(4))}, {}, noon() + minutes(1));
        QCOMPARE(told.size(), 1U);
        QCOMPARE(told[0].title, u"No data: GitHub"_s);
        QCOMPARE(told[0].body, u"Silent for 5 min. Lines show their last state."_s);
        QVERIFY(told[0].urgency == ui::Urgency::Normal);
        QVERIFY(notices.silences({lost(u"GitHub"_s, minutes(4))}, {}, noon() + minutes(2)).empty());
    }

    void aHeldReleaseThatLostItsSourceIsUrgent()
    {
        ui::Notices notices("operator");
        notices.silences({}, {}, noon());
        notices.setQuietUntil(noon() + std::chrono::hours(1));

        const auto told = notices.silences({lost(u"GitHub"_s, minutes(5))}, {ofShop()}, noon());

        QCOMPARE(told.size(), 1U);
        QCOMPARE(told[0].body, u"Silent for 5 min. 1 release is held."_s);
        QVERIFY(told[0].urgency == ui::Urgency::Critical);
    }

    void whatWasSilentAtTheStartIsNotNew()
    {
        ui::Notices notices("operator");
        QVERIFY(notices.silences({lost(u"GitHub"_s, minutes(1))}, {}, noon()).empty());
        QVERIFY(notices.silences({lost(u"GitHub"_s, minutes(1))}, {}, noon() + minutes(9)).empty());
    }

    void theTrayShowsThatNothingIsKnown()
    {
        test::WholeWindow bench(true);
        bench.engine.approvals.clear();
        emit bench.engine.approvalsChanged();
        bench.settle();
        ui::Tray tray(*bench.window, bench.engine, bench.themes, bench.clock);
        bench.engine.loadApprovals();
        bench.settle();
        const auto sources = [&](Milliseconds ago) {
            bench.clock.time = noon();
            emit bench.window->sourcesChanged({lost(u"GitHub"_s, ago)});
            return tray.arm();
        };

        QVERIFY(sources(seconds(20)) == ui::Tray::Arm::Clear);
        QVERIFY(sources(minutes(5)) == ui::Tray::Arm::Offline);
        QCOMPARE(tray.toolTip(), u"Signalbox: no data since 11:55."_s);
        emit bench.window->sourcesChanged(
            {lost(u"GitHub"_s, minutes(5)), {.words = u"Local CI"_s, .works = true, .tip = {}}});
        QVERIFY(tray.arm() == ui::Tray::Arm::Clear); // the lines of this computer go on
    }
};

SIGNALBOX_TEST(TestSilence)

} // namespace signalbox

#include "tst_silence.moc"
