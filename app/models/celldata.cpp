// SPDX-License-Identifier: Apache-2.0
#include "models/celldata.h"

#include "base/texts/mixedlettersnote.h"
#include "base/texts/showntext.h"
#include "buckets/fields/bucketcell.h"
#include "buckets/usage/jobtext.h"
#include "insight/advice/usagecell.h"
#include "models/roles.h"

namespace models {

namespace {

QVariant tonesOf(const QList<atlas::ExportJobState> &jobs)
{
    QList<int> tones;
    for (const atlas::ExportJobState &job : jobs)
        tones.append(static_cast<int>(buckets::toneOf(job)));
    return QVariant::fromValue(tones);
}

/// A dash says nothing: the reason for it says all.
QString spokenText(const insight::UsageCell &cell)
{
    return cell.spoken.isEmpty() ? cell.toolTip : cell.spoken;
}

/// What is heard on demand, and not in each row.
QString describedText(const insight::UsageCell &cell)
{
    return cell.spoken.isEmpty() ? QString() : cell.toolTip;
}

} // namespace

QVariant cellData(const insight::UsageCell &cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return base::shownText(cell.shown.isEmpty() ? cell.text : cell.shown);
    case FullTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip;
    case Qt::AccessibleTextRole:
        return spokenText(cell);
    case Qt::AccessibleDescriptionRole:
        return describedText(cell);
    case ValueRole:
        return cell.value;
    case CellKindRole:
        return static_cast<int>(cell.kind);
    case JobStripRole:
        return tonesOf(cell.jobs);
    case TroubleRole:
        return cell.isTrouble;
    default:
        return {};
    }
}

QVariant cellData(const buckets::BucketCell &cell, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return base::shownText(cell.text());
    case FullTextRole:
        return cell.text();
    case Qt::ToolTipRole:
        return base::toolTipWithLetters(cell.toolTip().toString(), cell.text());
    case Qt::AccessibleTextRole:
        return base::spokenWithLetters(base::shownText(cell.spokenText()), cell.text());
    case ValueRole:
        return cell.value();
    case CellKindRole:
        return static_cast<int>(cell.kind());
    case ProviderKindRole:
        return static_cast<int>(cell.provider().kind());
    default:
        return {};
    }
}

} // namespace models
