// SPDX-License-Identifier: Apache-2.0
#include "models/bucketsortfiltermodel.h"
#include "session/session.h"
#include "ui/buckets/bucketcopy.h"
#include "ui/tables/slicedcopy.h"
#include "ui/tables/tableview.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketStore;
using ui::BucketCopy;
using ui::SlicedCopy;

namespace {

const auto Before = u"what was there before"_s;

atlas::ProjectId project()
{
    return *atlas::ProjectId::fromHex(u"5f0000000000000000000002");
}

QString idOf(int number)
{
    return u"65f1a2b3%1"_s.arg(number, 16, 16, QChar(u'0'));
}

void fill(BucketStore &store, int count)
{
    QList<atlas::ExportBucket> buckets;
    for (int number = 0; number < count; ++number) {
        atlas::ExportBucket bucket;
        bucket.id = *atlas::BucketId::fromHex(idOf(number));
        bucket.text(atlas::BucketField::Name) = u"=bucket  %1"_s.arg(number);
        bucket.text(atlas::BucketField::Provider) = u"GCP"_s;
        buckets.append(bucket);
    }
    store.addBuckets(project(), buckets);
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// Copying from the table of buckets: a few rows, and as many as there may be.
class BucketCopyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void copiesUsualSelectionsAtOnce();
    void copiesTheOrderOnScreen();
    void writesNoTextForTheMenu();
    void copiesManyRowsInSlices_data();
    void copiesManyRowsInSlices();
    void finishesBeforeTheRowsGo();
    void dropsWhatIsReplaced();
    void copiesNothingOverWhatWasCopiedMeanwhile();
    void offersAFileForTooMany();
    void namesProfileAndPlace();

private:
    void select(int first, int last);
    QAction *entry(QMenu &menu, const QString &beginning);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<models::BucketSortFilterModel> m_filtered;
    std::unique_ptr<ui::TableView> m_table;
    std::unique_ptr<BucketCopy> m_copy;
};

void BucketCopyTest::init()
{
    accounts::Profile profile;
    profile.name = u"prod eu"_s;
    profile.baseUrl = *accounts::BaseUrl::parse(u"http://127.0.0.1:1"_s);
    Session::Settings settings;
    settings.profile = profile;
    m_session = std::make_unique<Session>(settings);
    m_filtered = std::make_unique<models::BucketSortFilterModel>();
    m_filtered->setSourceModel(&m_session->shownTable());
    m_table = std::make_unique<ui::TableView>(u"Export buckets"_s);
    m_table->setModel(m_filtered.get());
    m_copy = std::make_unique<BucketCopy>(*m_table, *m_filtered);
    QGuiApplication::clipboard()->setText(Before);
}

void BucketCopyTest::cleanup()
{
    m_copy.reset();
    m_table.reset();
    m_filtered.reset();
    m_session.reset();
}

void BucketCopyTest::select(int first, int last)
{
    const QModelIndex from = m_filtered->index(first, 0);
    m_table->selectionModel()->setCurrentIndex(from, QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select({from, m_filtered->index(last, 0)},
                                      QItemSelectionModel::ClearAndSelect
                                          | QItemSelectionModel::Rows);
}

QAction *BucketCopyTest::entry(QMenu &menu, const QString &beginning)
{
    for (QAction *action : menu.actions()) {
        if (action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

void BucketCopyTest::copiesUsualSelectionsAtOnce()
{
    fill(m_session->buckets(), 3);
    select(0, 1);
    m_copy->copyText();
    QVERIFY(!m_copy->isRunning());
    QVERIFY2(clipboard().startsWith(u"'=bucket  0\tGoogle Cloud\t"), qPrintable(clipboard()));
    QCOMPARE(clipboard().count(u'\n'), 2);
    m_copy->copyIds();
    QCOMPARE(clipboard(), QString(idOf(0) + u'\n' + idOf(1)));
    m_copy->copyJson();
    const QJsonArray json = QJsonDocument::fromJson(clipboard().toUtf8()).array();
    QCOMPARE(json.size(), 2);
    QCOMPARE(json[1].toObject().value(u"bucketName"_s).toString(), u"=bucket  1"_s);
    m_copy->copyMarkdown();
    QCOMPARE(clipboard().count(u'\n'), 4);
    m_copy->copyCell();
    QCOMPARE(clipboard(), u"=bucket  0"_s);
}

void BucketCopyTest::copiesTheOrderOnScreen()
{
    fill(m_session->buckets(), 3);
    m_filtered->sort(static_cast<int>(atlas::BucketField::Id), Qt::DescendingOrder);
    select(0, 1);
    m_copy->copyIds();
    QCOMPARE(clipboard(), QString(idOf(2) + u'\n' + idOf(1)));
}

/// It took seconds to open, for all texts of all rows.
void BucketCopyTest::writesNoTextForTheMenu()
{
    constexpr int Rows = 20'000;
    fill(m_session->buckets(), Rows);
    select(0, Rows - 1);
    QElapsedTimer elapsed;
    elapsed.start();
    QMenu menu;
    m_copy->fill(menu, *m_session);
    QVERIFY2(elapsed.elapsed() < 300, qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY(entry(menu, u"Copy as JSON"_s)->isEnabled());
    QCOMPARE(clipboard(), Before);
    entry(menu, u"Copy 20,000 ID"_s)->trigger();
    QTRY_COMPARE(clipboard().count(u'\n'), Rows - 1);
}

void BucketCopyTest::copiesManyRowsInSlices_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("lines");
    constexpr int Rows = 20'000;
    QTest::newRow("text") << u"Copy 20,000 row"_s << Rows;
    QTest::newRow("JSON") << u"Copy as JSON"_s << 5 * Rows + 2;
    QTest::newRow("Markdown") << u"Copy as Markdown"_s << Rows + 2;
}

/// The window must go on: the choice returns long before the text is there.
void BucketCopyTest::copiesManyRowsInSlices()
{
    QFETCH(const QString, title);
    constexpr int Rows = 20'000;
    fill(m_session->buckets(), Rows);
    select(0, Rows - 1);
    QMenu menu;
    m_copy->fill(menu, *m_session);
    entry(menu, title)->trigger();
    QVERIFY(m_copy->isRunning());
    QCOMPARE(clipboard(), Before);
    fill(m_session->buckets(), 1); // A sweep goes on meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(!m_copy->isRunning(), 60'000);
    QTEST(static_cast<int>(clipboard().count(u'\n')), "lines");
}

void BucketCopyTest::finishesBeforeTheRowsGo()
{
    constexpr int Rows = 20'000;
    fill(m_session->buckets(), Rows);
    select(0, Rows - 1);
    m_copy->copyJson();
    QVERIFY(m_copy->isRunning());
    m_session->buckets().clear();
    QVERIFY(!m_copy->isRunning());
    QCOMPARE(QJsonDocument::fromJson(clipboard().toUtf8()).array().size(), Rows);
}

void BucketCopyTest::dropsWhatIsReplaced()
{
    fill(m_session->buckets(), 20'000);
    select(0, 19'999);
    m_copy->copyJson();
    QVERIFY(m_copy->isRunning());
    select(5, 5);
    m_copy->copyIds();
    QVERIFY(!m_copy->isRunning());
    QCOMPARE(clipboard(), idOf(5));
}

void BucketCopyTest::copiesNothingOverWhatWasCopiedMeanwhile()
{
    fill(m_session->buckets(), 20'000);
    select(0, 19'999);
    m_copy->copyJson();
    QVERIFY(m_copy->isRunning());
    QGuiApplication::clipboard()->setText(u"another"_s);
    QVERIFY(!m_copy->isRunning());
    QCOMPARE(clipboard(), u"another"_s);
}

void BucketCopyTest::offersAFileForTooMany()
{
    fill(m_session->buckets(), SlicedCopy::MostRows + 1);
    select(0, SlicedCopy::MostRows);
    QSignalSpy wanted(m_copy.get(), &BucketCopy::fileWanted);
    m_copy->copyText();
    m_copy->copyJson();
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(clipboard(), Before);
    QMenu menu;
    m_copy->fill(menu, *m_session);
    QVERIFY(!entry(menu, u"Copy as JSON"_s)->isEnabled());
    entry(menu, u"Too many rows"_s)->trigger();
    QCOMPARE(wanted.size(), 3);
}

void BucketCopyTest::namesProfileAndPlace()
{
    fill(m_session->buckets(), 1);
    select(0, 0);
    m_copy->copyCommand(*m_session);
    QCOMPARE(clipboard(),
             QString(u"bucketscope --profile 'prod eu' --base-url http://127.0.0.1:1 --project "
                     "5f0000000000000000000002 --bucket "_s
                     + idOf(0) + u" --page 1 --items-per-page 100"_s));
}

QTEST_MAIN(BucketCopyTest)
#include "tst_bucketcopy.moc"
