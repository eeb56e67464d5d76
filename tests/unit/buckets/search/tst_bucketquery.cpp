// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketquery.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using buckets::BucketQuery;
using buckets::ExportStanding;

namespace {

using Terms = QList<BucketQuery::Term>;

BucketQuery::Term word(const QString &text)
{
    return {std::nullopt, text.toUtf8()};
}

BucketQuery::Term in(BucketField column, const QString &text)
{
    return {column, text.toUtf8()};
}

} // namespace

Q_DECLARE_METATYPE(Terms)
Q_DECLARE_METATYPE(BucketQuery::Use)
Q_DECLARE_METATYPE(std::optional<ExportStanding>)

class BucketQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTextsApart_data();
    void takesTextsApart();
    void looksForUse_data();
    void looksForUse();
    void looksForExports_data();
    void looksForExports();
    void namesItsFields();
    void writesTermsThatItReads_data();
    void writesTermsThatItReads();
};

void BucketQueryTest::takesTextsApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Terms>("terms");
    QTest::newRow("nothing") << QString() << Terms();
    QTest::newRow("spaces") << u" \t　 "_s << Terms();
    QTest::newRow("words") << u"  Ledger  PROD "_s << Terms{word(u"ledger"_s), word(u"prod"_s)};
    QTest::newRow("Korean") << u"감사 보관"_s << Terms{word(u"감사"_s), word(u"보관"_s)};
    QTest::newRow("field") << u"provider:AWS"_s << Terms{in(BucketField::Provider, u"aws"_s)};
    QTest::newRow("field in upper case")
        << u"Provider:aws"_s << Terms{in(BucketField::Provider, u"aws"_s)};
    QTest::newRow("fields and words") << u"ledger region:ap- role:60113b"_s
                                      << Terms{word(u"ledger"_s), in(BucketField::Region, u"ap-"_s),
                                               in(BucketField::RoleId, u"60113b"_s)};
    QTest::newRow("field twice") << u"name:a name:b"_s
                                 << Terms{in(BucketField::Name, u"a"_s),
                                          in(BucketField::Name, u"b"_s)};
    QTest::newRow("field without a value") << u"provider: x"_s << Terms{word(u"x"_s)};
    QTest::newRow("field with an empty value") << u"provider:\"\""_s << Terms();
    QTest::newRow("colons in the value")
        << u"url:https://x"_s << Terms{in(BucketField::ServiceUrl, u"https://x"_s)};
    QTest::newRow("no field of ours") << u"https://x"_s << Terms{word(u"https://x"_s)};
    QTest::newRow("beginning of a field") << u"prov:aws"_s << Terms{word(u"prov:aws"_s)};
    QTest::newRow("colon alone") << u":"_s << Terms{word(u":"_s)};
    QTest::newRow("colon before") << u":name:x"_s << Terms{word(u":name:x"_s)};
    QTest::newRow("quotes") << u"\"Payments – prod\""_s << Terms{word(u"payments – prod"_s)};
    QTest::newRow("quotes behind a field")
        << u"project:\"Payments – prod\" x"_s
        << Terms{in(BucketField::Project, u"payments – prod"_s), word(u"x"_s)};
    QTest::newRow("quotes around a field") << u"\"name:x\""_s << Terms{word(u"name:x"_s)};
    QTest::newRow("quotes in a field's name") << u"na\"me\":x"_s << Terms{word(u"name:x"_s)};
    QTest::newRow("quotes in a value")
        << u"name:a\" \"b"_s << Terms{in(BucketField::Name, u"a b"_s)};
    QTest::newRow("quotes that do not end")
        << u"project:\"Pay ro"_s << Terms{in(BucketField::Project, u"pay ro"_s)};
    QTest::newRow("quotes around nothing") << u"\"\""_s << Terms();
    QTest::newRow("quoted spaces") << u"\" \""_s << Terms{word(u" "_s)};
}

void BucketQueryTest::takesTextsApart()
{
    QFETCH(const QString, text);
    QFETCH(const Terms, terms);
    const BucketQuery query(text);
    QCOMPARE(query.terms(), terms);
    QCOMPARE(query.isEmpty(), terms.isEmpty());
    QCOMPARE(query.use(), BucketQuery::Use::Any);
}

void BucketQueryTest::looksForUse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BucketQuery::Use>("use");
    QTest::newRow("used") << u"used:"_s << BucketQuery::Use::Used;
    QTest::newRow("unused") << u"unused:"_s << BucketQuery::Use::Unused;
    QTest::newRow("upper case") << u"UNUSED:"_s << BucketQuery::Use::Unused;
    QTest::newRow("with something behind it") << u"used:yes"_s << BucketQuery::Use::Used;
    QTest::newRow("the last one counts") << u"used: unused:"_s << BucketQuery::Use::Unused;
    QTest::newRow("among words") << u"a unused: b"_s << BucketQuery::Use::Unused;
    QTest::newRow("a word") << u"unused"_s << BucketQuery::Use::Any;
    QTest::newRow("quoted") << u"\"unused:\""_s << BucketQuery::Use::Any;
}

