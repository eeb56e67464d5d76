// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/listreading.h"

#include <QTest>

namespace {

struct Item
{
    int id = 0;
};

struct Named
{
    QString name;
};

using List = buckets::ListReading<Item>;
using Link = List::Page::Link;

List::Page pageOf(const QList<int> &ids, Link next = Link::Unsaid)
{
    List::Page page;
    for (const int id : ids)
        page.results.append(Item{id});
    page.next = next;
    return page;
}

QList<int> idsOf(const QList<Item> &items)
{
    QList<int> ids;
    for (const Item &item : items)
        ids.append(item.id);
    return ids;
}

List::Page fullPage(Link next)
{
    QList<int> ids;
    for (int id = 0; id < atlas::ItemsPerPage::Max; ++id)
        ids.append(id);
    return pageOf(ids, next);
}

} // namespace

Q_DECLARE_METATYPE(List::Page)
Q_DECLARE_METATYPE(List::State)

/// How lists of Atlas's are read to their end, also those that have none.
class ListReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksPageByPage();
    void joinsPagesThatShift();
    void tellsItemsApartByWhatItIsTold();
    void seesTheEnd_data();
    void seesTheEnd();
    void endsWhereNothingNewComes();
    void givesUpAListWithoutEnd();
    void startsOver();
};

void ListReadingTest::asksPageByPage()
{
    List list;
    QCOMPARE(list.state(), List::State::GoesOn);
    QCOMPARE(list.next().page.value(), 1);
    QCOMPARE(list.next().itemsPerPage.value(), 500);
    list.takeIn(pageOf({1}, Link::Present));
    QCOMPARE(list.state(), List::State::GoesOn);
    QCOMPARE(list.next().page.value(), 2);
    QCOMPARE(list.pagesRead(), 1);
}

void ListReadingTest::joinsPagesThatShift()
{
    List list;
    QCOMPARE(idsOf(list.takeIn(pageOf({1, 2, 3}, Link::Present))), QList<int>({1, 2, 3}));
    // A row came in before them: the last one comes again.
    QCOMPARE(idsOf(list.takeIn(pageOf({3, 4, 5}, Link::Present))), QList<int>({4, 5}));
    QCOMPARE(idsOf(list.takeIn(pageOf({6, 6}, Link::Absent))), QList<int>({6}));
    QCOMPARE(list.state(), List::State::Whole);
    QCOMPARE(list.ids(), QSet<int>({1, 2, 3, 4, 5, 6}));
}

void ListReadingTest::tellsItemsApartByWhatItIsTold()
{
    buckets::ListReading<Named, &Named::name> list;
    buckets::ListReading<Named, &Named::name>::Page page;
    page.results = {{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("a")}};
    QCOMPARE(list.takeIn(page).size(), 2);
    QVERIFY(list.ids().contains(QStringLiteral("b")));
}

void ListReadingTest::seesTheEnd_data()
{
    QTest::addColumn<List::Page>("page");
    QTest::addColumn<List::State>("state");
    QTest::newRow("a next page") << pageOf({1}, Link::Present) << List::State::GoesOn;
    QTest::newRow("no next page") << fullPage(Link::Absent) << List::State::Whole;
    QTest::newRow("full, no word of a next page") << fullPage(Link::Unsaid) << List::State::GoesOn;
    QTest::newRow("short, no word of a next page")
        << pageOf({1, 2}, Link::Unsaid) << List::State::Whole;
    QTest::newRow("empty") << pageOf({}) << List::State::Whole;
    QTest::newRow("empty, with a next page") << pageOf({}, Link::Present) << List::State::Whole;
}

void ListReadingTest::seesTheEnd()
{
    QFETCH(const List::Page, page);
    List list;
    list.takeIn(page);
    QTEST(list.state(), "state");
}

void ListReadingTest::endsWhereNothingNewComes()
{
    List list;
    list.takeIn(pageOf({1, 2}, Link::Present));
    QVERIFY(list.takeIn(pageOf({2, 1}, Link::Present)).isEmpty());
    QCOMPARE(list.state(), List::State::Whole);
}

void ListReadingTest::givesUpAListWithoutEnd()
{
    List list;
    for (int page = 1; page < buckets::limits::MostPages; ++page) {
        list.takeIn(pageOf({page}, Link::Present));
        QCOMPARE(list.state(), List::State::GoesOn);
    }
    // One that ends just there has been read.
    List ending = list;
    ending.takeIn(pageOf({0}, Link::Absent));
    QCOMPARE(ending.state(), List::State::Whole);
    list.takeIn(pageOf({0}, Link::Present));
    QCOMPARE(list.state(), List::State::Endless);
    QCOMPARE(list.pagesRead(), buckets::limits::MostPages);
    QVERIFY(buckets::limits::endless().detail.contains(QStringLiteral("100")));
}

void ListReadingTest::startsOver()
{
    List list;
    list.takeIn(pageOf({1}, Link::Absent));
    list = {};
    QCOMPARE(list.state(), List::State::GoesOn);
    QCOMPARE(list.next().page.value(), 1);
    QCOMPARE(list.takeIn(pageOf({1})).size(), 1);
}

QTEST_GUILESS_MAIN(ListReadingTest)
#include "tst_listreading.moc"
