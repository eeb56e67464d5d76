// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/pagestatus.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/simulatorprocess.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using buckets::BucketPager;

Q_DECLARE_METATYPE(accounts::Authentication)

namespace {

atlas::PageNumber page(int number)
{
    return *atlas::PageNumber::from(number);
}

QString flag(bool on)
{
    return on ? u"true"_s : u"false"_s;
}

} // namespace

/// Pages over real HTTP, with the simulator as a process of its own.
class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void turnsPages_data();
    void turnsPages();

private:
    void turn(Session &session, void (BucketPager::*slot)());

    std::unique_ptr<testsupport::SimulatorProcess> m_simulator;
};

void ProcessTest::initTestCase()
{
    m_simulator = std::make_unique<testsupport::SimulatorProcess>(
        QStringList{u"--rate-capacity"_s, u"100000"_s});
    QVERIFY(m_simulator->isRunning());
}

void ProcessTest::turnsPages_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<int>("itemsPerPage");
    QTest::addColumn<bool>("count");
    QTest::addColumn<bool>("envelope");
    QTest::addColumn<bool>("pretty");
    for (const auto authentication : {Authentication::ApiKey, Authentication::ServiceAccount}) {
        const char *name = authentication == Authentication::ApiKey ? "Digest" : "Bearer";
        for (const int items : {1, 100, 500}) {
            for (const bool count : {true, false}) {
                for (const bool envelope : {false, true}) {
                    QTest::addRow("%s, %d items%s%s", name, items, count ? ", counted" : "",
                                  envelope ? ", envelope" : "")
                        << authentication << items << count << envelope << (items == 500);
                }
            }
        }
    }
}

void ProcessTest::turn(Session &session, void (BucketPager::*slot)())
{
    (session.pager().*slot)();
    QTRY_VERIFY(!session.pager().isLoading());
    QCOMPARE(session.pager().state(), BucketPager::State::Ready);
}

void ProcessTest::turnsPages()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const int, itemsPerPage);
    QFETCH(const bool, count);
    QFETCH(const bool, envelope);
    QFETCH(const bool, pretty);
    constexpr int Total = 2508;
    const int lastPage = (Total + itemsPerPage - 1) / itemsPerPage;

    auto settings = testsupport::sessionSettings(m_simulator->baseUrl(),
                                                 testsupport::credential(authentication));
    settings.values.itemsPerPage = *atlas::ItemsPerPage::from(itemsPerPage);
    settings.values.includeCount = count;
    settings.values.envelope = envelope;
    settings.values.prettyPrint = pretty;
    Session session(settings);
    BucketPager &pager = session.pager();
    const QLocale locale;
    const auto statusOf = [&](int number, int rows) {
        const int first = (number - 1) * itemsPerPage + 1;
        const QString range = locale.toString(first) + u'–' + locale.toString(first + rows - 1);
        return count ? QString(range + u" of " + locale.toString(Total)) : range;
    };
    const auto check = [&](int number) {
        const int rows = std::min(itemsPerPage, Total - (number - 1) * itemsPerPage);
        QCOMPARE(pager.page(), page(number));
        QCOMPARE(session.buckets().rowCount(), rows);
        QCOMPARE(insight::pageStatus(pager), statusOf(number, rows));
        QCOMPARE(pager.hasPrevious(), number > 1);
        // Without a count, a full page may have a next one.
        QCOMPARE(pager.hasNext(), number < lastPage || (!count && rows == itemsPerPage));
        const auto query = m_simulator->lastQuery(u"exportBuckets"_s);
        QCOMPARE(query.queryItemValue(u"pageNum"_s), QString::number(number));
        QCOMPARE(query.queryItemValue(u"itemsPerPage"_s), QString::number(itemsPerPage));
        QCOMPARE(query.queryItemValue(u"includeCount"_s), flag(count));
        QCOMPARE(query.queryItemValue(u"envelope"_s), flag(envelope));
        QCOMPARE(query.queryItemValue(u"pretty"_s), flag(pretty));
    };

    pager.open(*atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e)));
    QTRY_VERIFY(!pager.isLoading());
    check(1);
    const QString firstOfAll = session.buckets().bucketAt(0).id.toHex();
    turn(session, &BucketPager::goToNext);
    check(2);
    QVERIFY(session.buckets().bucketAt(0).id.toHex() != firstOfAll);
    turn(session, &BucketPager::goToPrevious);
    check(1);
    QCOMPARE(session.buckets().bucketAt(0).id.toHex(), firstOfAll);
    pager.goTo(page(lastPage));
    QTRY_VERIFY(!pager.isLoading());
    check(lastPage);
    turn(session, &BucketPager::goToFirst);
    check(1);
    QCOMPARE(pager.canGoToLast(), count);
    if (count) {
        turn(session, &BucketPager::goToLast);
        check(lastPage);
    }
    pager.goTo(page(3));
    QTRY_VERIFY(!pager.isLoading());
    check(3);
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
