// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/bucketscan.h"
#include "atlas/calls/decoding.h"
#include "buckets/fields/bucketfields.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/search/bucketvalues.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"
#include "share/report/bucketrecords.h"
#include "share/report/clipboardtext.h"
#include "share/report/exportformat.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using atlas::BucketFieldInfo;
using atlas::FieldSource;
using buckets::BucketStore;
using models::BucketTableModel;

namespace {

const atlas::ProjectId Project = *atlas::ProjectId::fromHex(u"5f0000000000000000000002");

atlas::CloudProvider::Kind providerWith(BucketField field)
{
    return atlas::infoOf(field).onlyOf.value_or(atlas::CloudProvider::Kind::Aws);
}

QString wordOf(atlas::CloudProvider::Kind kind)
{
    for (const atlas::CloudProvider &provider : atlas::CloudProvider::known()) {
        if (provider.kind() == kind)
            return provider.apiText();
    }
    return {};
}

QJsonObject bucketWithout(BucketField field, const QString &id)
{
    return {{atlas::infoOf(BucketField::Id).key, id},
            {atlas::infoOf(BucketField::Name).key, u"ledger"_s},
            {atlas::infoOf(BucketField::Provider).key, wordOf(providerWith(field))}};
}

QString keyOf(BucketField field)
{
    return atlas::keyOf(field, providerWith(field));
}

QString toldText(BucketField field)
{
    return u"told-"_s + keyOf(field);
}

bool isFlag(BucketField field)
{
    return atlas::infoOf(field).source == FieldSource::Flag;
}

QJsonValue toldValue(BucketField field)
{
    return isFlag(field) ? QJsonValue(true) : QJsonValue(toldText(field));
}

QString shownValue(BucketField field)
{
    return isFlag(field) ? atlas::answerText(field, true) : toldText(field);
}

/// As Atlas answers: a bucket that has the field, and one that has no more than it must.
QByteArray pageWith(BucketField field)
{
    QJsonObject bucket = bucketWithout(field, u"65f1a2b30000000000000001"_s);
    bucket.insert(keyOf(field), toldValue(field));
    const QJsonObject other = bucketWithout(field, u"65f1a2b30000000000000002"_s);
    return QJsonDocument(QJsonObject{{u"results"_s, QJsonArray{other, bucket}}}).toJson();
}

QList<atlas::ExportBucket> bucketsWith(BucketField field)
{
    const auto page = atlas::readAnswer(200, pageWith(field)).and_then(atlas::decodeExportBuckets);
    return page ? page->results : QList<atlas::ExportBucket>();
}

QByteArray exported(share::ExportFormat format, const BucketStore &store)
{
    const buckets::BucketsInUse use;
    const share::BucketRecords records(store.rows(), use, {0, 1});
    const auto writer = share::makeWriter(format, share::CsvWriter::ByteOrderMark::Without, {});
    QByteArray text;
    writer->begin(text);
    for (int row = 0; row < records.count(); ++row)
        writer->row(records.at(row), text);
    writer->end(text);
    return text;
}

} // namespace

/// That one entry of the table of fields is enough: all else follows it. A field that is new there
/// is tested by that.
class EveryFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasATitleAndNamesOfItsOwn();
    void isRead_data() { addFields(); }
    void isRead();
    void isAColumn_data() { addFields(); }
    void isAColumn();
    void isFound_data() { addFields(); }
    void isFound();
    void isInTheDetails_data() { addFields(); }
    void isInTheDetails();
    void isExported_data() { addFields(); }
    void isExported();
    void isNamedInOnePlace();

private:
    static void addFields();
};

/// What Atlas tells; the others have tests by their names.
void EveryFieldTest::addFields()
{
    QTest::addColumn<BucketField>("field");
    for (const BucketField field : atlas::ToldFields)
        QTest::newRow(atlas::infoOf(field).title) << field;
}

void EveryFieldTest::hasATitleAndNamesOfItsOwn()
{
    QSet<QString> titles;
    QSet<QString> words;
    QSet<QString> keys;
    qsizetype wordCount = 0;
    qsizetype keyCount = 0;
    for (const BucketFieldInfo &info : atlas::BucketFields) {
        titles.insert(atlas::titleOf(info.field));
        QVERIFY2(info.width > 0, info.title);
        for (const QLatin1StringView key : {info.key, info.keyForAws}) {
            keyCount += key.isEmpty() ? 0 : 1;
            keys.insert(key);
        }
        wordCount += info.word.isEmpty() ? 0 : 1;
        words.insert(info.word);
        const bool isTold = info.source == FieldSource::Text || info.source == FieldSource::Flag;
        QVERIFY2(!isTold || (!info.key.isEmpty() && !info.word.isEmpty()), info.title);
        QVERIFY2(info.source != FieldSource::Flag || (info.answers[0] && info.answers[1]),
                 info.title);
    }
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.size(), qsizetype(atlas::BucketFieldCount));
    words.remove(QString());
    keys.remove(QString());
    QCOMPARE(words.size(), wordCount);
    QCOMPARE(keys.size(), keyCount);
}

