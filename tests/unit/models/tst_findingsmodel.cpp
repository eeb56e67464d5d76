// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "base/texts/agetext.h"
#include "base/texts/timetext.h"
#include "models/findingsmodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using insight::Finding;
using insight::FindingCode;
using insight::Severity;
using models::FindingsModel;
using Column = FindingsModel::Column;
using Shown = FindingsModel::ShownSeverity;

namespace {

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 28), QTime(12, 0), atlas::Utc);
}

QDateTime daysAgo(int days)
{
    return now().addDays(-days);
}

/// Named after its project's serial and its cluster.
Finding finding(Severity severity, quint64 project, const QString &cluster,
                std::optional<QDateTime> since = {})
{
    Finding made;
    made.code = FindingCode::ExportFailed;
    made.severity = severity;
    made.project = *atlas::ProjectId::fromHex(u"5f000000%1"_s.arg(project, 16, 16, QChar(u'0')));
    made.projectName = u"Project %1"_s.arg(project);
    made.cluster = atlas::ClusterName::fromString(cluster);
    made.since = std::move(since);
    made.message = u"Exports of %1 fail"_s.arg(cluster);
    made.nextStep = u"Look at the jobs."_s;
    return made;
}

Finding accepted(Finding finding, const QString &reason, std::optional<QDate> until = {})
{
    finding.accepted = insight::Acceptance{reason, until};
    return finding;
}

} // namespace

Q_DECLARE_METATYPE(Column)
Q_DECLARE_METATYPE(FindingsModel::ShownSeverities)

class FindingsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();

    void tellsAFinding_data();
    void tellsAFinding();
    void tellsAnAcceptedFinding();
    void tellsAges_data();
    void tellsAges();
    void writesTimesInSentences();
    void tellsHowLongAgo_data();
    void tellsHowLongAgo();
    void sortsBySeverityThenAge();
    void sorts_data();
    void sorts();
    void showsSeverities_data();
    void showsSeverities();
    void filtersByText();
    void leavesAcceptedOutUnlessShown();
    void keepsTheSelectionWhileFindingsCome_data();
    void keepsTheSelectionWhileFindingsCome();
    void forgetsWhatGoes();
    void tellsOfNewTextsOnly();

private:
    QVariant value(int row, Column column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, static_cast<int>(column)).data(role);
    }
    QString text(int row, Column column, int role = Qt::DisplayRole) const
    {
        return value(row, column, role).toString();
    }
    QString clusters() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(text(row, Column::Cluster));
        return all.join(u' ');
    }

    std::unique_ptr<FindingsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void FindingsModelTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<FindingsModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void FindingsModelTest::tellsAFinding_data()
{
    QTest::addColumn<Column>("column");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("expected");
    const QString bucketId = u"65f1a2b3c4d5e6f708192a3b"_s;
    QTest::newRow("severity") << Column::Severity << int(Qt::DisplayRole) << u"Critical"_s;
    QTest::newRow("project") << Column::Project << int(Qt::DisplayRole) << u"Project 1"_s;
    QTest::newRow("cluster") << Column::Cluster << int(Qt::DisplayRole) << u"orders"_s;
    QTest::newRow("bucket") << Column::ExportBucket << int(Qt::DisplayRole) << u"archive"_s;
    QTest::newRow("its ID") << Column::ExportBucket << int(Qt::ToolTipRole)
                            << QString(u"archive\n"_s + bucketId);
    QTest::newRow("finding") << Column::Finding << int(Qt::DisplayRole)
                             << u"Last export failed: Exports of orders fail"_s;
    QTest::newRow("since") << Column::Since << int(Qt::DisplayRole) << u"Nov 26 · 2 day(s)"_s;
    QTest::newRow("since, copied")
        << Column::Since << int(models::FullTextRole) << u"2026-11-26 12:00"_s;
    QTest::newRow("since, exactly")
        << Column::Since << int(Qt::ToolTipRole) << u"2026-11-26 12:00:00 UTC"_s;
    QTest::newRow("next step") << Column::NextStep << int(Qt::DisplayRole)
                               << u"Look at the jobs."_s;
}

