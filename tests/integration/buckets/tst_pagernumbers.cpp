// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/pagestatus.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using State = BucketPager::State;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups/"_s;

atlas::PageNumber page(int number)
{
    return *atlas::PageNumber::from(number);
}

} // namespace

/// The numbers that the pager tells are those of the rows on screen, whatever was asked for since.
class PagerNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsTheNumbersOfTheRows_data();
    void keepsTheNumbersOfTheRows();
    void goesOnFromTheRowsOnScreen_data();
    void goesOnFromTheRowsOnScreen();
    void countsInTheNewSizeOnceItIsHere();
    void mutesTheRowsWhileAnotherPageLoads();
    void keepsTheRowOnTop();
    void keepsThePageThatWasAskedForFirst();
    void countsWhatAFilterLeaves();

private:
    BucketPager &pager() { return m_session->pager(); }
    void openSecondPage();
    void choose(int itemsPerPage);
    void breakNextAnswer();
    void holdNextAnswer();
    int firstRowShown() const;
    QString onScreen() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};

void PagerNumbersTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_session = std::make_unique<Session>(
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount()));
}

void PagerNumbersTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

void PagerNumbersTest::openSecondPage()
{
    pager().open(*atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e)), page(2));
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(insight::pageStatus(pager()), u"101–200 of 2,508"_s);
}

void PagerNumbersTest::choose(int itemsPerPage)
{
    pager().setOptions({*atlas::ItemsPerPage::from(itemsPerPage), true});
}

void PagerNumbersTest::breakNextAnswer()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix = GroupsPath;
    m_simulator->addFault(fault);
}

void PagerNumbersTest::holdNextAnswer()
{
    m_simulator->addFault(Fault::delay(GroupsPath, std::chrono::hours(1)));
}

/// Where the first row on screen stands among all that the simulator has, from 1 on.
int PagerNumbersTest::firstRowShown() const
{
    const auto &buckets = m_simulator->world().projects[3].buckets;
    const QString id = m_session->buckets().bucketAt(0).id.toHex();
    for (int i = 0; i < static_cast<int>(buckets.size()); ++i) {
        if (buckets[i].id == id)
            return i + 1;
    }
    return 0;
}

/// As the rows are, not as the pager says they are.
QString PagerNumbersTest::onScreen() const
{
    const QLocale locale;
    const int first = firstRowShown();
    return u"%1–%2 of %3"_s.arg(
        locale.toString(first), locale.toString(first + m_session->buckets().rowCount() - 1),
        locale.toString(int(m_simulator->world().projects[3].buckets.size())));
}

void PagerNumbersTest::keepsTheNumbersOfTheRows_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("goTo");
    QTest::addColumn<bool>("isStopped");
    QTest::addColumn<QString>("meanwhile");
    for (const bool isStopped : {false, true}) {
        const char *end = isStopped ? "stopped" : "failed";
        QTest::addRow("greater, %s", end) << 500 << 0 << isStopped << u" · loading 500 per page…"_s;
        QTest::addRow("smaller, %s", end) << 50 << 0 << isStopped << u" · loading 50 per page…"_s;
        QTest::addRow("odd, %s", end) << 7 << 0 << isStopped << u" · loading 7 per page…"_s;
        QTest::addRow("another page, %s", end) << 0 << 7 << isStopped << u" · loading page 7…"_s;
    }
}

void PagerNumbersTest::keepsTheNumbersOfTheRows()
{
    QFETCH(const int, size);
    QFETCH(const int, goTo);
    QFETCH(const bool, isStopped);
    QFETCH(const QString, meanwhile);
    openSecondPage();
    if (isStopped)
        holdNextAnswer();
    else
        breakNextAnswer();
    if (size > 0)
        choose(size);
    else
        pager().goTo(page(goTo));
    QCOMPARE(insight::pageStatus(pager()), onScreen() + meanwhile);
    QVERIFY(m_session->buckets().isStale());
    if (isStopped)
        pager().stop();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().state(), isStopped ? State::Ready : State::Failed);
    QCOMPARE(m_session->buckets().isStale(), !isStopped);
    QCOMPARE(insight::pageStatus(pager()), onScreen());
    QCOMPARE(insight::pageStatus(pager()), u"101–200 of 2,508"_s);
    QCOMPARE(pager().page(), page(2));
    QCOMPARE(pager().pageCount(), 26);
    QCOMPARE(pager().request().page, page(2));
    QCOMPARE(pager().request().itemsPerPage.value(), 100);
    QVERIFY(pager().hasNext());
    QVERIFY(pager().hasPrevious());
    QVERIFY(pager().canGoToLast());
}

