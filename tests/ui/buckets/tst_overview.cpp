// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/barlist.h"
#include "ui/buckets/bucketcopy.h"
#include "ui/buckets/duplicatesview.h"
#include "ui/buckets/overview.h"
#include "ui/look/appliedtheme.h"
#include "ui/tables/tablecopy.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketStore;
using models::BucketSortFilterModel;
using models::BucketTableModel;
using testsupport::findByName;
using testsupport::findLabel;
using ui::BarList;

namespace {

const QString LedgerRole = u"60113b99ce5a6a3d72ea7454"_s;

atlas::ProjectId project(quint64 serial)
{
    return *atlas::ProjectId::fromHex(u"5f000000%1"_s.arg(serial, 16, 16, QChar(u'0')));
}

atlas::ExportBucket bucket(quint64 serial, const QString &name, const QString &provider)
{
    atlas::ExportBucket made;
    made.id = *atlas::BucketId::fromHex(u"65f1a2b3%1"_s.arg(serial, 16, 16, QChar(u'0')));
    made.text(atlas::BucketField::Name) = name;
    made.text(atlas::BucketField::Provider) = provider;
    made.text(atlas::BucketField::RoleId) = LedgerRole;
    return made;
}

/// What a screen reader says of each item.
QStringList spoken(QWidget *list)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list);
    QStringList texts;
    for (int i = 0; i < accessible->childCount(); ++i)
        texts.append(accessible->child(i)->text(QAccessible::Name));
    return texts;
}

} // namespace

/// The two views beside the table of all buckets, found by accessible names, driven by mouse and
/// keys.
class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsBarsOut();
    void filtersByAClick();
    void ignoresAClickOnWhatCannotBeFound();
    void movesByKeys();
    void putsGroupsBesideEachOtherWhereThereIsRoom();
    void cutsNoBarOff();
    void saysThatThereIsNothingToCount();
    void countsDuplicates();
    void filtersForADuplicate();
    void copiesDuplicates();
    void copiesManyDuplicatesInSlices();
    void finishesCopyingBeforeDuplicatesGo();
    void refusesTooManyRows();
    void sortsDuplicates();
    void saysThatThereAreNoDuplicates();
    void deniesNoDuplicatesThatTheFilterHides();

private:
    void addPairs(int count);
    bool saysOfDuplicates(const QString &text) const;
    BarList *list(const QString &name) const { return findByName<BarList>(m_overview.get(), name); }
    ui::TableView *duplicates() const
    {
        return findByName<ui::TableView>(m_duplicates.get(), u"Duplicates"_s);
    }

    buckets::BucketsInUse m_use;
    std::unique_ptr<BucketStore> m_buckets;
    std::unique_ptr<BucketTableModel> m_table;
    std::unique_ptr<BucketSortFilterModel> m_shown;
    std::unique_ptr<ui::Overview> m_overview;
    std::unique_ptr<ui::DuplicatesView> m_duplicates;
};

void OverviewTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ui::theme::apply(*qApp, ui::theme::Tone::Light);
    m_overview.reset();
    m_duplicates.reset();
    m_shown.reset();
    m_buckets = std::make_unique<BucketStore>();
    m_table = std::make_unique<BucketTableModel>(*m_buckets, m_use);
    m_buckets->nameProject(project(1), u"Payments – prod"_s);
    m_buckets->nameProject(project(2), u"Search"_s);
    m_buckets->addBuckets(project(1),
                          {bucket(1, u"ledger"_s, u"AWS"_s), bucket(2, u"ledger"_s, u"AWS"_s),
                           bucket(3, u"audit"_s, u"GCP"_s)});
    m_buckets->addBuckets(project(2),
                          {bucket(4, u"ledger"_s, u"AWS"_s), bucket(5, u"audit"_s, u"GCP"_s),
                           bucket(6, u"ledger-2"_s, u"AWS"_s)});
    m_shown = std::make_unique<BucketSortFilterModel>();
    m_shown->setSourceModel(m_table.get());
    m_overview = std::make_unique<ui::Overview>();
    m_overview->setRows(m_shown.get());
    m_overview->resize(800, 600);
    m_overview->show();
    m_duplicates = std::make_unique<ui::DuplicatesView>();
    m_duplicates->setRows(m_shown.get());
    m_duplicates->resize(1000, 600);
    m_duplicates->show();
    QTRY_VERIFY(list(u"Provider"_s));
    QTRY_VERIFY(duplicates());
}

