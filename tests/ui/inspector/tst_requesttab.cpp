// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using buckets::Inventory;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

/// The call in the Request tab brings the selected bucket.
class RequestTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksForTheBucketOfAllProjects_data();
    void asksForTheBucketOfAllProjects();
    void asksForTheBucketOfAnotherPage();
    void asksForThePageThatShowsIt();

private:
    void start(const QString &bucket = {});
    void select(int row);
    void chooseRequest();
    void openAll();
    QString bucketOnPage(int page) const;
    QString text() const;
    Session &session() { return m_fixture->session(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void RequestTabTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void RequestTabTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void RequestTabTest::start(const QString &bucket)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e));
    m_fixture->commandLine().bucket = atlas::BucketId::fromHex(bucket);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().isShowing());
}

void RequestTabTest::openAll()
{
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), Inventory::State::Ready);
    QTRY_VERIFY(!session().isBusy());
}

void RequestTabTest::select(int row)
{
    findByName<QTableView>(m_fixture->window(), u"Export buckets"_s)->selectRow(row);
    QTRY_VERIFY(session().inspector().bucket());
    QTRY_VERIFY(!session().inspector().isReading());
}

void RequestTabTest::chooseRequest()
{
    const auto bars = m_fixture->window()->findChildren<QTabBar *>();
    for (QTabBar *bar : bars) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            if (bar->tabText(tab) == u"Request")
                bar->setCurrentIndex(tab);
        }
    }
}

QString RequestTabTest::text() const
{
    const auto *view = findByName<QPlainTextEdit>(m_fixture->window(), u"Request text"_s);
    return view ? view->toPlainText() : QString();
}

QString RequestTabTest::bucketOnPage(int page) const
{
    return m_simulator->world().projects[3].buckets[(page - 1) * 100 + 42].id;
}

void RequestTabTest::asksForTheBucketOfAllProjects_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("call");
    QTest::newRow("key") << u"curl (API key)"_s << u"/groups/%1/backup/exportBuckets/%2\n"_s;
    QTest::newRow("account") << u"curl (service account)"_s
                             << u"/groups/%1/backup/exportBuckets/%2\n"_s;
    QTest::newRow("CLI") << u"Atlas CLI"_s << u"--projectId %1 \\\n  --bucketId %2 "_s;
    QTest::newRow("Go") << u"Go SDK"_s << u".GetExportBucket(ctx, \"%1\", \"%2\")"_s;
}

void RequestTabTest::asksForTheBucketOfAllProjects()
{
    QFETCH(const QString, format);
    QFETCH(const QString, call);
    start();
    openAll();
    select(session().inventory().buckets().rowCount() - 1);
    chooseRequest();
    findByName<QComboBox>(m_fixture->window(), u"Format"_s)->setCurrentText(format);
    const QString expected = call.arg(session().inspector().project()->toHex(),
                                      session().inspector().bucket()->id.toHex());
    QVERIFY2(text().contains(expected), qPrintable(text()));
}

void RequestTabTest::asksForTheBucketOfAnotherPage()
{
    start(bucketOnPage(3));
    QTRY_COMPARE(session().linkedBucket().state(), LinkedBucket::State::Shown);
    chooseRequest();
    QVERIFY2(text().contains(u"/exportBuckets/"_s + bucketOnPage(3)), qPrintable(text()));
    // It is selected on its page: that page's list holds it.
    session().pager().goTo(*atlas::PageNumber::from(3));
    QTRY_VERIFY(!session().isBusy());
    QTRY_VERIFY2(text().contains(u"--data pageNum=3"_s), qPrintable(text()));
    QVERIFY(!text().contains(bucketOnPage(3)));
    session().pager().goToNext();
    QTRY_VERIFY(!session().isBusy());
    QVERIFY(text().contains(bucketOnPage(3)) || !session().inspector().bucket());
}

void RequestTabTest::asksForThePageThatShowsIt()
{
    start();
    select(0);
    chooseRequest();
    QVERIFY(text().contains(u"--data pageNum=1"_s));
    QVERIFY(text().endsWith(u"/exportBuckets\n"_s));
    openAll();
    select(0);
    QVERIFY(text().contains(u"/exportBuckets/"_s + session().inspector().bucket()->id.toHex()));
}

QTEST_MAIN(RequestTabTest)
#include "tst_requesttab.moc"
