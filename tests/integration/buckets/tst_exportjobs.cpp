// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/usagetext.h"
#include "models/exportjobmodel.h"
#include "models/roles.h"
#include "tests/integration/support/inspectiontest.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::BucketTableModel;

namespace sample = atlassim::sample;

namespace {

const auto JobsPart = u"/backup/exports"_s;

} // namespace

/// The export jobs to a bucket.
class ExportJobsTest : public InspectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void listsJobsNewestFirst();
    void readsJobsToTheirEnd();
    void saysOnceThatJobsAreForbidden();
    void followsAJobToItsEnd();
    void waitsNoLongerForClustersThatAreGone();

private:
    bool hasUnfinished();
};

bool ExportJobsTest::hasUnfinished()
{
    const auto jobs = usage().jobs().jobsTo(selected());
    return std::any_of(jobs.begin(), jobs.end(), [](const buckets::ClusterExportJob &job) {
        return !job.job.state.isEnded();
    });
}

void ExportJobsTest::listsJobsNewestFirst()
{
    open(sample::PaymentsProd);
    select(0);
    models::ExportJobModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setJobs(*inspector().bucket(), usage().jobs().jobsTo(selected()));
    QVERIFY(model.rowCount() >= 35);
    const auto text = [&model](int row, models::ExportJobModel::Column column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    using Column = models::ExportJobModel::Column;
    const auto created = [&model](int row, int role) {
        return model.index(row, static_cast<int>(Column::Created)).data(role).toString();
    };
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(created(row, models::FullTextRole) <= created(row - 1, models::FullTextRole));
    // How long ago for the eye; when, for all else.
    QVERIFY2(text(0, Column::Created).endsWith(u" ago"_s), qPrintable(text(0, Column::Created)));
    QCOMPARE(created(0, Qt::AccessibleTextRole), created(0, models::FullTextRole));
    QVERIFY(created(0, Qt::ToolTipRole).endsWith(u" UTC"_s));
    QCOMPARE(text(0, Column::State), u"In progress, 35%"_s);
    QCOMPARE(model.index(0, static_cast<int>(Column::State)).data(Qt::ToolTipRole).toString(),
             u"417 of 1,184 collections exported"_s);
    QCOMPARE(text(0, Column::Finished), u"—"_s);
    const QString destination = model.index(0, 0).data(models::DestinationRole).toString();
    QVERIFY2(destination.startsWith(u"s3://"_s + inspector().bucket()->name()
                                    + u"/exported_snapshots/"_s),
             qPrintable(destination));
    QStringList reasons;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (text(row, Column::State) != u"Failed"_s)
            continue;
        reasons.append(text(row, Column::Reason));
        const QModelIndex state = model.index(row, static_cast<int>(Column::State));
        QVERIFY(state.data(Qt::ToolTipRole).toString().startsWith(reasons.constLast()));
    }
    QVERIFY(reasons.size() >= 2);
    QVERIFY(std::all_of(reasons.begin(), reasons.end(),
                        [](const QString &reason) { return reason.contains(u": "_s); }));
    QCOMPARE(insight::jobsText(usage(), selected()).headline,
             u"Latest 30 export job(s): 26 successful, 2 failed, 1 cancelled, 1 in progress"_s);
}

void ExportJobsTest::readsJobsToTheirEnd()
{
    openWithClusters(2, 1203);
    select(0);
    QCOMPARE(usage().jobs().jobsTo(selected()).size(), 1203);
    QCOMPARE(calls(JobsPart), 2 * 3 * 2); // Three pages, in two passes.
}

void ExportJobsTest::saysOnceThatJobsAreForbidden()
{
    startSession(testsupport::viewer());
    openWithClusters(25, 3);
    select(0);
    QCOMPARE(calls(JobsPart), 1);
    const auto text = insight::jobsText(usage(), selected());
    QCOMPARE(text.headline, u"This credential cannot view export jobs"_s);
    QVERIFY(text.text.contains(u"Project Backup Manager"_s));
    QVERIFY(text.text.contains(u"USER_UNAUTHORIZED"_s));
    QVERIFY(!text.isIncomplete);
    QCOMPARE(session().problemLog().rowCount(), 1);
    QVERIFY(!insight::usersText(usage(), selected()).isIncomplete);
    select(1);
    QCOMPARE(calls(JobsPart), 1);
    QCOMPARE(session().problemLog().rowCount(), 1);
    QCOMPARE(tableText(0, BucketTableModel::Column::LastExport), u"—"_s);
}

void ExportJobsTest::followsAJobToItsEnd()
{
    open(sample::PaymentsProd);
    inspector().setJobInterval(10ms);
    select(0);
    QVERIFY(hasUnfinished());
    const int before = calls(JobsPart);
    QTest::qWait(50); // Nothing is read again unless jobs show.
    QCOMPARE(calls(JobsPart), before);

    inspector().setJobsShown(true);
    QTRY_VERIFY(calls(JobsPart) > before + 1);
    const auto jobs = usage().jobs().jobsTo(selected());
    const QString id = jobs.constFirst().job.id.toHex();
    atlassim::ExportJob *job = simulator().world().exportJob(QString(sample::PaymentsProd), id);
    QVERIFY(job);
    job->succeed(job->createdAt.addSecs(600));
    QTRY_VERIFY(!hasUnfinished());
    QCOMPARE(insight::jobsText(usage(), selected()).headline,
             u"Latest 30 export job(s): 27 successful, 2 failed, 1 cancelled"_s);
    const int atTheEnd = calls(JobsPart);
    QTest::qWait(50); // All have ended: nothing is read again.
    QCOMPARE(calls(JobsPart), atTheEnd);
    inspector().setJobsShown(false);
}

void ExportJobsTest::waitsNoLongerForClustersThatAreGone()
{
    const QString name = u"kestrel-payments-prod-02"_s;
    failAlways(clusterPath(sample::PaymentsProd, name), 500);
    open(sample::PaymentsProd);
    select(0);
    QCOMPARE(usage().jobs().missingClusters(), 1);
    simulator().clearFaults();
    simulator().world().project(QString(sample::PaymentsProd))->cluster(name)->kind =
        atlassim::ClusterKind::Gone;
    session().retry();
    wait();
    QCOMPARE(usage().jobs().missingClusters(), 0);
    QVERIFY(!session().hasFailed());
}

QTEST_GUILESS_MAIN(ExportJobsTest)
#include "tst_exportjobs.moc"
