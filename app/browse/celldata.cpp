// SPDX-License-Identifier: Apache-2.0
#include "browse/celldata.h"

#include "browse/bucketcell.h"
#include "browse/bucketroles.h"
#include "browse/jobtext.h"
#include "browse/showntext.h"
#include "browse/textwithletters.h"
#include "browse/usagecell.h"

namespace browse {

namespace {

QVariant tonesOf(const QList<atlas::ExportJobState> &jobs)
{
    QList<int> tones;
    for (const atlas::ExportJobState &job : jobs)
        tones.append(static_cast<int>(toneOf(job)));
    return QVariant::fromValue(tones);
}

/// A dash says nothing: the reason for it says all.
QString spokenText(const UsageCell &cell)
{
    return cell.spoken.isEmpty() ? cell.toolTip : cell.spoken;
}

/// What is heard on demand, and not in each row.
QString describedText(const UsageCell &cell)
{
    return cell.spoken.isEmpty() ? QString() : cell.toolTip;
}

} // namespace

QVariant cellData(const UsageCell &cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return shownText(cell.text);
    case FullTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip;
    case Qt::AccessibleTextRole:
        return spokenText(cell);
    case Qt::AccessibleDescriptionRole:
        return describedText(cell);
    case BucketRoles::ValueRole:
        return cell.value;
    case BucketRoles::CellKindRole:
        return static_cast<int>(cell.kind);
    case BucketRoles::JobStripRole:
        return tonesOf(cell.jobs);
    case BucketRoles::TroubleRole:
        return cell.isTrouble;
    default:
        return {};
    }
}

QVariant cellData(const BucketCell &cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return shownText(cell.text());
    case FullTextRole:
        return cell.text();
    case Qt::ToolTipRole:
        return toolTipWithLetters(cell.toolTip().toString(), cell.text());
    case Qt::AccessibleTextRole:
        return spokenWithLetters(shownText(cell.spokenText()), cell.text());
    case BucketRoles::ValueRole:
        return cell.value();
    case BucketRoles::CellKindRole:
        return static_cast<int>(cell.kind());
    case BucketRoles::ProviderKindRole:
        return static_cast<int>(cell.provider().kind());
    default:
        return {};
    }
}

} // namespace browse