void BucketQueryTest::looksForUse()
{
    QFETCH(const QString, text);
    const BucketQuery query(text);
    QTEST(query.use(), "use");
    QVERIFY(!query.isEmpty());
}

void BucketQueryTest::looksForExports_data()
{
    using Exports = std::optional<ExportStanding>;
    const Exports failed = ExportStanding::Failed;
    const Exports none = ExportStanding::Never;
    const Exports any;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Exports>("exports");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("failed") << u"export:failed"_s << failed << false;
    QTest::newRow("none") << u"export:none"_s << none << false;
    for (const buckets::ExportStandingInfo &info : buckets::ExportStandings) {
        QTest::addRow("term of %s", info.word.data())
            << BucketQuery::termFor(info.standing) << Exports(info.standing) << false;
    }
    QTest::newRow("upper case") << u"EXPORT:None"_s << none << false;
    QTest::newRow("quoted value") << u"export:\"failed\""_s << failed << false;
    QTest::newRow("the last one counts") << u"export:none a export:failed"_s << failed << false;
    QTest::newRow("beginning") << u"export:fai"_s << any << true;
    QTest::newRow("no value yet") << u"export:"_s << any << true;
    QTest::newRow("no such value") << u"export:failing"_s << any << false;
    QTest::newRow("quoted") << u"\"export:failed\""_s << any << false;
    QTest::newRow("a word") << u"export"_s << any << false;
}

void BucketQueryTest::looksForExports()
{
    QFETCH(const QString, text);
    const BucketQuery query(text);
    QTEST(query.exports(), "exports");
    QTEST(query.isEmpty(), "isEmpty");
    QCOMPARE(query.asksForUse(), query.exports().has_value());
}

void BucketQueryTest::namesItsFields()
{
    const QStringList prefixes = BucketQuery::prefixes();
    QCOMPARE(prefixes.size(), 12 + qsizetype(buckets::ExportStandings.size()));
    for (const QString &prefix : prefixes) {
        if (prefix.startsWith(u"export:"_s))
            continue;
        const bool isUse = prefix == u"used:"_s || prefix == u"unused:"_s;
        QCOMPARE(BucketQuery::columnOf(prefix).has_value(), !isUse);
        QVERIFY(prefix.endsWith(u':'));
    }
    QCOMPARE(BucketQuery::columnOf(u"https:"), std::nullopt);
    QCOMPARE(BucketQuery::columnOf(u"name"), std::nullopt);
    QCOMPARE(BucketQuery::columnOf({}), std::nullopt);
}

void BucketQueryTest::writesTermsThatItReads_data()
{
    QTest::addColumn<BucketField>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << BucketField::Provider << u"aws"_s << u"provider:aws"_s
                           << QStringList{u"aws"_s};
    QTest::newRow("space") << BucketField::Project << u"a  b"_s << u"project:\"a  b\""_s
                           << QStringList{u"a  b"_s};
    QTest::newRow("space that does not break")
        << BucketField::Project << u"a\u00a0b"_s << u"project:\"a\u00a0b\""_s
        << QStringList{u"a b"_s};
    QTest::newRow("colon") << BucketField::ServiceUrl << u"https://x"_s << u"url:https://x"_s
                           << QStringList{u"https://x"_s};
    QTest::newRow("quote inside") << BucketField::Project << u"a\"b c"_s
                                  << u"project:a project:\"b c\""_s
                                  << QStringList{u"a"_s, u"b c"_s};
    QTest::newRow("quotes around")
        << BucketField::Project << u"\"a\""_s << u"project:a"_s << QStringList{u"a"_s};
    QTest::newRow("empty") << BucketField::Name << u""_s << u"name:"_s << QStringList();
    QTest::newRow("no field") << BucketField::UsedBy << u"name:x"_s << u"\"name:x\""_s
                              << QStringList{u"name:x"_s};
}

void BucketQueryTest::writesTermsThatItReads()
{
    QFETCH(const BucketField, column);
    QFETCH(const QString, value);
    QFETCH(const QStringList, words);
    const QString term = BucketQuery::termFor(column, value);
    QTEST(term, "term");
    QStringList read;
    const BucketQuery query(term);
    for (const BucketQuery::Term &each : query.terms()) {
        QCOMPARE(each.column, column == BucketField::UsedBy ? std::nullopt : std::optional(column));
        read.append(QString::fromUtf8(each.word));
    }
    QCOMPARE(read, words);
}

QTEST_GUILESS_MAIN(BucketQueryTest)
#include "tst_bucketquery.moc"
