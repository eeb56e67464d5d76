// SPDX-License-Identifier: Apache-2.0
#include "healthfacts.h"
#include "insight/health/acceptedfile.h"
#include "insight/health/findingcounts.h"
#include "insight/health/newfindings.h"

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace healthfacts;
using insight::AcceptedEntry;
using insight::AcceptedFile;
using insight::AcceptedFindings;
using insight::Finding;
using insight::FindingCode;

namespace {

QDate today()
{
    return {2026, 11, 1};
}

Finding finding(FindingCode code, int projectNumber = 1)
{
    Finding made;
    made.code = code;
    made.project = projectId(projectNumber);
    made.cluster = clusterName(u"reed"_s);
    made.bucket = bucketId(1);
    return made;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

Q_DECLARE_METATYPE(insight::AcceptedEntry)

/// What somebody knows of and lives with: as it stands in the file, and as it is written there.
class AcceptedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads();
    void refuses_data();
    void refuses();
    void marks_data();
    void marks();
    void isOverAfterItsLastDay();
    void saysWhatIsOfNoUse();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void nothingHidesInTheFile();
    void addsToWhatStandsThere();
    void makesTheFile();
    void leavesABrokenFileAlone_data();
    void leavesABrokenFileAlone();
    void leavesWhatIsNew();
};

void AcceptedTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void AcceptedTest::reads()
{
    const auto read = AcceptedFindings::fromToml(R"(# ours
[[accepted]]
code = "UNUSED_BUCKET"
reason = 'kept for the auditors'
until = 2026-12-31
project_id = "650000000000000000000001"

[[accepted]]
code = "NO_EXPORT"
reason = """two
lines"""
cluster = "reed"
bucket_id = "650000000000000000000002"
until = "2027-01-31"
)");
    QVERIFY(read.has_value());
    const AcceptedEntry first{FindingCode::UnusedBucket,
                              u"kept for the auditors"_s,
                              atlas::ProjectId::fromHex(u"650000000000000000000001"),
                              {},
                              {},
                              QDate(2026, 12, 31)};
    const AcceptedEntry second{FindingCode::NoExport,
                               u"two\nlines"_s,
                               {},
                               clusterName(u"reed"_s),
                               atlas::BucketId::fromHex(u"650000000000000000000002"),
                               QDate(2027, 1, 31)};
    QVERIFY(read->entries() == (QList{first, second}));
    QVERIFY(AcceptedFindings::fromToml("").value().entries().isEmpty());
    QVERIFY(AcceptedFindings::fromToml("accepted = []").value().entries().isEmpty());
}

void AcceptedTest::refuses_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &lines, const QString &error) {
        QTest::newRow(name) << QByteArray("[[accepted]]\ncode = \"NO_EXPORT\"\n" + lines) << error;
    };
    row("no reason", "", u"Line 1: the key reason is missing."_s);
    row("an empty reason", "reason = ' '", u"Line 3: the value of reason is not valid."_s);
    row("a reason that is no text", "reason = 1", u"Line 3: the value of reason is not valid."_s);
    row("an unknown key", "reason = 'a'\nbucket = 'b'", u"Line 4: the key bucket is unknown."_s);
    row("a project that is none", "reason = 'a'\nproject_id = 'Grove'",
        u"Line 4: the value of project_id is not valid."_s);
    row("a bucket that is none", "reason = 'a'\nbucket_id = 5",
        u"Line 4: the value of bucket_id is not valid."_s);
    row("a cluster that is none", "reason = 'a'\ncluster = '-'",
        u"Line 4: the value of cluster is not valid."_s);
    row("a day that is none", "reason = 'a'\nuntil = '2026-02-30'",
        u"Line 4: the value of until is not valid."_s);
    row("a number for a day", "reason = 'a'\nuntil = 2026",
        u"Line 4: the value of until is not valid."_s);
    QTest::newRow("an unknown code") << QByteArray("[[accepted]]\ncode = \"NO_EXPORTS\"")
                                     << u"Line 2: the value of code is not valid."_s;
    QTest::newRow("no code") << QByteArray("[[accepted]]\nreason = 'a'")
                             << u"Line 1: the key code is missing."_s;
    QTest::newRow("an unknown table")
        << QByteArray("[[ignored]]\ncode = 'a'") << u"Line 1: the key ignored is unknown."_s;
    QTest::newRow("one table") << QByteArray("[accepted]\ncode = 'a'")
                               << u"Line 1: the value of accepted is not valid."_s;
    QTest::newRow("a list of texts")
        << QByteArray("\naccepted = ['a']") << u"Line 2: the value of accepted is not valid."_s;
}

