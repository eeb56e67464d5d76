// SPDX-License-Identifier: Apache-2.0
#include "base/texts/mixedletters.h"
#include "base/texts/mixedlettersnote.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketcountmodel.h"
#include "models/buckettablemodel.h"
#include "models/problemlog.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// `aws-bucket` with a Cyrillic а.
QString lookAlike()
{
    return u"\u0430ws-bucket"_s;
}

QString shownLookAlike()
{
    return u"\u2248\u0430ws-bucket"_s;
}

} // namespace

/// Which names mix alphabets, and where it is said.
class MixedLettersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesMixtures_data();
    void seesMixtures();
    void findsEachWord();
    void isSaidInTables_data();
    void isSaidInTables();
    void isSaidOfBars();
    void isSaidInTheReport();
    void isNotSaidOfOthers();
};

void MixedLettersTest::seesMixtures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("letters");
    const auto nothing = QString();
    QTest::newRow("nothing") << nothing << nothing;
    QTest::newRow("Latin") << u"prod-exports_1.é"_s << nothing;
    QTest::newRow("Cyrillic") << u"отчёты-2024"_s << nothing;
    QTest::newRow("Greek") << u"αρχείο_1"_s << nothing;
    QTest::newRow("Korean") << u"감사-보관"_s << nothing;
    QTest::newRow("Korean with Latin") << u"AWS감사-backup漢字"_s << nothing;
    QTest::newRow("Japanese with Latin") << u"AWSバックアップの控え"_s << nothing;
    QTest::newRow("Chinese with Latin") << u"AWS备份ㄅ"_s << nothing;
    QTest::newRow("digits and signs") << u"①2-3_§µ™ⅳ🪣"_s << nothing;
    QTest::newRow("a mark that goes with all letters") << u"а\u0301"_s << nothing;
    QTest::newRow("words of two alphabets") << u"Проект Atlas"_s << nothing;
    QTest::newRow("parts of two alphabets") << u"project:отчёты (prod)"_s << nothing;
    QTest::newRow("Cyrillic а") << lookAlike() << u"Mixes Latin and Cyrillic letters"_s;
    QTest::newRow("Latin a") << u"отчaты"_s << u"Mixes Latin and Cyrillic letters"_s;
    QTest::newRow("Cyrillic first") << u"рrod"_s << u"Mixes Latin and Cyrillic letters"_s;
    QTest::newRow("Greek ο") << u"prοd"_s << u"Mixes Latin and Greek letters"_s;
    QTest::newRow("Armenian օ") << u"prօd"_s << u"Mixes Latin and Armenian letters"_s;
    QTest::newRow("Cherokee Ꭺ") << u"ꭺws"_s << u"Mixes Latin and Cherokee letters"_s;
    QTest::newRow("Hebrew ס") << u"prסd"_s << u"Mixes Latin and Hebrew letters"_s;
    QTest::newRow("two without Latin") << u"αа"_s << u"Mixes Greek and Cyrillic letters"_s;
    QTest::newRow("Korean with Cyrillic") << u"감а"_s << u"Mixes Korean and Cyrillic letters"_s;
    QTest::newRow("Korean with Japanese") << u"감あ"_s << u"Mixes Korean and Japanese letters"_s;
    QTest::newRow("three") << u"aаα"_s << u"Mixes Latin and Cyrillic letters"_s;
    QTest::newRow("beyond the first plane")
        << u"a\U00010330"_s << u"Mixes Latin letters with those of another alphabet"_s;
    QTest::newRow("two that have no name here")
        << u"\U00010330\U000104b0"_s << u"Mixes letters of different alphabets"_s;
    QTest::newRow("what hides") << u"a\u3164\u061c"_s << nothing;
    QTest::newRow("half a pair") << QString(u'a' + QString(QChar(0xd800))) << nothing;
    QTest::newRow("behind others")
        << u"Bucket “"_s + lookAlike() + u"”"_s << u"Mixes Latin and Cyrillic letters"_s;
}

void MixedLettersTest::seesMixtures()
{
    QFETCH(const QString, text);
    QTEST(base::mixedLettersText(text), "letters");
    QCOMPARE(base::mixedWords(text).isEmpty(), base::mixedLettersText(text).isEmpty());
}

void MixedLettersTest::findsEachWord()
{
    const QString text = u"a "_s + lookAlike() + u" · рrod, б"_s;
    QCOMPARE(base::mixedWords(text), (QList<qsizetype>{2, 15}));
}

void MixedLettersTest::isSaidInTables_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("said");
    QTest::newRow("on screen") << int(Qt::DisplayRole) << shownLookAlike();
    QTest::newRow("in the tooltip")
        << int(Qt::ToolTipRole)
        << QString(shownLookAlike() + u"\nMixes Latin and Cyrillic letters"_s);
    QTest::newRow("by screen readers")
        << int(Qt::AccessibleTextRole)
        << QString(shownLookAlike() + u". Mixes Latin and Cyrillic letters"_s);
}

void MixedLettersTest::isSaidInTables()
{
    QFETCH(const int, role);
    QFETCH(const QString, said);
    atlas::ExportBucket bucket;
    bucket.text(atlas::BucketField::Name) = lookAlike();
    buckets::BucketStore buckets;
    buckets.setBuckets({}, {bucket});
    const buckets::BucketsInUse use;
    const models::BucketTableModel table(buckets, use);
    QCOMPARE(table.index(0, static_cast<int>(atlas::BucketField::Name)).data(role), said);

    atlas::ApiError error;
    error.detail = lookAlike();
    models::ProblemLog problems;
    problems.add(error);
    const auto detail = static_cast<int>(models::ProblemLog::Column::Detail);
    QCOMPARE(problems.index(0, detail).data(role), said);
}

void MixedLettersTest::isSaidOfBars()
{
    models::BucketCountModel bars;
    bars.setCounts({{shownLookAlike(), {}, 3, {}}}, 4);
    const QString said = u"≈\u0430ws-bucket: 3 buckets, 75%"_s;
    QCOMPARE(bars.index(0).data(Qt::ToolTipRole).toString(),
             said + u"\nMixes Latin and Cyrillic letters"_s);
    QCOMPARE(bars.index(0).data(Qt::AccessibleTextRole).toString(),
             said + u". Mixes Latin and Cyrillic letters"_s);
}

void MixedLettersTest::isSaidInTheReport()
{
    atlas::ApiError error;
    error.detail = u"There is no bucket "_s + lookAlike();
    error.reason = u"Not Found"_s;
    models::ProblemLog problems;
    problems.add(error);
    const QString report = problems.report();
    QVERIFY2(report.contains(u"\nDetail: There is no bucket ≈\u0430ws-bucket [Mixes Latin and "
                             u"Cyrillic letters]\n"_s),
             qPrintable(report));
    QVERIFY2(report.contains(u"\nReason: Not Found\n"_s), qPrintable(report));
}

void MixedLettersTest::isNotSaidOfOthers()
{
    models::ProblemLog problems;
    problems.add({});
    QVERIFY(problems.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(problems.index(0, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    QCOMPARE(base::toolTipWithLetters(u"tip"_s, u"감사 prod"_s), u"tip"_s);
    QCOMPARE(base::spokenWithLetters(u"said"_s, u"감사 prod"_s), u"said"_s);
}

QTEST_GUILESS_MAIN(MixedLettersTest)
#include "tst_mixedletters.moc"
