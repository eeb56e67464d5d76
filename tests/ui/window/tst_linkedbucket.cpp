// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"

#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

/// A bucket that the command line names is shown, whatever page it is on.
class LinkedBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsABucketOfAnotherPage();
    void keepsItOverARefresh();
    void givesWayToASelection();
    void showsItWithoutThePage();
    void saysThatThereIsNone();
    void saysThatItCouldNotBeLoaded();

private:
    void start(const QString &bucket);
    Session &session() { return m_fixture->session(); }
    QString bucketOnPage(int page) const;
    bool says(const QString &text) const;
    QString inspected();

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void LinkedBucketTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void LinkedBucketTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void LinkedBucketTest::start(const QString &bucket)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e));
    m_fixture->commandLine().bucket = atlas::BucketId::fromHex(bucket);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(session().linkedBucket().state() != LinkedBucket::State::None);
    QTRY_VERIFY(!session().isBusy());
}

QString LinkedBucketTest::bucketOnPage(int page) const
{
    return m_simulator->world().projects[3].buckets[(page - 1) * 100 + 42].id;
}

bool LinkedBucketTest::says(const QString &text) const
{
    const auto labels = m_fixture->window()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

QString LinkedBucketTest::inspected()
{
    const auto &bucket = session().inspector().bucket();
    return bucket ? bucket->id.toHex() : QString();
}

void LinkedBucketTest::showsABucketOfAnotherPage()
{
    start(bucketOnPage(3));
    QCOMPARE(inspected(), bucketOnPage(3));
    QVERIFY(says(bucketOnPage(3)) || findByName<QWidget>(m_fixture->window(), u"ID"_s));
    QVERIFY(says(u"not on this page"_s));
    QCOMPARE(session().pager().page().value(), 1);
    QVERIFY(click(m_fixture->window(), u"Close"_s));
    QVERIFY(!says(u"not on this page"_s));
    QCOMPARE(inspected(), bucketOnPage(3));
}

void LinkedBucketTest::keepsItOverARefresh()
{
    start(bucketOnPage(3));
    session().refresh();
    QTRY_VERIFY(!session().isBusy());
    QCOMPARE(inspected(), bucketOnPage(3));
    session().pager().goToNext();
    QTRY_VERIFY(!session().isBusy());
    QCOMPARE(inspected(), bucketOnPage(3));
}

void LinkedBucketTest::givesWayToASelection()
{
    start(bucketOnPage(3));
    findByName<QTableView>(m_fixture->window(), u"Export buckets"_s)->selectRow(1);
    QTRY_COMPARE(inspected(), m_simulator->world().projects[3].buckets[1].id);
    QCOMPARE(session().linkedBucket().state(), LinkedBucket::State::None);
    QVERIFY(!says(u"not on this page"_s));
    // A row that goes takes its details with it.
    session().pager().goToNext();
    QTRY_COMPARE(inspected(), QString());
}

void LinkedBucketTest::showsItWithoutThePage()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix =
        u"/api/atlas/v2/groups/"_s + QString(sample::AtlasCliE2e) + u"/backup/exportBuckets"_s;
    fault.wholePath = true;
    m_simulator->addFault(fault);
    start(bucketOnPage(3));
    QCOMPARE(session().pager().state(), buckets::BucketPager::State::Failed);
    QCOMPARE(inspected(), bucketOnPage(3));
}

void LinkedBucketTest::saysThatThereIsNone()
{
    start(u"65f1a2b3c4d5e6f70819ffff"_s);
    QCOMPARE(session().linkedBucket().state(), LinkedBucket::State::Failed);
    QVERIFY(says(u"This project has no export bucket 65f1a2b3c4d5e6f70819ffff."_s));
    QCOMPARE(inspected(), QString());
}

void LinkedBucketTest::saysThatItCouldNotBeLoaded()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix =
        u"/api/atlas/v2/groups/"_s + QString(sample::AtlasCliE2e) + u"/backup/exportBuckets/"_s;
    m_simulator->addFault(fault);
    start(bucketOnPage(3));
    QVERIFY(says(u"could not be loaded"_s));
    session().retry();
    QTRY_COMPARE(inspected(), bucketOnPage(3));
    QVERIFY(!says(u"could not be loaded"_s));
}

QTEST_MAIN(LinkedBucketTest)
#include "tst_linkedbucket.moc"