void AcceptedTest::refuses()
{
    QFETCH(const QByteArray, toml);
    const auto read = AcceptedFindings::fromToml(toml);
    QVERIFY(!read.has_value());
    QTEST(read.error().toString(), "error");
    const auto broken = AcceptedFindings::fromToml(toml + "\n= 5\n");
    QVERIFY(!broken.has_value());
    QVERIFY2(broken.error().toString().contains(u" is not valid TOML: "_s),
             qPrintable(broken.error().toString()));
}

void AcceptedTest::marks_data()
{
    QTest::addColumn<AcceptedEntry>("entry");
    QTest::addColumn<bool>("fits");
    const AcceptedEntry any{FindingCode::NoExport, u"known"_s, {}, {}, {}, {}};
    const auto row = [&any](const char *name, bool fits, const auto &change) {
        AcceptedEntry entry = any;
        change(entry);
        QTest::newRow(name) << entry << fits;
    };
    row("any", true, [](AcceptedEntry &) {});
    row("another code", false, [](AcceptedEntry &entry) { entry.code = FindingCode::NotRead; });
    row("project", true, [](AcceptedEntry &entry) { entry.project = projectId(1); });
    row("another project", false, [](AcceptedEntry &entry) { entry.project = projectId(2); });
    row("cluster", true, [](AcceptedEntry &entry) { entry.cluster = clusterName(u"reed"_s); });
    row("another cluster", false,
        [](AcceptedEntry &entry) { entry.cluster = clusterName(u"fern"_s); });
    row("bucket", true, [](AcceptedEntry &entry) { entry.bucket = bucketId(1); });
    row("another bucket", false, [](AcceptedEntry &entry) { entry.bucket = bucketId(2); });
    row("today at last", true, [](AcceptedEntry &entry) { entry.until = today(); });
    row("until yesterday", false, [](AcceptedEntry &entry) { entry.until = today().addDays(-1); });
    row("one of two is another", false, [](AcceptedEntry &entry) {
        entry.cluster = clusterName(u"reed"_s);
        entry.bucket = bucketId(2);
    });
}

void AcceptedTest::marks()
{
    QFETCH(const AcceptedEntry, entry);
    QFETCH(const bool, fits);
    const auto read = AcceptedFindings::fromToml(insight::tomlOf(entry));
    QVERIFY(read.has_value());
    QList<Finding> findings{finding(FindingCode::NoExport), finding(FindingCode::RoleGone)};
    read->mark(findings, today());
    QCOMPARE(findings[0].accepted.has_value(), fits);
    QVERIFY(!findings[1].accepted);
    QCOMPARE(insight::countsOf(findings).accepted, fits ? 1 : 0);
    QCOMPARE(insight::countsOf(findings).warning, fits ? 1 : 2);
    QCOMPARE(read->notesOn(findings, today()).isEmpty(), fits);
    if (fits)
        QVERIFY(findings[0].accepted == (insight::Acceptance{u"known"_s, entry.until}));
}