void OverviewTest::readsBarsOut()
{
    QCOMPARE(spoken(list(u"Provider"_s)),
             QStringList({u"AWS: 4 buckets, 67%"_s, u"Google Cloud: 2 buckets, 33%"_s}));
    QCOMPARE(spoken(list(u"Region"_s)),
             QStringList({u"Not loaded: 4 buckets, 67%"_s, u"No region: 2 buckets, 33%"_s}));
    QCOMPARE(spoken(list(u"Private networking"_s)),
             QStringList{u"Not specified: 6 buckets, 100%"_s});
    QCOMPARE(spoken(list(u"Buckets per project"_s)),
             QStringList({u"Payments – prod: 3 buckets, 50%"_s, u"Search: 3 buckets, 50%"_s}));
}

void OverviewTest::filtersByAClick()
{
    QSignalSpy requested(m_overview.get(), &ui::Overview::filterRequested);
    BarList *projects = list(u"Buckets per project"_s);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(projects->model()->index(0, 0)).center());
    QCOMPARE(requested.count(), 1);
    m_shown->setFilterText(requested.first().first().toString());
    QCOMPARE(m_shown->rowCount(), 3);
    QTRY_COMPARE(spoken(list(u"Provider"_s)),
                 QStringList({u"AWS: 2 buckets, 67%"_s, u"Google Cloud: 1 buckets, 33%"_s}));
}

void OverviewTest::ignoresAClickOnWhatCannotBeFound()
{
    QSignalSpy requested(m_overview.get(), &ui::Overview::filterRequested);
    BarList *regions = list(u"Region"_s);
    QTest::mouseClick(regions->viewport(), Qt::LeftButton, {},
                      regions->visualRect(regions->model()->index(0, 0)).center());
    QCOMPARE(requested.count(), 0);
}

void OverviewTest::movesByKeys()
{
    QSignalSpy requested(m_overview.get(), &ui::Overview::filterRequested);
    m_overview->activateWindow();
    BarList *providers = list(u"Provider"_s);
    providers->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(providers->hasFocus());
    providers->setCurrentIndex(providers->model()->index(0, 0));
    QTest::keyClick(providers, Qt::Key_Down);
    QTest::keyClick(providers, Qt::Key_Return);
    QTest::keyClick(providers, Qt::Key_Up);
    QTest::keyClick(providers, Qt::Key_Space);
    QCOMPARE(requested.count(), 2);
    QCOMPARE(requested[0][0].toString(), u"provider:gcp"_s);
    QCOMPARE(requested[1][0].toString(), u"provider:aws"_s);
    for (const QString &next : {u"Region"_s, u"Private networking"_s, u"Buckets per project"_s}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTRY_VERIFY(list(next)->hasFocus());
        QVERIFY(list(next)->currentIndex().isValid());
    }
}

void OverviewTest::putsGroupsBesideEachOtherWhereThereIsRoom()
{
    const auto left = [this](const QString &name) {
        return list(name)->mapTo(m_overview.get(), QPoint()).x();
    };
    QVERIFY(left(u"Buckets per project"_s) > left(u"Region"_s));
    m_overview->resize(500, 600);
    QTRY_COMPARE(left(u"Buckets per project"_s), left(u"Region"_s));
}

