// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/objectid.h"
#include "atlas/values/utc.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using atlas::ObjectId;

class ObjectIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesHex_data();
    void readsAndWritesHex();
    void tellsWhenItWasMade_data();
    void tellsWhenItWasMade();
    void comparesByBytes();
};

void ObjectIdTest::readsAndWritesHex_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("digits and letters") << u"65f1a2b3c4d5e6f708192a3b"_s << true;
    QTest::newRow("zero") << u"000000000000000000000000"_s << true;
    QTest::newRow("all set") << u"ffffffffffffffffffffffff"_s << true;
    QTest::newRow("upper case") << u"65F1A2B3C4D5E6F708192A3B"_s << false;
    QTest::newRow("one short") << u"65f1a2b3c4d5e6f708192a3"_s << false;
    QTest::newRow("one long") << u"65f1a2b3c4d5e6f708192a3b0"_s << false;
    QTest::newRow("not hex") << u"65f1a2b3c4d5e6f708192a3g"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("full-width digits") << u"６5f1a2b3c4d5e6f708192a3b"_s << false;
    QTest::newRow("space") << u" 5f1a2b3c4d5e6f708192a3b"_s << false;
}

void ObjectIdTest::readsAndWritesHex()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const auto id = ObjectId::fromHex(text);
    QCOMPARE(id.has_value(), valid);
    if (!id)
        return;
    QCOMPARE(id->toHex(), text);
    const auto bytes = id->toHexBytes();
    QCOMPARE(QString::fromLatin1(bytes.data(), qsizetype(bytes.size())), text);
}

void ObjectIdTest::tellsWhenItWasMade_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    QTest::newRow("2024") << u"65f1a2b30000000000000000"_s
                          << QDateTime({2024, 3, 13}, {12, 57, 23}, atlas::Utc);
    QTest::newRow("after 2038") << u"ffffffff0000000000000000"_s
                                << QDateTime({2106, 2, 7}, {6, 28, 15}, atlas::Utc);
}

void ObjectIdTest::tellsWhenItWasMade()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, time);
    QCOMPARE(ObjectId::fromHex(text)->createdAt(), time);
}

void ObjectIdTest::comparesByBytes()
{
    const auto smaller = atlas::BucketId::fromHex(u"00000000000000000000000f");
    const auto greater = atlas::BucketId::fromHex(u"0000000000000000000000f0");
    QVERIFY(*smaller < *greater);
    QVERIFY(*smaller == *atlas::BucketId::fromHex(u"00000000000000000000000f"));
    QVERIFY(qHash(*smaller) != qHash(*greater));
}

QTEST_GUILESS_MAIN(ObjectIdTest)
#include "tst_objectid.moc"
