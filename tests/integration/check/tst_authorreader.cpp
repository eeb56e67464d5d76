// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "insight/authors/authorreader.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/support/testaccount.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using insight::AuthorReader;
using insight::Change;

namespace {

constexpr int LongEnough = 20'000;

QDateTime earlier()
{
    return QDateTime(QDate(2026, 11, 27), QTime(9, 0), atlas::Utc);
}

QDateTime later()
{
    return QDateTime(QDate(2026, 11, 28), QTime(9, 0), atlas::Utc);
}

QDateTime between()
{
    return QDateTime(QDate(2026, 11, 27), QTime(18, 30, 5), atlas::Utc);
}

} // namespace

/// Who made a change, asked of the simulator.
class AuthorReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhoAndWhen();
    void asksOnceAProjectAndNoOther();
    void asksWithoutTypesThatAtlasDoesNotKnow();
    void saysNothingOfAFullPage();
    void tellsOfFailures();
    void givesUpWhereNobodyIsReached();
    void endsWhenStopped();
    void readsAnotherComparison();

private:
    static insight::Comparison compared(const QList<Change> &changes);
    atlas::ProjectId project(int index) const
    {
        return *atlas::ProjectId::fromHex(m_simulator->world().projects[index].id);
    }
    Change schedule(int projectIndex) const;
    /// A schedule of the project was changed then.
    void plant(int projectIndex, const QDateTime &when = between());
    QList<atlassim::SeenRequest> eventCalls() const;
    void read(const QList<Change> &changes);

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<net::Client> m_client;
    std::unique_ptr<AuthorReader> m_reader;
};

void AuthorReaderTest::init()
{
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::World::withProjects(30, 2));
    QVERIFY(m_simulator->listen());
    m_client = std::make_unique<net::Client>(
        testsupport::clientSettings(m_simulator->baseUrl(), testsupport::serviceAccount()));
    m_reader = std::make_unique<AuthorReader>(*m_client);
}

void AuthorReaderTest::cleanup()
{
    m_reader.reset();
    m_client.reset();
    m_simulator.reset();
}

insight::Comparison AuthorReaderTest::compared(const QList<Change> &changes)
{
    insight::Comparison comparison;
    comparison.before.at = earlier();
    comparison.after.at = later();
    comparison.changes = changes;
    return comparison;
}

Change AuthorReaderTest::schedule(int projectIndex) const
{
    Change change;
    change.subject = Change::Subject::Schedule;
    change.project = project(projectIndex);
    change.cluster = atlas::ClusterName::fromString(u"ledger-02"_s);
    return change;
}

void AuthorReaderTest::plant(int projectIndex, const QDateTime &when)
{
    atlassim::Event event;
    event.id = u"6a0000000000000000000001"_s;
    event.eventTypeName = u"CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT"_s;
    event.created = when;
    event.actor.username = u"jane@example.com"_s;
    event.clusterName = u"ledger-02"_s;
    m_simulator->world().projects[projectIndex].events.append(event);
}

QList<atlassim::SeenRequest> AuthorReaderTest::eventCalls() const
{
    QList<atlassim::SeenRequest> calls = m_simulator->seenRequests();
    calls.removeIf([](const auto &one) { return !one.path.endsWith(u"/events"_s); });
    return calls;
}

void AuthorReaderTest::read(const QList<Change> &changes)
{
    m_reader->read(compared(changes));
    QTRY_VERIFY_WITH_TIMEOUT(!m_reader->isReading(), LongEnough);
}

void AuthorReaderTest::tellsWhoAndWhen()
{
    plant(0);
    // Made in the second that its ID tells, says the simulator, or the one after.
    atlassim::Bucket bucket = m_simulator->world().projects[1].buckets.constFirst();
    bucket.id = QString(QString::number(between().toSecsSinceEpoch(), 16) + u"0000000000000001"_s);
    m_simulator->world().projects[1].buckets.append(bucket);
    Change added;
    added.kind = Change::Kind::Added;
    added.project = project(1);
    added.bucket = *atlas::BucketId::fromHex(bucket.id);
    const QSignalSpy changed(m_reader.get(), &AuthorReader::changed);
    read({schedule(0), added, schedule(2)});
    QCOMPARE(m_reader->authors().size(), 3);
    QCOMPARE(m_reader->authors()[0], insight::Author({u"jane@example.com"_s, between()}));
    QVERIFY(m_reader->authors()[1]);
    QCOMPARE(m_reader->authors()[1]->when, between().addSecs(1));
    QVERIFY(!m_reader->authors()[2]);
    QVERIFY(changed.size() > 1);
}