void FindingsModelTest::tellsAFinding()
{
    QFETCH(const Column, column);
    QFETCH(const int, role);
    Finding told = finding(Severity::Critical, 1, u"orders"_s, daysAgo(2));
    told.bucket = atlas::BucketId::fromHex(u"65f1a2b3c4d5e6f708192a3b"_s);
    told.bucketName = u"archive"_s;
    m_model->setFindings({told}, now());
    QTEST(text(0, column, role), "expected");
    QCOMPARE(value(0, column, models::SeverityRole).toInt(), int(Severity::Critical));
    QVERIFY(!value(0, column, models::AcceptedRole).toBool());
}

void FindingsModelTest::tellsAnAcceptedFinding()
{
    m_model->setShowsAccepted(true);
    m_model->setFindings(
        {accepted(finding(Severity::Warning, 1, u"a"_s), u"known"_s),
         accepted(finding(Severity::Warning, 2, u"b"_s), u"ticket 17"_s, QDate(2026, 12, 31))},
        now());
    QCOMPARE(text(0, Column::Severity), u"Accepted"_s);
    QCOMPARE(text(0, Column::Severity, Qt::ToolTipRole), u"Warning"_s);
    QCOMPARE(text(0, Column::NextStep), u"Accepted: known"_s);
    QCOMPARE(text(1, Column::NextStep), u"Accepted until December 31, 2026: ticket 17"_s);
    QCOMPARE(text(1, Column::NextStep, Qt::ToolTipRole), u"Look at the jobs."_s);
    QVERIFY(value(1, Column::Severity, models::AcceptedRole).toBool());
}

void FindingsModelTest::tellsAges_data()
{
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<QString>("expected");
    QTest::newRow("now") << now() << u"Nov 28 · today"_s;
    QTest::newRow("ahead, by a clock that was set back") << daysAgo(-1) << u"Nov 29 · today"_s;
    QTest::newRow("yesterday") << daysAgo(1) << u"Nov 27 · 1 day(s)"_s;
    QTest::newRow("days") << daysAgo(60) << u"Sep 29 · 60 day(s)"_s;
    QTest::newRow("months") << QDateTime(QDate(2026, 6, 28), QTime(8, 0), atlas::Utc)
                            << u"Jun 28 · 5 month(s)"_s;
    QTest::newRow("not quite as many")
        << QDateTime(QDate(2026, 6, 29), QTime(8, 0), atlas::Utc) << u"Jun 29 · 4 month(s)"_s;
    QTest::newRow("a year ago") << QDateTime(QDate(2025, 11, 28), QTime(8, 0), atlas::Utc)
                                << u"Nov 2025 · 12 month(s)"_s;
    QTest::newRow("before New Year")
        << QDateTime(QDate(2025, 12, 30), QTime(8, 0), atlas::Utc) << u"Dec 30 · 10 month(s)"_s;
    QTest::newRow("years") << QDateTime(QDate(2024, 1, 5), QTime(8, 0), atlas::Utc)
                           << u"Jan 2024 · 2 year(s)"_s;
}

void FindingsModelTest::tellsAges()
{
    QFETCH(const QDateTime, since);
    QTEST(base::dayAndAgeText(since, now()), "expected");
}

void FindingsModelTest::writesTimesInSentences()
{
    const QDateTime time(QDate(2026, 11, 28), QTime(16, 5));
    // Newer versions of Qt put a narrow space before PM.
    QCOMPARE(base::longTimeText(time).simplified(), u"November 28, 2026, 4:05 PM"_s);
    const QLocale english;
    QLocale::setDefault(QLocale(QLocale::Korean));
    const QString korean = base::longTimeText(time).simplified();
    QLocale::setDefault(english);
    QCOMPARE(korean, u"2026년 11월 28일, 오후 4:05"_s);
}

