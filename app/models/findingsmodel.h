// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"
#include "insight/health/findingcounts.h"
#include "insight/health/findingquery.h"
#include "models/findingorder.h"
#include "models/texttable.h"

#include <QFlags>

#include <cstddef>

namespace models {

/// What a check of the exports has found: the model of the `Findings` table. Rows are filtered and
/// sorted here; those that stay keep their selection, whatever comes and goes.
class FindingsModel final : public TextTable
{
    Q_OBJECT

public:
    using Column = FindingColumn;
    static constexpr int ColumnCount = 7;

    /// Severities, as a set.
    enum class ShownSeverity { Critical = 1, Warning = 2, Info = 4 };
    Q_DECLARE_FLAGS(ShownSeverities, ShownSeverity)

    explicit FindingsModel(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// Shows these, in any order, with their ages as of `now`.
    void setFindings(const QList<insight::Finding> &findings, const QDateTime &now);
    /// Shows only what an insight::FindingQuery of this text lets through.
    void setFilterText(const QString &text);
    /// Shows only findings of these severities; none: of all.
    void setSeverities(ShownSeverities severities);
    /// Whether those that are accepted are shown, too: after all others.
    void setShowsAccepted(bool shows);
    /// By a column; -1: by severity, then age, the oldest first. What has nothing there comes last.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Whether rows follow what is set, as at first. Else they do when it is active again: a check
    /// brings news all the while.
    void setActive(bool active);

    /// Of all findings, whether they are shown or not.
    const insight::FindingCounts &counts() const { return m_counts; }
    /// The finding in `row`, which must be in [0, rowCount()).
    const insight::Finding &findingAt(int row) const { return *m_shown[std::size_t(row)]; }

    /// As of TextTable. What is copied of a time is the time itself.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int size() const override { return static_cast<int>(m_shown.size()); }
    QString titleOf(int column) const override;
    QString textOf(int row, int column) const override;
    std::optional<Sorting> sorting() const override;
    QString toolTipOf(int row, int column) const override;
    QVariant valueOf(int row, int column, int role) const override;

    bool isShown(const insight::Finding &finding) const;
    void refresh();
    void rearrange(FindingRows found);
    void putInOrder(const FindingRows &found, std::size_t known);

    QList<insight::Finding> m_all;
    /// What `m_shown` points into: m_all, or what was that when rows were followed last.
    QList<insight::Finding> m_held;
    FindingRows m_shown;
    insight::FindingCounts m_counts;
    insight::FindingQuery m_query;
    ShownSeverities m_severities;
    bool m_showsAccepted = false;
    bool m_isActive = true;
    FindingOrder m_order;
    FindingSorter m_sorter;
    QDateTime m_now;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(FindingsModel::ShownSeverities)

} // namespace models