void OverviewTest::cutsNoBarOff()
{
    const auto areWhole = [this] {
        const auto lists = m_overview->findChildren<BarList *>();
        return std::all_of(lists.begin(), lists.end(), [](const BarList *bars) {
            const QRect all =
                bars->visualRect(bars->model()->index(bars->model()->rowCount() - 1, 0));
            return bars->viewport()->rect().contains(all);
        });
    };
    for (quint64 i = 3; i < 30; ++i) {
        m_buckets->nameProject(project(i), u"team %1"_s.arg(i));
        m_buckets->addBuckets(project(i), {bucket(100 + i, u"ledger"_s, u"AWS"_s)});
    }
    for (const QSize size : {QSize(800, 600), QSize(500, 300), QSize(800, 200), QSize(500, 1200)}) {
        m_overview->resize(size);
        QTRY_VERIFY(areWhole());
        // As at first, when a scroll bar comes together with the bars.
        m_overview = std::make_unique<ui::Overview>();
        m_overview->setRows(m_shown.get());
        m_overview->resize(size);
        m_overview->show();
        QTRY_VERIFY(list(u"Provider"_s));
        QTRY_VERIFY(areWhole());
        for (const QString &filter : {u"nothing like it"_s, u"provider:gcp"_s, QString()}) {
            m_shown->setFilterText(filter);
            QTRY_COMPARE(list(u"Provider"_s) != nullptr, m_shown->rowCount() > 0);
            QTRY_COMPARE(list(u"Provider"_s) ? list(u"Provider"_s)->model()->rowCount() : 0,
                         filter.isEmpty()              ? 2
                             : m_shown->rowCount() > 0 ? 1
                                                       : 0);
            QTRY_VERIFY(filter.startsWith(u"nothing") || areWhole());
        }
    }
}

void OverviewTest::saysThatThereIsNothingToCount()
{
    m_shown->setFilterText(u"nothing like it"_s);
    QTRY_VERIFY(!list(u"Provider"_s));
    const auto labels = m_overview->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == u"No buckets to count"_s;
    }));
}

void OverviewTest::countsDuplicates()
{
    QCOMPARE(findLabel(m_duplicates.get(), u"Duplicates"_s)->text(),
             u"2 buckets are registered more than once: 5 registrations."_s);
    QCOMPARE(duplicates()->model()->rowCount(), 2);
    QCOMPARE(duplicates()->model()->index(0, 0).data().toString(), u"ledger"_s);
}

void OverviewTest::filtersForADuplicate()
{
    QSignalSpy requested(m_duplicates.get(), &ui::DuplicatesView::filterRequested);
    duplicates()->setCurrentIndex(duplicates()->model()->index(0, 0));
    QTest::keyClick(duplicates(), Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(),
             u"provider:aws name:=ledger role:="_s + LedgerRole);
    m_shown->setFilterText(requested.first().first().toString());
    QCOMPARE(m_shown->rowCount(), 3);
}

void OverviewTest::copiesDuplicates()
{
    duplicates()->selectRow(1);
    QCOMPARE(duplicates()->selectedCells(),
             QList<QStringList>(
                 {{u"audit"_s, u"Google Cloud"_s, LedgerRole, u"2"_s, u"—"_s, u"2"_s, u"Shared"_s,
                   u"65f1a2b30000000000000003, 65f1a2b30000000000000005"_s}}));
}