void AuthorReaderTest::asksOnceAProjectAndNoOther()
{
    QList<Change> changes;
    for (int i = 0; i < 28; ++i)
        changes << schedule(i) << schedule(i);
    read(changes);
    QCOMPARE(eventCalls().size(), 28);
    const atlassim::SeenRequest call = eventCalls().constFirst();
    QCOMPARE(call.queryItem(u"itemsPerPage"_s), u"500"_s);
    QCOMPARE(call.queryItem(u"includeCount"_s), u"false"_s);
    QCOMPARE(call.queryItem(u"minDate"_s), u"2026-11-26T09:00:00Z"_s);
    QVERIFY(!call.queryItem(u"eventType"_s).isEmpty());
    // The same once more.
    read(changes);
    QCOMPARE(eventCalls().size(), 28);
}

void AuthorReaderTest::asksWithoutTypesThatAtlasDoesNotKnow()
{
    plant(0);
    plant(1);
    auto fault = atlassim::Fault::atlasError(400, u"INVALID_ENUM_VALUE"_s, u"Bad Request"_s,
                                             u"An invalid enumeration value was specified."_s);
    fault.queryItem = u"eventType=BUCKET_DELETED_AUDIT"_s;
    fault.times = atlassim::Fault::Forever;
    m_simulator->addFault(fault);
    const QSignalSpy failed(m_reader.get(), &AuthorReader::failed);
    read({schedule(0)});
    QVERIFY(m_reader->authors().value(0));
    QCOMPARE(eventCalls().size(), 2);
    // It is remembered.
    read({schedule(1)});
    QVERIFY(m_reader->authors().value(0));
    QCOMPARE(eventCalls().size(), 3);
    QVERIFY(failed.isEmpty());
}

/// One that nobody sees may be older than all of the page.
void AuthorReaderTest::saysNothingOfAFullPage()
{
    plant(0);
    for (int i = 0; i < 499; ++i) {
        plant(0, between().addSecs(60 + i));
        m_simulator->world().projects[0].events.last().clusterName = u"ledger-03"_s;
    }
    read({schedule(0)});
    QCOMPARE(m_reader->authors(), insight::Authors{std::nullopt});
    QCOMPARE(eventCalls().size(), 1);
}

void AuthorReaderTest::tellsOfFailures()
{
    plant(1);
    auto fault = atlassim::Fault::atlasError(403, u"USER_UNAUTHORIZED"_s, u"Forbidden"_s,
                                             u"The user may not see this."_s);
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/events"_s.arg(project(0).toHex());
    m_simulator->addFault(fault);
    const QSignalSpy failed(m_reader.get(), &AuthorReader::failed);
    read({schedule(0), schedule(1)});
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_reader->authors().value(0));
    QVERIFY(m_reader->authors().value(1));
}

void AuthorReaderTest::givesUpWhereNobodyIsReached()
{
    QList<Change> changes;
    for (int i = 0; i < 30; ++i)
        changes << schedule(i);
    m_simulator->close();
    const QSignalSpy failed(m_reader.get(), &AuthorReader::failed);
    read(changes);
    QVERIFY(!failed.isEmpty() && failed.size() < 30);
}

void AuthorReaderTest::endsWhenStopped()
{
    plant(0);
    m_reader->read(compared({schedule(0)}));
    QVERIFY(m_reader->isReading());
    m_reader->stop();
    QVERIFY(!m_reader->isReading());
    QVERIFY(m_reader->authors().isEmpty());
    // Who asks again begins anew.
    read({schedule(0)});
    QVERIFY(m_reader->authors().value(0));
}

void AuthorReaderTest::readsAnotherComparison()
{
    plant(1);
    m_reader->read(compared({schedule(0)}));
    QVERIFY(!m_reader->isAbout(compared({schedule(1)})));
    read({schedule(1)});
    QVERIFY(m_reader->isAbout(compared({schedule(1)})));
    QVERIFY(m_reader->authors().value(0));
}

QTEST_GUILESS_MAIN(AuthorReaderTest)

#include "tst_authorreader.moc"