void AcceptedTest::isOverAfterItsLastDay()
{
    const auto read = AcceptedFindings::fromToml(
        "[[accepted]]\ncode = 'NO_EXPORT'\nreason = 'old'\nuntil = 2026-10-31\n"
        "[[accepted]]\ncode = 'NO_EXPORT'\nreason = 'new'\nuntil = 2026-11-02\n");
    QVERIFY(read.has_value());
    QList<Finding> findings{finding(FindingCode::NoExport)};
    read->mark(findings, today());
    QCOMPARE(findings[0].accepted->reason, u"new"_s);
    read->mark(findings, today().addDays(2));
    QVERIFY(!findings[0].accepted);
}

void AcceptedTest::saysWhatIsOfNoUse()
{
    const auto read = AcceptedFindings::fromToml(
        "[[accepted]]\ncode = 'NO_EXPORT'\nreason = 'in use'\n"
        "[[accepted]]\ncode = 'ROLE_GONE'\nreason = 'mended'\n"
        "[[accepted]]\ncode = 'NO_EXPORT'\nreason = 'over'\nuntil = 2026-10-31\n");
    QVERIFY(read.has_value());
    QStringList notes;
    for (const auto &note : read->notesOn({finding(FindingCode::NoExport)}, today()))
        notes.append(note.toString());
    QCOMPARE(notes.join(u'\n'),
             u"The accepted finding ROLE_GONE no longer exists. Reason given: mended\n"
             "NO_EXPORT was accepted until October 31, 2026. That date has passed. Reason "
             "given: over"_s);
    // Whether the role is still gone, nobody knows then.
    const QList unread{finding(FindingCode::NoExport), finding(FindingCode::NotRead)};
    QCOMPARE(read->notesOn(unread, today()).size(), 1);
    // Nor if it was not looked at.
    QCOMPARE(read->notesOn({}, today(), QList{projectId(1)}).size(), 1);
}

void AcceptedTest::writesWhatItReads_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("plain") << u"ticket 17"_s;
    QTest::newRow("quotes") << u"\"quoted\" 'single' \"\"\" '''"_s;
    QTest::newRow("backslashes") << u"C:\\new\\u0041"_s;
    QTest::newRow("lines") << u"one\ntwo\r\nthree\tfour"_s;
    QTest::newRow("controls") << QString(u"a\u0001b\u001bc\u007fd\u0085"_s + QChar(u'\0'));
    QTest::newRow("TOML") << u"x\"\n[[accepted]]\ncode = \"NOT_READ\" # "_s;
    QTest::newRow("Korean") << u"알고 있음: 감사 때문에 보관"_s;
    QTest::newRow("beyond 16 bits") << u"🌳 \U000E0041"_s;
    QTest::newRow("directions") << u"a\u202eb\u2028c\ufeff"_s;
    QTest::newRow("a byte order mark first") << u"\ufeffknown"_s;
}

void AcceptedTest::writesWhatItReads()
{
    QFETCH(const QString, reason);
    const AcceptedEntry entry{FindingCode::UnusedBucket, reason,      projectId(1),
                              clusterName(u"reed"_s),    bucketId(2), QDate(2026, 12, 31)};
    const auto read = AcceptedFindings::fromToml(insight::tomlOf(entry));
    QVERIFY2(read.has_value(), insight::tomlOf(entry).constData());
    QVERIFY(read->entries() == QList{entry});
}

void AcceptedTest::nothingHidesInTheFile()
{
    const QByteArray toml = insight::tomlOf(
        {FindingCode::NoExport, u"a\u202eb\nc\u001b"_s, {}, {}, {}, QDate(2026, 12, 31)});
    QCOMPARE(toml,
             QByteArray("[[accepted]]\ncode = \"NO_EXPORT\"\nreason = "
                        "\"a\\u202eb\\nc\\u001b\"\nuntil = 2026-12-31\n"));
}