void FindingsModelTest::tellsHowLongAgo_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("now") << 59 << u"just now"_s;
    QTest::newRow("ahead") << -500 << u"just now"_s;
    QTest::newRow("a minute") << 60 << u"1 minute(s) ago"_s;
    QTest::newRow("minutes") << 12 * 60 << u"12 minute(s) ago"_s;
    QTest::newRow("hours") << 3 * 3600 << u"3 hour(s) ago"_s;
    QTest::newRow("days") << 50 * 3600 << u"2 day(s) ago"_s;
    constexpr int Day = 24 * 3600;
    QTest::newRow("many days") << 60 * Day << u"60 day(s) ago"_s;
    QTest::newRow("months") << 100 * Day << u"3 month(s) ago"_s;
    QTest::newRow("many months") << 700 * Day << u"23 month(s) ago"_s;
    QTest::newRow("years") << 1200 * Day << u"3 year(s) ago"_s;
}

void FindingsModelTest::tellsHowLongAgo()
{
    QFETCH(const int, seconds);
    QTEST(base::agoText(now().addSecs(-seconds), now()), "expected");
}

void FindingsModelTest::sortsBySeverityThenAge()
{
    m_model->setShowsAccepted(true);
    m_model->setFindings({finding(Severity::Info, 1, u"info"_s, daysAgo(90)),
                          accepted(finding(Severity::Critical, 1, u"accepted"_s), u"known"_s),
                          finding(Severity::Critical, 2, u"undated"_s),
                          finding(Severity::Critical, 1, u"new"_s, daysAgo(1)),
                          finding(Severity::Critical, 1, u"old"_s, daysAgo(9)),
                          finding(Severity::Warning, 10, u"ten"_s),
                          finding(Severity::Warning, 9, u"nine"_s)},
                         now());
    QCOMPARE(clusters(), u"old new undated nine ten info accepted"_s);
}

void FindingsModelTest::sorts_data()
{
    QTest::addColumn<Column>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("cluster") << Column::Cluster << Qt::AscendingOrder << u"a b c accepted"_s;
    QTest::newRow("cluster, down") << Column::Cluster << Qt::DescendingOrder << u"c b a accepted"_s;
    QTest::newRow("project") << Column::Project << Qt::AscendingOrder << u"c a b accepted"_s;
    QTest::newRow("severity, down")
        << Column::Severity << Qt::DescendingOrder << u"c b a accepted"_s;
    QTest::newRow("since: none is last")
        << Column::Since << Qt::AscendingOrder << u"b a c accepted"_s;
    QTest::newRow("since, down") << Column::Since << Qt::DescendingOrder << u"a b c accepted"_s;
    QTest::newRow("finding, down") << Column::Finding << Qt::DescendingOrder << u"c b a accepted"_s;
}

void FindingsModelTest::sorts()
{
    QFETCH(const Column, column);
    QFETCH(const Qt::SortOrder, order);
    m_model->setShowsAccepted(true);
    m_model->setFindings({accepted(finding(Severity::Critical, 1, u"accepted"_s), u"known"_s),
                          finding(Severity::Critical, 2, u"a"_s, daysAgo(1)),
                          finding(Severity::Warning, 10, u"b"_s, daysAgo(2)),
                          finding(Severity::Info, 1, u"c"_s)},
                         now());
    m_model->sort(static_cast<int>(column), order);
    QTEST(clusters(), "expected");
}

void FindingsModelTest::showsSeverities_data()
{
    QTest::addColumn<FindingsModel::ShownSeverities>("severities");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all") << FindingsModel::ShownSeverities() << u"a b c"_s;
    QTest::newRow("critical") << FindingsModel::ShownSeverities(Shown::Critical) << u"a"_s;
    QTest::newRow("two") << (Shown::Warning | Shown::Info) << u"b c"_s;
}