void PagerNumbersTest::goesOnFromTheRowsOnScreen_data()
{
    using Step = void (BucketPager::*)();
    QTest::addColumn<int>("size");
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("rowToSee");
    for (const int size : {500, 50, 30}) {
        QTest::addRow("retry, %d", size) << size << &BucketPager::refresh << 101;
        QTest::addRow("next, %d", size) << size << &BucketPager::goToNext << 201;
        QTest::addRow("previous, %d", size) << size << &BucketPager::goToPrevious << 100;
        QTest::addRow("first, %d", size) << size << &BucketPager::goToFirst << 1;
        QTest::addRow("last, %d", size) << size << &BucketPager::goToLast << 2508;
    }
}

void PagerNumbersTest::goesOnFromTheRowsOnScreen()
{
    using Step = void (BucketPager::*)();
    QFETCH(const int, size);
    QFETCH(const Step, step);
    QFETCH(const int, rowToSee);
    openSecondPage();
    breakNextAnswer();
    choose(size);
    QTRY_COMPARE(pager().state(), State::Failed);
    (pager().*step)();
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(insight::pageStatus(pager()), onScreen());
    QCOMPARE(pager().request().itemsPerPage.value(), size);
    QVERIFY(firstRowShown() <= rowToSee);
    QVERIFY(firstRowShown() + m_session->buckets().rowCount() > rowToSee);
}

void PagerNumbersTest::countsInTheNewSizeOnceItIsHere()
{
    openSecondPage();
    choose(50);
    QCOMPARE(pager().pageCount(), 26);
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(insight::pageStatus(pager()), u"101–150 of 2,508"_s);
    QCOMPARE(insight::pageStatus(pager()), onScreen());
    QCOMPARE(pager().page(), page(3));
    QCOMPARE(pager().pageCount(), 51);

    // A number is typed for the pages that one sees.
    breakNextAnswer();
    choose(100);
    QTRY_COMPARE(pager().state(), State::Failed);
    pager().goTo(page(5)); // of 50 rows: from the 201st on
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(insight::pageStatus(pager()), u"201–300 of 2,508"_s);
}

void PagerNumbersTest::mutesTheRowsWhileAnotherPageLoads()
{
    openSecondPage();
    holdNextAnswer();
    pager().refresh();
    QVERIFY(!m_session->buckets().isStale());
    QCOMPARE(insight::pageStatus(pager()), u"101–200 of 2,508 · loading page 2…"_s);
    pager().goToNext();
    QVERIFY(m_session->buckets().isStale());
    pager().stop();
    QVERIFY(!m_session->buckets().isStale());

    m_simulator->clearFaults();
    breakNextAnswer();
    pager().refresh();
    QTRY_COMPARE(pager().state(), State::Failed);
    holdNextAnswer();
    pager().goToNext();
    pager().stop();
    QVERIFY2(m_session->buckets().isStale(), "what could not be read anew is no newer now");
}

void PagerNumbersTest::keepsTheRowOnTop()
{
    openSecondPage();
    pager().setRowOnTop(79); // the 180th of all
    choose(50);
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(insight::pageStatus(pager()), u"151–200 of 2,508"_s);
}

void PagerNumbersTest::keepsThePageThatWasAskedForFirst()
{
    holdNextAnswer();
    pager().open(*atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e)), page(7));
    QTRY_COMPARE(m_simulator->seenRequests().size(), 2); // the token, and what is held
    choose(50);
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(insight::pageStatus(pager()), u"601–650 of 2,508"_s);
}

void PagerNumbersTest::countsWhatAFilterLeaves()
{
    openSecondPage();
    QCOMPARE(insight::pageStatus(pager(), 4), u"4 of 100 on this page"_s);
    QCOMPARE(insight::pageStatus(pager(), 0), u"0 of 100 on this page"_s);
    holdNextAnswer();
    pager().goTo(page(7));
    QCOMPARE(insight::pageStatus(pager(), 1), u"1 of 100 on this page · loading page 7…"_s);
}

QTEST_GUILESS_MAIN(PagerNumbersTest)
#include "tst_pagernumbers.moc"