void AcceptedTest::addsToWhatStandsThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"accepted.toml"_s);
    const QByteArray before = "# ours\n[[accepted]] # first\ncode = 'NO_EXPORT'\nreason = 'a'";
    write(path, before);
    const AcceptedFile file(path);
    const AcceptedEntry entry{FindingCode::RoleGone, u"b"_s, {}, {}, {}, {}};
    QVERIFY(file.add(entry).has_value());
    QCOMPARE(readAll(path), QByteArray(before + "\n\n" + insight::tomlOf(entry)));
    const auto read = file.load();
    QVERIFY(read.has_value());
    QCOMPARE(read->entries().size(), 2);
    QVERIFY(read->entries()[1] == entry);
}

void AcceptedTest::makesTheFile()
{
    const QTemporaryDir folder;
    const AcceptedFile file(folder.filePath(u"new/accepted.toml"_s));
    QVERIFY(file.load().has_value());
    QVERIFY(file.load()->entries().isEmpty());
    const AcceptedEntry entry{FindingCode::RoleGone, u"b"_s, {}, {}, {}, {}};
    QVERIFY(file.add(entry).has_value());
    QVERIFY(file.add(entry).has_value());
    QCOMPARE(readAll(file.path()),
             QByteArray(insight::tomlOf(entry) + '\n' + insight::tomlOf(entry)));
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(file.path())
                 & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             QFile::ReadOwner | QFile::WriteOwner);
#endif
}

void AcceptedTest::leavesABrokenFileAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("no TOML") << QByteArray("[[accepted") << false;
    QTest::newRow("an unknown key") << QByteArray("[[accepted]]\ncolour = 'blue'\n") << false;
    QTest::newRow("no text") << QByteArray("\xff\xfe") << false;
    QTest::newRow("a list that takes no more")
        << QByteArray("accepted = [{ code = 'NO_EXPORT', reason = 'a' }]\n") << true;
}

void AcceptedTest::leavesABrokenFileAlone()
{
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"accepted.toml"_s);
    write(path, content);
    const AcceptedFile file(path);
    QTEST(file.load().has_value(), "isRead");
    if (const auto read = file.load(); !read)
        QVERIFY(read.error().toString().contains(path));
    const auto added = file.add({FindingCode::RoleGone, u"b"_s, {}, {}, {}, {}});
    QVERIFY(!added.has_value());
    QVERIFY(added.error().toString().contains(path));
    QCOMPARE(readAll(path), content);
}

/// Of the critical findings of a check, beside those of the check before.
void AcceptedTest::leavesWhatIsNew()
{
    const auto critical = [](int projectNumber) {
        Finding made = finding(FindingCode::ExportFailed, projectNumber);
        made.severity = insight::Severity::Critical;
        return made;
    };
    const Finding first = critical(1);
    const Finding second = critical(2);
    using Findings = QList<Finding>;
    QCOMPARE(insight::newCriticalIn({first, second}, {}), (Findings{first, second}));
    QCOMPARE(insight::newCriticalIn({first, second}, {first}), Findings{second});
    QCOMPARE(insight::newCriticalIn({first}, {first, second}), Findings());

    // What is said of it may change.
    Finding later = first;
    later.since = QDateTime(today(), QTime(1, 0), QTimeZone::utc());
    later.projectName = u"renamed"_s;
    QCOMPARE(insight::newCriticalIn({later}, {first}), Findings());
    // It may have been less, or elsewhere, or something else.
    Finding before = first;
    before.severity = insight::Severity::Warning;
    QCOMPARE(insight::newCriticalIn({first}, {before}), Findings{first});
    QCOMPARE(insight::newCriticalIn({before}, {}), Findings());
    before = first;
    before.cluster = clusterName(u"sedge"_s);
    QCOMPARE(insight::newCriticalIn({first}, {before}), Findings{first});
    before = first;
    before.code = FindingCode::ExportOverdue;
    QCOMPARE(insight::newCriticalIn({first}, {before}), Findings{first});
    // Somebody lives with it.
    Finding accepted = first;
    accepted.accepted = insight::Acceptance{u"known"_s};
    QCOMPARE(insight::newCriticalIn({accepted}, {}), Findings());
}

QTEST_GUILESS_MAIN(AcceptedTest)
#include "tst_accepted.moc"
