// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"
#include "atlas/calls/requests.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::PageFrame;
using Link = PageFrame::Link;

Q_DECLARE_METATYPE(atlas::PageFrame::Link)

namespace {

constexpr int PerPage = 2;

atlas::PageRequest asked(bool includeCount)
{
    return {{}, *atlas::ItemsPerPage::from(PerPage), includeCount};
}

QByteArray bucket(int number)
{
    return R"({"_id":"65f1a2b3000000000000000)" + QByteArray::number(number)
        + R"(","bucketName":"abc","cloudProvider":"AWS"})";
}

QByteArray page(int buckets, const QByteArray &more)
{
    QByteArrayList all;
    for (int number = 0; number < buckets; ++number)
        all.append(bucket(number));
    return R"({"results":[)" + all.join(',') + ']' + more + '}';
}

} // namespace

/// What is believed of a page, by what was asked for.
class PageFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believesWhatWasAskedFor_data();
    void believesWhatWasAskedFor();
    void leavesOutOddEntries_data();
    void leavesOutOddEntries();
    void countsWhatIsLeftOutForAFullPage();
};

void PageFrameTest::believesWhatWasAskedFor_data()
{
    QTest::addColumn<bool>("includeCount");
    QTest::addColumn<int>("buckets");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<Link>("next");
    QTest::addColumn<qint64>("total");
    const QByteArray self = R"(,"links":[{"rel":"self","href":"x"}])";
    const QByteArray next = R"(,"links":[{"rel":"next","href":"x"}])";
    const QByteArray zero = R"(,"totalCount":0)";
    QTest::newRow("counted, the last")
        << true << 2 << QByteArray(self + R"(,"totalCount":2)") << Link::Absent << qint64(2);
    QTest::newRow("counted, not the last")
        << true << 2 << QByteArray(next + R"(,"totalCount":3)") << Link::Present << qint64(3);
    QTest::newRow("full, as recorded")
        << false << 2 << QByteArray(self + zero) << Link::Unsaid << qint64(-1);
    QTest::newRow("full, self alone") << false << 2 << self << Link::Unsaid << qint64(-1);
    QTest::newRow("full, with next") << false << 2 << next << Link::Present << qint64(-1);
    QTest::newRow("full, no links") << false << 2 << QByteArray() << Link::Unsaid << qint64(-1);
    QTest::newRow("not full") << false << 1 << QByteArray(self + zero) << Link::Absent
                              << qint64(-1);
    QTest::newRow("not full, no links") << false << 1 << zero << Link::Absent << qint64(-1);
    QTest::newRow("empty") << false << 0 << QByteArray(self + zero) << Link::Absent << qint64(-1);
    QTest::newRow("empty, with next") << false << 0 << next << Link::Absent << qint64(-1);
}

void PageFrameTest::believesWhatWasAskedFor()
{
    QFETCH(const bool, includeCount);
    QFETCH(const int, buckets);
    QFETCH(const QByteArray, more);
    QFETCH(const Link, next);
    QFETCH(const qint64, total);
    const QByteArray body = page(buckets, more);
    const auto request = atlas::listExportBuckets({}, asked(includeCount));
    const auto slowly = atlas::readAnswer(200, body).and_then(request.decode);
    const auto quickly = request.readQuickly(body);
    QVERIFY(slowly && quickly);
    for (const PageFrame &frame : {PageFrame(*slowly), PageFrame(*quickly)}) {
        QCOMPARE(frame.next, next);
        QCOMPARE(frame.totalCount.value_or(-1), total);
    }
}

void PageFrameTest::leavesOutOddEntries_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no ID") << QByteArray(R"({"bucketName":"a","cloudProvider":"AWS"})")
                           << u"results[1]._id: missing"_s;
    QTest::newRow("no object") << QByteArray("7") << u"results[1]: not an object"_s;
    QTest::newRow("null") << QByteArray("null") << u"results[1]: not an object"_s;
}

void PageFrameTest::leavesOutOddEntries()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const QString, problem);
    const QByteArray body = R"({"results":[)" + bucket(0) + ',' + entry + ',' + bucket(2) + ",{}]}";
    const auto read = atlas::readAnswer(200, body).and_then(atlas::decodeExportBuckets);
    QVERIFY(read);
    QCOMPARE(read->results.size(), 2);
    QCOMPARE(read->leftOut, 2);
    QCOMPARE(read->firstProblem.toString(), problem);
    const auto none = atlas::readAnswer(200, R"({"results":[)" + entry + "]}")
                          .and_then(atlas::decodeExportBuckets);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, atlas::ApiError::Kind::Malformed);
}

void PageFrameTest::countsWhatIsLeftOutForAFullPage()
{
    const QByteArray body = R"({"results":[)" + bucket(0) + R"(,7],"totalCount":0})";
    const auto request = atlas::listExportBuckets({}, asked(false));
    QVERIFY(!request.readQuickly(body));
    const auto read = atlas::readAnswer(200, body).and_then(request.decode);
    QVERIFY(read);
    QCOMPARE(read->next, Link::Unsaid);
}

QTEST_GUILESS_MAIN(PageFrameTest)
#include "tst_pageframe.moc"
