// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedconnections.h"
#include "tests/ui/cannedrights.h"
#include "tests/ui/stoppedclock.h"
#include "ui/connections/connectionssection.h"
#include "ui/connections/gapbox.h"
#include "ui/connections/receptionpane.h"
#include "ui/models/receptiontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/statuspill.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

class TestReceptionPane : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedConnections outside;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Light};
        std::unique_ptr<ui::ConnectionsSection> section;
        ui::ReceptionPane* pane = nullptr;

        explicit Bench(const host::ReceptionView& reception)
        {
            outside.connections = test::someConnections();
            outside.reception = reception;
            section = std::make_unique<ui::ConnectionsSection>(themes, outside, clock);
            pane = section->findChild<ui::ReceptionPane*>();
            section->resize(1060, 800);
            section->show();
            section->entered();
            const int rows = static_cast<int>(outside.connections.size()) + 1;
            static_cast<void>(QTest::qWaitFor([&] { return list()->model()->rowCount() == rows; }, 500));
            list()->setCurrentIndex(list()->model()->index(rows - 1, 0));
        }
        QListView* list() const { return section->findChild<QListView*>(u"connections"_s); }
        QString route(int row, int role = Qt::DisplayRole) const
        {
            return pane->findChild<QListView*>()->model()->index(row, 0).data(role).toString();
        }
        ui::Button* button(const QString& label) const
        {
            for (auto* each : pane->findChildren<ui::Button*>()) {
                if (each->text() == label && each->isVisible())
                    return each;
            }
            return nullptr;
        }
        ui::LineField* address() const { return pane->findChild<ui::LineField*>(); }
        void type(const QString& words) const
        {
            address()->selectAll();
            QTest::keyClicks(address(), words);
        }
        QString gap() const
        {
            const auto* box = pane->findChild<ui::GapBox*>();
            return box->isVisible() ? box->accessibleName() : QString();
        }
        bool wasSent(const std::string& words) const { return std::ranges::count(outside.sent, words) > 0; }
        bool says(const QString& words) const
        {
            return std::ranges::any_of(pane->findChildren<ui::Label*>(), [&words](const auto* label) {
                return label->isVisible() && label->text() == words;
            });
        }
    };

    static host::ReceptionView off() { return test::CannedConnections().reception; }
    static host::ReceptionView on()
    {
        host::ReceptionView reception = off();
        reception.on = true;
        reception.listening = reception.address;
        reception.routes[0].isOn = true;
        reception.routes[0].lastDelivery = test::noon() - std::chrono::seconds(12);
        return reception;
    }
    static host::ReceptionView inUse()
    {
        host::ReceptionView reception = off();
        reception.on = true;
        reception.fault = "127.0.0.1:5000 is in use by another program; choose another address";
        return reception;
    }

