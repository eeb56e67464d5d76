// SPDX-License-Identifier: Apache-2.0
#include "models/changesmodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using insight::Change;
using models::ChangesModel;
using Column = ChangesModel::Column;

namespace {

Change change(Change::Kind kind, Change::Subject subject, const QString &project)
{
    Change change;
    change.kind = kind;
    change.subject = subject;
    change.projectName = project;
    change.seen = QDateTime::fromString(u"2026-11-28T09:02:00Z"_s, Qt::ISODate);
    return change;
}

Change altered(Change::Subject subject, const QString &field, const QString &before,
               const std::optional<QString> &after)
{
    Change one = change(Change::Kind::Altered, subject, u"Payments"_s);
    one.cluster = atlas::ClusterName::fromString(u"ledger-02"_s);
    one.field = field;
    one.before = before;
    one.after = after;
    return one;
}

QString cell(const ChangesModel &model, int row, Column column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

/// What the `Changes` table says.
class ChangesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatChanged_data();
    void saysWhatChanged();
    void sorts();
    void saysWhoDidIt();
};

void ChangesModelTest::saysWhatChanged_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("cells");
    using Subject = Change::Subject;
    Change bucket = change(Change::Kind::Added, Subject::Bucket, u"Payments"_s);
    bucket.bucketName = u"archive-003"_s;
    QTest::newRow("a bucket is new")
        << bucket << QStringList{u"Added"_s, u"archive-003"_s, u"Export bucket"_s, u"—"_s, u"—"_s};
    QTest::newRow("a bucket's role")
        << altered(Subject::Bucket, u"iamRoleId"_s, u"r1"_s, u"r2"_s)
        << QStringList{u"Altered"_s, u"—"_s, u"Role ID"_s, u"r1"_s, u"r2"_s};
    QTest::newRow("a bucket's flag")
        << altered(Subject::Bucket, u"requirePrivateNetworking"_s, u"false"_s, u"true"_s)
        << QStringList{u"Altered"_s, u"—"_s, u"Private networking"_s, u"Not required"_s,
                       u"Required"_s};
    QTest::newRow("auto export") << altered(Subject::Schedule, u"autoExportEnabled"_s, u"true"_s,
                                            u"false"_s)
                                 << QStringList{u"Altered"_s, u"—"_s, u"Auto export of ledger-02"_s,
                                                u"On"_s, u"Off"_s};
    QTest::newRow("frequency") << altered(Subject::Schedule, u"frequencyType"_s, u"daily"_s,
                                          u"monthly"_s)
                               << QStringList{u"Altered"_s, u"—"_s,
                                              u"Export frequency of ledger-02"_s, u"Daily"_s,
                                              u"Monthly"_s};
    QTest::newRow("another bucket")
        << altered(Subject::Schedule, u"exportBucketId"_s, u"a1"_s, std::nullopt)
        << QStringList{u"Altered"_s, u"—"_s, u"Export bucket of ledger-02"_s, u"a1"_s, u"—"_s};
    QTest::newRow("a role") << altered(Subject::Role, u"authorized"_s, u"true"_s, u"false"_s)
                            << QStringList{u"Altered"_s, u"—"_s, u"Role authorization"_s,
                                           u"Authorized"_s, u"Not authorized"_s};
    QTest::newRow("a project is gone")
        << change(Change::Kind::Removed, Subject::Project, u"Payments"_s)
        << QStringList{u"Removed"_s, u"—"_s, u"Project"_s, u"—"_s, u"—"_s};
}

void ChangesModelTest::saysWhatChanged()
{
    QFETCH(const Change, change);
    ChangesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setChanges({change});
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex seen = model.index(0, static_cast<int>(Column::Seen));
    // How long ago for the eye; when, for all else.
    QVERIFY(seen.data().toString() != u"2026-11-28 09:02"_s);
    for (const int role : {int(models::FullTextRole), int(Qt::AccessibleTextRole)})
        QCOMPARE(seen.data(role).toString(), u"2026-11-28 09:02"_s);
    QVERIFY(seen.data(Qt::ToolTipRole).toString().endsWith(u" UTC"_s));
    QCOMPARE(cell(model, 0, Column::Project), u"Payments"_s);
    QStringList cells;
    for (const Column column :
         {Column::Change, Column::ExportBucket, Column::Field, Column::Before, Column::After})
        cells.append(cell(model, 0, column));
    QTEST(cells, "cells");
}

void ChangesModelTest::sorts()
{
    ChangesModel model;
    const QAbstractItemModelTester tester(&model);
    using Subject = Change::Subject;
    model.setChanges({change(Change::Kind::Removed, Subject::Project, u"Payments b"_s),
                      change(Change::Kind::Added, Subject::Project, u"Payments a"_s)});
    QCOMPARE(cell(model, 0, Column::Project), u"Payments b"_s);
    const QPersistentModelIndex selected = model.index(0, 0);
    model.sort(static_cast<int>(Column::Project));
    QCOMPARE(cell(model, 0, Column::Project), u"Payments a"_s);
    QCOMPARE(selected.row(), 1);
    QCOMPARE(
        model.headerData(static_cast<int>(Column::Project), Qt::Horizontal, Qt::AccessibleTextRole)
            .toString(),
        u"Project, ascending"_s);
    model.sort(static_cast<int>(Column::Project), Qt::DescendingOrder);
    QCOMPARE(cell(model, 0, Column::Project), u"Payments b"_s);
    model.sort(-1);
    QCOMPARE(model.changeAt(0).kind, Change::Kind::Removed);
}

/// Also after a sort; where it is not known, nothing is said of it.
void ChangesModelTest::saysWhoDidIt()
{
    using Subject = Change::Subject;
    ChangesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setChanges({change(Change::Kind::Added, Subject::Bucket, u"Payments"_s),
                      change(Change::Kind::Removed, Subject::Bucket, u"Ledger"_s),
                      change(Change::Kind::Altered, Subject::Bucket, u"Orders"_s)});
    const QDateTime when = QDateTime::fromString(u"2026-11-28T09:02:11Z"_s, Qt::ISODate);
    model.setAuthors({insight::Author{u"jane@example.com"_s, when}, insight::Author{{}, when}});
    model.sort(static_cast<int>(Column::Project));
    const auto said = [&model](int row, int role) {
        return model.index(row, static_cast<int>(Column::Change)).data(role).toString();
    };
    QCOMPARE(said(0, Qt::ToolTipRole), u"Removed by Atlas, 2026-11-28 09:02:11"_s);
    QCOMPARE(said(1, Qt::ToolTipRole), QString());
    QCOMPARE(said(2, Qt::ToolTipRole), u"Added by jane@example.com, 2026-11-28 09:02:11"_s);
    QCOMPARE(said(2, Qt::AccessibleTextRole), said(2, Qt::ToolTipRole));
    // What is shown is said.
    QCOMPARE(said(1, Qt::AccessibleTextRole), QString());
    QCOMPARE(said(2, Qt::DisplayRole), u"Added"_s);
    // Others have others.
    model.setChanges({change(Change::Kind::Added, Subject::Bucket, u"Payments"_s)});
    QCOMPARE(said(0, Qt::ToolTipRole), QString());
}

QTEST_GUILESS_MAIN(ChangesModelTest)
#include "tst_changesmodel.moc"
