// SPDX-License-Identifier: Apache-2.0
#include "net/wire/lanes.h"

#include "net/proxy/proxydoor.h"

#include <QNetworkReply>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

using namespace std::chrono_literals;
using net::Lane;
using net::Lanes;
using net::Place;
using net::Priority;

Q_DECLARE_METATYPE(net::Priority)

namespace {

/// One who asks for a place.
struct Asker
{
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    Place place;
};

/// Those who have asked, in that order.
class Askers
{
public:
    explicit Askers(Lanes &lanes) : m_lanes(lanes) { }

    /// Returns the last.
    Asker &ask(Priority priority, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            Asker &asker = m_askers.emplace_back();
            m_lanes.take(priority, asker.context.get(),
                         [&asker](Place place) { asker.place = std::move(place); });
        }
        return m_askers.back();
    }
    Asker &operator[](std::size_t index) { return m_askers.at(index); }
    int served() const
    {
        return static_cast<int>(
            std::count_if(m_askers.begin(), m_askers.end(),
                          [](const Asker &asker) { return bool(asker.place); }));
    }
    void giveAllBack()
    {
        for (Asker &asker : m_askers)
            asker.place = {};
    }

private:
    Lanes &m_lanes;
    std::deque<Asker> m_askers;
};

} // namespace

/// Who gets which place, and when lanes open, close and are shut.
class LanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsTheFirstLaneFirst();
    void handsOutNoMoreThanThereAre();
    void keepsAPlaceForWhoeverWaits();
    void servesByPriority();
    void servesThePromotedFirst();
    void staysWholeWhoeverLeaves_data();
    void staysWholeWhoeverLeaves();
    void takesAPlaceBackOnce();
    void takesPlacesBackWhileItServes();
    void isOutlivedByItsPlaces();
    void shutsALaneThatBreaks();
    void blamesTheServerIfTheFirstBreaks();
    void closesAnIdleLane();
};

void LanesTest::fillsTheFirstLaneFirst()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    askers.ask(Priority::Sweep, Lane::Connections - 1);
    QCOMPARE(askers[4].place.laneNumber(), 0);
    QCOMPARE(askers.ask(Priority::Sweep).place.laneNumber(), 1);
    QCOMPARE(askers.ask(Priority::Waited).place.laneNumber(), 0);
    QCOMPARE(askers.ask(Priority::Waited).place.laneNumber(), 1);

    const int number = askers[2].place.number();
    askers[2].place = {};
    QCOMPARE(askers.ask(Priority::Waited).place.number(), number);
    QCOMPARE(lanes.open(), 0); // Nobody has sent anything.
}

void LanesTest::handsOutNoMoreThanThereAre()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    askers.ask(Priority::Waited, 30);
    QCOMPARE(askers.served(), 24);
    QCOMPARE(lanes.taken(), Lanes::MostPlaces);
    QCOMPARE(lanes.waiting(), 6);
    QSet<int> numbers;
    for (std::size_t i = 0; i < 24; ++i)
        numbers.insert(askers[i].place.number());
    QCOMPARE(numbers.size(), 24);

    for (std::size_t i = 0; i < 6; ++i)
        askers[i].place = {};
    QCOMPARE(askers.served(), 24);
    QCOMPARE(lanes.waiting(), 0);
    askers.giveAllBack();
    QCOMPARE(lanes.taken(), 0);
}

void LanesTest::keepsAPlaceForWhoeverWaits()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    askers.ask(Priority::Sweep, 40);
    askers.ask(Priority::Ahead, 40);
    QCOMPARE(askers.served(), 23);
    Asker &person = askers.ask(Priority::Waited);
    QVERIFY(person.place);
    QCOMPARE(person.place.laneNumber(), 0);
    person.place = {};
    QCOMPARE(lanes.taken(), 23);
    QVERIFY(askers.ask(Priority::Waited).place);
}

void LanesTest::servesByPriority()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    askers.ask(Priority::Waited, 24);
    const Asker &ahead = askers.ask(Priority::Ahead);
    const Asker &sweep = askers.ask(Priority::Sweep);
    const Asker &waited = askers.ask(Priority::Waited);
    askers[10].place = {};
    QVERIFY(waited.place);
    QVERIFY(!sweep.place);
    askers[11].place = {};
    QVERIFY(sweep.place);
    QVERIFY(!ahead.place);
    askers[12].place = {};
    QVERIFY(ahead.place);
}

void LanesTest::servesThePromotedFirst()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    askers.ask(Priority::Waited, 24);
    askers.ask(Priority::Sweep, 3);
    const Asker &ahead = askers.ask(Priority::Ahead);
    const Asker &first = askers.ask(Priority::Waited);
    askers.ask(Priority::Waited);
    lanes.promote(ahead.context.get(), Priority::Waited);
    lanes.promote(first.context.get(), Priority::Waited); // Is not put last.
    const QObject stranger;
    lanes.promote(&stranger, Priority::Waited);
    askers[0].place = {};
    QVERIFY(first.place);
    QVERIFY(!ahead.place);
    askers[1].place = {};
    askers[2].place = {};
    QVERIFY(ahead.place);
}