void FindingsModelTest::showsSeverities()
{
    QFETCH(const FindingsModel::ShownSeverities, severities);
    m_model->setFindings({finding(Severity::Critical, 1, u"a"_s),
                          finding(Severity::Warning, 1, u"b"_s),
                          finding(Severity::Info, 1, u"c"_s)},
                         now());
    m_model->setSeverities(severities);
    QTEST(clusters(), "expected");
    QCOMPARE(m_model->counts(), (insight::FindingCounts{1, 1, 1, 0}));
}

void FindingsModelTest::filtersByText()
{
    m_model->setFindings(
        {finding(Severity::Critical, 1, u"ledger"_s), finding(Severity::Critical, 2, u"audit"_s)},
        now());
    m_model->setFilterText(u"project audit"_s);
    QCOMPARE(clusters(), u"audit"_s);
    m_model->setFilterText({});
    QCOMPARE(m_model->rowCount(), 2);
}

void FindingsModelTest::leavesAcceptedOutUnlessShown()
{
    m_model->setFindings({finding(Severity::Critical, 1, u"a"_s),
                          accepted(finding(Severity::Critical, 1, u"b"_s), u"known"_s)},
                         now());
    QCOMPARE(clusters(), u"a"_s);
    QCOMPARE(m_model->counts(), (insight::FindingCounts{1, 0, 0, 1}));
    m_model->setShowsAccepted(true);
    QCOMPARE(clusters(), u"a b"_s);
}

void FindingsModelTest::keepsTheSelectionWhileFindingsCome_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("in front") << QStringList{u"m"_s} << QStringList{u"a"_s, u"b"_s, u"m"_s};
    QTest::newRow("around") << QStringList{u"c"_s, u"m"_s}
                            << QStringList{u"a"_s, u"c"_s, u"d"_s, u"m"_s, u"z"_s};
    QTest::newRow("fewer") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"m"_s} << QStringList{u"m"_s};
    QTest::newRow("others") << QStringList{u"a"_s, u"b"_s, u"m"_s}
                            << QStringList{u"m"_s, u"y"_s, u"z"_s};
    QTest::newRow("the same") << QStringList{u"a"_s, u"m"_s} << QStringList{u"a"_s, u"m"_s};
}

void FindingsModelTest::keepsTheSelectionWhileFindingsCome()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    const auto set = [this](const QStringList &names) {
        QList<Finding> findings;
        for (const QString &name : names)
            findings.append(finding(Severity::Critical, 1, name));
        m_model->setFindings(findings, now());
    };
    set(before);
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(int(before.indexOf(u"m"_s)), 0),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    set(after);
    QCOMPARE(clusters(), after.join(u' '));
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(text(selection.selectedRows().constFirst().row(), Column::Cluster), u"m"_s);
    QCOMPARE(reset.size(), 0);
}

void FindingsModelTest::forgetsWhatGoes()
{
    m_model->setFindings(
        {finding(Severity::Critical, 1, u"a"_s), finding(Severity::Critical, 1, u"b"_s)}, now());
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(0, 0), QItemSelectionModel::ClearAndSelect);
    m_model->setFindings({finding(Severity::Critical, 1, u"b"_s)}, now());
    QVERIFY(!selection.hasSelection());
    m_model->setFindings({}, now());
    QCOMPARE(m_model->rowCount(), 0);
}

void FindingsModelTest::tellsOfNewTextsOnly()
{
    Finding first = finding(Severity::Critical, 1, u"a"_s);
    m_model->setFindings({first}, now());
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
    first.message = u"Something else"_s;
    m_model->setFindings({first}, now());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(text(0, Column::Finding), u"Last export failed: Something else"_s);
}

QTEST_MAIN(FindingsModelTest)
#include "tst_findingsmodel.moc"