/// Each bucket of them is registered twice.
void OverviewTest::addPairs(int count)
{
    QList<atlas::ExportBucket> buckets;
    for (int number = 0; number < count; ++number) {
        const QString name = u"pair %1"_s.arg(number);
        const auto serial = static_cast<quint64>(1'000 + 2 * number);
        buckets.append(bucket(serial, name, u"AWS"_s));
        buckets.append(bucket(serial + 1, name, u"AWS"_s));
    }
    const int before = duplicates()->model()->rowCount();
    m_buckets->addBuckets(project(1), buckets);
    QTRY_COMPARE_WITH_TIMEOUT(duplicates()->model()->rowCount(), before + count, 30'000);
    QGuiApplication::clipboard()->setText(u"what was there before"_s);
    duplicates()->selectAll();
}

/// The window must go on: the key returns long before the text is there.
void OverviewTest::copiesManyDuplicatesInSlices()
{
    constexpr int Pairs = 20'000;
    addPairs(Pairs);
    ui::TableCopy copy;
    copy.copy(*duplicates());
    QVERIFY(copy.isRunning());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"what was there before"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!copy.isRunning(), 60'000);
    const QString text = QGuiApplication::clipboard()->text();
    QCOMPARE(text.count(u'\n'), Pairs + 2);
    QVERIFY(text.startsWith(u"ledger\tAWS\t"_s + LedgerRole + u"\t3\t"_s));
}

void OverviewTest::finishesCopyingBeforeDuplicatesGo()
{
    constexpr int Pairs = 5'000;
    addPairs(Pairs);
    ui::TableCopy copy;
    copy.copy(*duplicates());
    QVERIFY(copy.isRunning());
    m_shown->setFilterText(u"audit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(duplicates()->model()->rowCount(), 1, 30'000);
    QVERIFY(!copy.isRunning());
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), Pairs + 2);
}

void OverviewTest::refusesTooManyRows()
{
    QStringListModel rows(QStringList(ui::SlicedCopy::MostRows + 1, u"row"_s));
    ui::TableView table(u"Rows"_s);
    table.setModel(&rows);
    QGuiApplication::clipboard()->setText(u"what was there before"_s);
    ui::TableCopy copy;
    const QSignalSpy refused(&copy, &ui::TableCopy::refused);
    table.selectAll();
    copy.copy(table);
    QCOMPARE(refused.size(), 1);
    QVERIFY(!copy.isRunning());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"what was there before"_s);
    QCOMPARE(ui::tooManyRowsNotice().text, u"Select at most 100,000 row(s)."_s);
}

void OverviewTest::sortsDuplicates()
{
    QHeaderView *header = duplicates()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(0) + 20, header->height() / 2});
    QTRY_COMPARE(duplicates()->model()->index(0, 0).data().toString(), u"audit"_s);
}

bool OverviewTest::saysOfDuplicates(const QString &text) const
{
    const auto labels = m_duplicates->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text() == text;
    });
}

void OverviewTest::saysThatThereAreNoDuplicates()
{
    m_duplicates->setScope(false, buckets::Completeness::whole());
    m_buckets->removeOtherProjects({});
    QTRY_VERIFY(!duplicates());
    QTRY_VERIFY(saysOfDuplicates(u"No duplicates"_s));
    m_duplicates->setScope(false, buckets::Completeness::lacking(buckets::Gap::Failed));
    QVERIFY(saysOfDuplicates(u"No duplicates so far"_s));
    QVERIFY(saysOfDuplicates(u"Not all buckets were loaded. There may be more duplicates."_s));
    BucketStore others;
    BucketTableModel another(others, m_use);
    m_duplicates->setScope(false, buckets::Completeness::whole());
    m_duplicates->hide();
    m_shown->setSourceModel(&another);
    m_duplicates->show();
    QVERIFY(!saysOfDuplicates(u"No duplicates"_s)); // Nobody has looked at these yet.
    QTRY_VERIFY(saysOfDuplicates(u"No duplicates"_s));
    m_shown->setSourceModel(nullptr);
}

void OverviewTest::deniesNoDuplicatesThatTheFilterHides()
{
    m_duplicates->setScope(true, buckets::Completeness::whole());
    m_shown->setFilterText(u"name:=ledger-2"_s);
    QTRY_VERIFY(!duplicates());
    QVERIFY(saysOfDuplicates(u"No duplicates among the buckets that match the filter"_s));
    QVERIFY(!saysOfDuplicates(u"No duplicates"_s));
    const QSignalSpy cleared(m_duplicates.get(), &ui::DuplicatesView::clearFilterRequested);
    auto *clear = m_duplicates->findChild<QPushButton *>();
    QVERIFY(clear && clear->isVisible());
    clear->click();
    QCOMPARE(cleared.size(), 1);
}

QTEST_MAIN(OverviewTest)
#include "tst_overview.moc"