private slots:
    void offItIsOneQuietRow()
    {
        const ui::ListRow row = ui::receptionRow(off(), test::noon());
        QCOMPARE(row.title, u"Webhooks"_s);
        QCOMPARE(row.detail, u"Not received here"_s);
        QCOMPARE(row.right, u"Off"_s);
        QVERIFY(!row.urgent && row.rightBelow.isEmpty());
        const Bench bench(off());
        QCOMPARE(bench.address()->text(), u"127.0.0.1:5000"_s);
        QVERIFY(bench.gap().isEmpty() && bench.button(u"Turn on"_s));
        QVERIFY(!bench.button(u"Listen there"_s));
    }

    void aRouteSaysWhyItIsOffAndWhenItWasUsed()
    {
        const auto rows = ui::routeRows(on(), test::noon());
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].detail, u"/webhook/github"_s);
        QCOMPARE(rows[0].right, u"On"_s);
        QCOMPARE(rows[0].rightBelow, u"12\u202fs ago"_s);
        QCOMPARE(rows[1].detail, u"GITLAB_WEBHOOK_TOKEN is not set"_s);
        QCOMPARE(rows[1].right, u"Off"_s);
        QCOMPARE(rows[2].right, u"This computer only"_s);
    }

    void aRouteSaysThatWhatComesIsSignedWithAnotherSecret()
    {
        host::ReceptionView reception = on();
        reception.routes[0].refused = 30;
        reception.routes[0].lastRefused = test::noon() - std::chrono::seconds(5);

        const ui::ListRow row = ui::routeRows(reception, test::noon())[0];
        QVERIFY(row.role == ui::StatusRole::OffBaseline && row.urgent);
        QCOMPARE(row.right, u"Another secret there"_s);
        QCOMPARE(row.rightBelow, u"30 refused, 5\u202fs ago"_s);
        QCOMPARE(ui::standingOf(reception).words, u"Deliveries refused"_s);

        reception.routes[0].lastDelivery = test::noon(); // the right one came since
        QCOMPARE(ui::routeRows(reception, test::noon())[0].right, u"On"_s);
        QCOMPARE(ui::standingOf(reception).words, u"On"_s);
    }

    void fromElsewhereReadersAreRefusedWithoutAToken()
    {
        host::ReceptionView reception = on();
        reception.fromElsewhere = true;
        reception.readers = host::Readers::Nobody;
        const ui::ListRow row = ui::routeRows(reception, test::noon()).last();
        QCOMPARE(row.right, u"Refused"_s);
        QCOMPARE(row.detail, u"SIGNALBOX_STATUS_TOKEN is not set"_s);
        QVERIFY(row.urgent);
        QVERIFY(!ui::needsPerson(reception)); // deliveries come
        reception.readers = host::Readers::WithToken;
        QCOMPARE(ui::routeRows(reception, test::noon()).last().right, u"With the token"_s);
    }

    void itIsTurnedOnAtTheAddressThatWasTyped()
    {
        const Bench bench(off());
        bench.type(u"127.0.0.1:5001"_s);
        QTest::mouseClick(bench.button(u"Turn on"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("receiveWebhooks on 127.0.0.1:5001"));
        QVERIFY(bench.button(u"Turn on"_s)->isLocked()); // until it is answered
        QTRY_VERIFY(bench.button(u"Turn off"_s));
        QTRY_VERIFY(!bench.button(u"Turn off"_s)->isLocked());
        QCOMPARE(bench.address()->text(), u"127.0.0.1:5001"_s);
    }

    void itIsTurnedOffWhateverIsTyped()
    {
        const Bench bench(on());
        bench.type(u"nonsense"_s);
        QTest::mouseClick(bench.button(u"Turn off"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("receiveWebhooks off 127.0.0.1:5000"));
    }

    void anotherAddressIsTakenByEnter()
    {
        const Bench bench(on());
        QTest::keyClick(bench.address(), Qt::Key_Return); // nothing was changed
        QVERIFY(!bench.wasSent("receiveWebhooks on 127.0.0.1:5000"));
        bench.type(u"127.0.0.1:5001"_s);
        QVERIFY(bench.button(u"Listen there"_s));
        QTest::keyClick(bench.address(), Qt::Key_Return);
        QVERIFY(bench.wasSent("receiveWebhooks on 127.0.0.1:5001"));
        QTRY_VERIFY(!bench.button(u"Listen there"_s));
    }

    void whatIsTypedOutlastsALook()
    {
        Bench bench(on());
        bench.type(u"127.0.0.1:50"_s);
        emit bench.outside.receptionLoaded(on());
        QCOMPARE(bench.address()->text(), u"127.0.0.1:50"_s);
    }

    void aRefusalIsToldAndTheAddressStays()
    {
        Bench bench(off());
        bench.outside.outcome = Error{ErrorCode::InvalidInput, "\"5000\" is no address to listen to"};
        bench.type(u"5000"_s);
        QTest::mouseClick(bench.button(u"Turn on"_s), Qt::LeftButton);
        auto* strip = bench.pane->findChild<ui::ErrorStrip*>();
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(strip->sentence(), u"\"5000\" is no address to listen to"_s);
        QCOMPARE(bench.address()->text(), u"5000"_s);
    }

    void withoutAnAddressItCannotBeTurnedOn()
    {
        const Bench bench(off());
        bench.address()->selectAll();
        QTest::keyClick(bench.address(), Qt::Key_Delete);
        QVERIFY(bench.button(u"Turn on"_s)->isLocked());
    }

    void aPortInUseIsToldAndTriedAgain()
    {
        Bench bench(inUse());
        QVERIFY(bench.gap().startsWith(u"Webhooks are not received. 127.0.0.1:5000 is in use"_s));
        QCOMPARE(bench.pane->findChild<ui::StatusPill*>()->accessibleName(), u"Not open"_s);
        QVERIFY(ui::receptionRow(inUse(), test::noon()).urgent);
        QSignalSpy troubled(bench.section.get(), &ui::ConnectionsSection::troubledChanged);
        bench.outside.reception = on();
        bench.outside.sent.clear();
        QTest::mouseClick(bench.button(u"Try again"_s), Qt::LeftButton);
        QVERIFY(bench.wasSent("loadReception"));
        QTRY_VERIFY(bench.gap().isEmpty());
        QCOMPARE(troubled.last().at(0).toInt(), ui::troubled(bench.outside.connections, test::noon()));
    }

    void withoutASecretItSaysWhatToSet()
    {
        host::ReceptionView reception = on();
        reception.routes[0].isOn = reception.routes[0].hasSecret = false;
        const Bench bench(reception);
        QVERIFY(bench.gap().startsWith(u"Every route is off. Set GITHUB_WEBHOOK_SECRET or GITLAB_WEBHOOK_TOKEN"_s));
        QCOMPARE(bench.pane->findChild<ui::StatusPill*>()->accessibleName(), u"No route is on"_s);
        QVERIFY(ui::needsPerson(reception));
    }

    void whileTheStoreCannotBeWrittenItIsLocked()
    {
        const Bench bench(on());
        bench.section->setOffline(u"the store cannot be written"_s);
        QVERIFY(bench.button(u"Turn off"_s)->isLocked());
        QVERIFY(bench.address()->isReadOnly());
        QVERIFY(bench.says(u"Locked: the store cannot be written"_s));
        bench.section->setOffline({});
        QVERIFY(!bench.button(u"Turn off"_s)->isLocked() && !bench.address()->isReadOnly());
    }

    void keysReachWhatAMouseReaches()
    {
        const Bench bench(on());
        bench.type(u"127.0.0.1:5001"_s);
        for (const QWidget* each :
             std::initializer_list<QWidget*>{bench.address(), bench.button(u"Turn off"_s),
                                             bench.button(u"Listen there"_s), bench.pane->findChild<QListView*>()})
            QVERIFY(each->focusPolicy() & Qt::TabFocus);
        QCOMPARE(bench.address()->accessibleName(), u"Listens at"_s);
        QCOMPARE(bench.pane->findChild<QListView*>()->accessibleName(), u"Routes"_s);
        QVERIFY(bench.route(1, Qt::AccessibleTextRole).contains(u"GITLAB_WEBHOOK_TOKEN is not set"_s));
    }
};

SIGNALBOX_TEST(TestReceptionPane)

} // namespace signalbox

#include "tst_receptionpane.moc"