void LanesTest::staysWholeWhoeverLeaves_data()
{
    QTest::addColumn<Priority>("priority");
    QTest::newRow("waited for") << Priority::Waited;
    QTest::newRow("sweep") << Priority::Sweep;
    QTest::newRow("ahead") << Priority::Ahead;
}

/// Each subset of five, two of them with places, leaves by each of three ways.
void LanesTest::staysWholeWhoeverLeaves()
{
    QFETCH(const Priority, priority);
    constexpr std::size_t askerCount = 5;
    for (unsigned subset = 0; subset < (1U << askerCount); ++subset) {
        for (int way = 0; way < 3; ++way) {
            net::ProxyDoor door;
            Lanes lanes(door);
            Askers others(lanes);
            others.ask(Priority::Sweep, Lanes::MostPlaces - 3);
            others.ask(Priority::Waited);
            Askers askers(lanes);
            askers.ask(priority, askerCount);
            int stay = 0;
            for (std::size_t i = 0; i < askerCount; ++i) {
                if ((subset & (1U << i)) == 0) {
                    ++stay;
                    continue;
                }
                if (way == 0)
                    lanes.withdraw(askers[i].context.get());
                else if (way == 1)
                    askers[i].context.reset();
                askers[i].place = {};
                if (way == 2)
                    lanes.withdraw(askers[i].context.get());
            }
            others.giveAllBack();
            QCOMPARE(askers.served() >= stay, true);
            askers.giveAllBack();
            QCOMPARE(lanes.taken(), 0);
            QCOMPARE(lanes.waiting(), 0);
        }
    }
}

void LanesTest::takesAPlaceBackOnce()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    Place first = std::move(askers.ask(Priority::Waited).place);
    QVERIFY(first);
    Place second = std::move(first);
    QCOMPARE(lanes.taken(), 1);
    second = std::move(askers.ask(Priority::Waited).place);
    QCOMPARE(lanes.taken(), 1);
    second = Place();
    QCOMPARE(lanes.taken(), 0);
}

/// Whoever is handed one lets it go at once.
void LanesTest::takesPlacesBackWhileItServes()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    Askers askers(lanes);
    askers.ask(Priority::Waited, 24);
    QObject context;
    int handed = 0;
    for (const auto priority : {Priority::Ahead, Priority::Sweep, Priority::Waited}) {
        for (int i = 0; i < 100; ++i)
            lanes.take(priority, &context, [&handed](const Place &) { ++handed; });
    }
    askers.giveAllBack();
    QCOMPARE(handed, 300);
    QCOMPARE(lanes.taken(), 0);
}

void LanesTest::isOutlivedByItsPlaces()
{
    net::ProxyDoor door;
    auto lanes = std::make_unique<Lanes>(door);
    Askers askers(*lanes);
    askers.ask(Priority::Waited, 30);
    lanes.reset();
    askers.giveAllBack();
    QCOMPARE(askers.served(), 0);
}

void LanesTest::shutsALaneThatBreaks()
{
    net::ProxyDoor door;
    Lanes lanes(door, {1min, 100ms});
    Askers askers(lanes);
    lanes.noteBreak(1);
    lanes.noteBreak(3);
    askers.ask(Priority::Sweep, 30);
    QCOMPARE(askers.served(), 11);
    QCOMPARE(askers[5].place.laneNumber(), 2);
    lanes.noteAnswer(2);
    QTest::qWait(120);
    askers[0].place = {};
    QCOMPARE(askers.served(), 23);
}

/// It is down or far away, and bears as many as ever when it is back.
void LanesTest::blamesTheServerIfTheFirstBreaks()
{
    net::ProxyDoor door;
    Lanes lanes(door);
    lanes.noteBreak(1);
    lanes.noteBreak(0);
    lanes.noteBreak(2);
    Askers askers(lanes);
    askers.ask(Priority::Waited, 24);
    QCOMPARE(askers.served(), 24);

    lanes.noteAnswer(0);
    lanes.noteBreak(2);
    askers.giveAllBack();
    Askers later(lanes);
    later.ask(Priority::Waited, 24);
    QCOMPARE(later.served(), 18);
}

void LanesTest::closesAnIdleLane()
{
    net::ProxyDoor door;
    Lanes lanes(door, {20ms, 10min});
    Askers askers(lanes);
    askers.ask(Priority::Waited, 7);
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (const std::size_t asker : {std::size_t(0), std::size_t(6)}) {
        replies.emplace_back(askers[asker].place.lane().get(
            QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:1/"))), {}));
        replies.back()->setParent(nullptr);
        QTRY_VERIFY(replies.back()->isFinished());
    }
    QCOMPARE(lanes.open(), 2);
    QTest::qWait(40);
    QCOMPARE(lanes.open(), 2); // It is in use.
    replies.clear();
    askers.giveAllBack();
    QTRY_COMPARE(lanes.open(), 1);
    QVERIFY(lanes.first().isOpen());
}

QTEST_GUILESS_MAIN(LanesTest)
#include "tst_lanes.moc"