void EveryFieldTest::isRead()
{
    QFETCH(const BucketField, field);
    const auto buckets = bucketsWith(field);
    QCOMPARE(buckets.size(), 2);
    if (isFlag(field))
        QCOMPARE(buckets[1].flag(field), true);
    else
        QCOMPARE(buckets[1].text(field), toldText(field));
    QVERIFY(buckets[1].unknownFields.isEmpty());
    const auto scan = atlas::BucketScan::of(pageWith(field));
    QVERIFY(scan);
    QCOMPARE(scan->toPage().results, buckets);
}

void EveryFieldTest::isAColumn()
{
    QFETCH(const BucketField, field);
    BucketStore store;
    store.setBuckets(Project, bucketsWith(field));
    const buckets::BucketsInUse use;
    BucketTableModel model(store, use);
    const auto column = static_cast<int>(field);
    QCOMPARE(model.headerData(column, Qt::Horizontal).toString(), atlas::titleOf(field));
    QCOMPARE(model.index(1, column).data().toString(), shownValue(field));
    QCOMPARE(store.bucketAt(1), bucketsWith(field).at(1));
    QVERIFY(model.index(0, column).data().toString() != shownValue(field));
}

void EveryFieldTest::isFound()
{
    QFETCH(const BucketField, field);
    BucketStore store;
    store.setBuckets(Project, bucketsWith(field));
    const buckets::BucketsInUse use;
    BucketTableModel model(store, use);
    models::BucketSortFilterModel filtered;
    filtered.setSourceModel(&model);
    const QString value = isFlag(field) ? u"yes"_s : toldText(field);
    filtered.setFilterText(atlas::infoOf(field).word + u":="_s + value);
    QCOMPARE(filtered.rowCount(), 1);
    QCOMPARE(filtered.index(0, static_cast<int>(field)).data().toString(), shownValue(field));
    if (atlas::infoOf(field).offersValues)
        QVERIFY(
            buckets::mostFrequentValues(store.rows(), field, {}, 9).contains(shownValue(field)));
    filtered.setFilterText({});
    filtered.sort(static_cast<int>(field));
    if (!atlas::infoOf(field).isRequired)
        QCOMPARE(filtered.index(0, static_cast<int>(field)).data().toString(), shownValue(field));
}

void EveryFieldTest::isInTheDetails()
{
    QFETCH(const BucketField, field);
    const auto lines = buckets::bucketFields(bucketsWith(field).at(1), {}, false);
    const auto line = std::find_if(lines.begin(), lines.end(), [field](const auto &one) {
        return one.name == atlas::titleOf(field);
    });
    QVERIFY(line != lines.end());
    QCOMPARE(line->value, shownValue(field));
}

void EveryFieldTest::isExported()
{
    QFETCH(const BucketField, field);
    const auto buckets = bucketsWith(field);
    BucketStore store;
    store.setBuckets(Project, buckets);

    const auto lines = exported(share::ExportFormat::Csv, store).split('\n');
    const auto column = lines[0].split(',').indexOf(QByteArray(atlas::infoOf(field).key.latin1()));
    QVERIFY(column >= 0);
    const QByteArray value = isFlag(field) ? QByteArray("true") : toldText(field).toUtf8();
    QCOMPARE(lines[2].split(',').value(column), value);
    QVERIFY(
        exported(share::ExportFormat::Markdown, store).contains(QByteArray(" " + value + " |")));

    const auto file = QJsonDocument::fromJson(exported(share::ExportFormat::Json, store));
    const QJsonObject written = file[u"buckets"][1][u"bucket"].toObject();
    QCOMPARE(written[keyOf(field)], toldValue(field));
    const auto copied = QJsonDocument::fromJson(share::bucketAsJson(buckets[1])).object();
    QCOMPARE(copied, written);
}

/// Other things of Atlas, and findings and changes as JSON, have fields of the same names.
void EveryFieldTest::isNamedInOnePlace()
{
    const QSet<QString> others{u"roledecoding.cpp"_s, u"scheduledecoding.cpp"_s, u"checkjson.cpp"_s,
                               u"changesjson.cpp"_s};
    QStringList keys;
    for (const BucketFieldInfo &info : atlas::BucketFields) {
        for (const QLatin1StringView key : {info.key, info.keyForAws}) {
            if (!key.isEmpty())
                keys.append(key);
        }
    }
    const QRegularExpression spelled(u"\"(%1)\""_s.arg(keys.join(u'|')));
    int places = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator it(QStringLiteral(BUCKETSCOPE_SOURCE_DIR) + u'/' + folder,
                        {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const bool spells = spelled.match(QString::fromUtf8(file.readAll())).hasMatch();
            const bool isTable = it.fileName() == u"bucketfield.h";
            places += isTable && spells ? 1 : 0;
            QVERIFY2(!spells || isTable || others.contains(it.fileName()),
                     qPrintable(it.filePath()));
        }
    }
    QCOMPARE(places, 1);
}

QTEST_GUILESS_MAIN(EveryFieldTest)
#include "tst_everyfield.moc"
