// SPDX-License-Identifier: Apache-2.0
#include "models/bucketcountmodel.h"

#include "base/texts/mixedlettersnote.h"
#include "models/roles.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

/// The largest ones, and the others as one.
QList<buckets::BucketCount> barsOf(const QList<buckets::BucketCount> &counts)
{
    QList<buckets::BucketCount> bars =
        counts.first(std::min<qsizetype>(counts.size(), BucketCountModel::MostBars));
    const auto others = static_cast<int>(counts.size() - bars.size());
    if (others == 0)
        return bars;
    buckets::BucketCount rest{BucketCountModel::tr("%Ln others", nullptr, others), {}, 0, {}};
    for (qsizetype i = bars.size(); i < counts.size(); ++i)
        rest.count += counts[i].count;
    bars.append(rest);
    return bars;
}

} // namespace

/// The bars stay where they are: views keep the one that has the focus.
void BucketCountModel::setCounts(const QList<buckets::BucketCount> &counts, int total)
{
    const QList<buckets::BucketCount> bars = barsOf(counts);
    const auto before = static_cast<int>(m_bars.size());
    const auto after = static_cast<int>(bars.size());
    m_total = total;
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_bars = m_bars.first(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_bars += bars.sliced(before);
        endInsertRows();
    }
    if (after > 0) {
        m_bars = bars;
        Q_EMIT dataChanged(index(0), index(after - 1));
    }
}

int BucketCountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_bars.size());
}

QVariant BucketCountModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const buckets::BucketCount &bar = m_bars[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return bar.label;
    case Qt::AccessibleTextRole:
        return base::spokenWithLetters(accessibleText(bar), bar.label);
    case Qt::ToolTipRole:
        return base::toolTipWithLetters(accessibleText(bar), bar.label);
    case Qt::AccessibleDescriptionRole:
        return bar.term.isEmpty() ? QString() : tr("Press Enter to show only these buckets.");
    case CountTextRole:
        return QLocale().toString(bar.count);
    case PartTextRole:
        return partText(bar.count);
    case LengthRole:
        // Beside all the others together nothing would be seen of each.
        return isOthers(index.row()) ? QVariant() : double(bar.count) / largest();
    case TermRole:
        return bar.term;
    case ProviderKindRole:
        return bar.provider ? QVariant(static_cast<int>(*bar.provider)) : QVariant();
    case AbsentRole:
        return bar.hasNoExports || bar.term.isEmpty();
    case ToneRole:
        return bar.tone ? QVariant(static_cast<int>(*bar.tone)) : QVariant();
    default:
        return {};
    }
}

/// Of the bars but that of the others.
int BucketCountModel::largest() const
{
    int count = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_bars.size(), MostBars); ++i)
        count = std::max(count, m_bars[i].count);
    return count;
}

QString BucketCountModel::accessibleText(const buckets::BucketCount &bar) const
{
    //: A bar: what it stands for, how many buckets that is, and their part of all.
    return tr("%1: %Ln buckets, %2", nullptr, bar.count).arg(bar.label, partText(bar.count));
}

QString BucketCountModel::partText(int count) const
{
    const double percent = m_total > 0 ? 100.0 * count / m_total : 0;
    if (percent > 0 && percent < 0.5)
        return tr("<1%");
    return tr("%1%", "per cent").arg(QLocale().toString(std::lround(percent)));
}

} // namespace models
