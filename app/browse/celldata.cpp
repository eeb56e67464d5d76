// SPDX-License-Identifier: Apache-2.0
#include "browse/celldata.h"

#include "browse/bucketcell.h"
#include "browse/buckettablemodel.h"
#include "browse/jobtext.h"
#include "browse/showntext.h"
#include "browse/usagecell.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

QVariant tonesOf(const QList<atlas::ExportJobState> &jobs)
{
    QList<int> tones;
    for (const atlas::ExportJobState &job : jobs)
        tones.append(static_cast<int>(toneOf(job)));
    return QVariant::fromValue(tones);
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
        return cell.toolTip.isEmpty() ? cell.text : cell.text + u". "_s + cell.toolTip;
    case BucketTableModel::ValueRole:
        return cell.value;
    case BucketTableModel::CellKindRole:
        return static_cast<int>(cell.kind);
    case BucketTableModel::JobStripRole:
        return tonesOf(cell.jobs);
    case BucketTableModel::TroubleRole:
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
        return cell.toolTip();
    case BucketTableModel::ValueRole:
        return cell.value();
    case BucketTableModel::CellKindRole:
        return static_cast<int>(cell.kind());
    case BucketTableModel::ProviderKindRole:
        return static_cast<int>(cell.provider().kind());
    default:
        return {};
    }
}

} // namespace browse
