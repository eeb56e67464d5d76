// SPDX-License-Identifier: Apache-2.0
#include "models/findingorder.h"

#include "insight/advice/findingtext.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace models {

namespace {

/// A finding's place, and what it is compared by. Texts are taken apart once, not once a
/// comparison.
struct FindingPlace
{
    qsizetype index = 0;
    bool isAccepted = false;
    insight::Severity severity = insight::Severity::Info;
    /// The latest for those without a time.
    qint64 since = std::numeric_limits<qint64>::max();
    QCollatorSortKey where;
    /// Of the column that the rows are sorted by.
    QCollatorSortKey text;
    bool isAbsent = false;
};

QString clusterOf(const insight::Finding &finding)
{
    return finding.cluster ? finding.cluster->toString() : QString();
}

/// Of columns that are sorted by their texts.
QString sortText(const insight::Finding &finding, FindingColumn column)
{
    switch (column) {
    case FindingColumn::Project:
        return finding.projectName;
    case FindingColumn::Cluster:
        return clusterOf(finding);
    case FindingColumn::ExportBucket:
        return finding.bucketName;
    case FindingColumn::Finding:
        return insight::findingText(finding);
    case FindingColumn::NextStep:
        return finding.nextStep.toString();
    case FindingColumn::Severity:
    case FindingColumn::Since:
        break;
    }
    return {};
}

bool isSortedByText(FindingColumn column)
{
    return column != FindingColumn::Severity && column != FindingColumn::Since;
}

std::vector<FindingPlace> placesOf(const QList<insight::Finding> &findings,
                                   std::optional<FindingColumn> column)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const bool byText = column && isSortedByText(*column);
    const bool bySince = column == FindingColumn::Since;
    std::vector<FindingPlace> places;
    places.reserve(static_cast<std::size_t>(findings.size()));
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const insight::Finding &finding = findings[i];
        const QString text = byText ? sortText(finding, *column) : QString();
        const QString where =
            finding.projectName + u'\n' + clusterOf(finding) + u'\n' + finding.bucketName;
        places.push_back({i, finding.accepted.has_value(), finding.severity,
                          finding.since ? finding.since->toMSecsSinceEpoch()
                                        : std::numeric_limits<qint64>::max(),
                          collator.sortKey(where), collator.sortKey(text),
                          byText ? text.isEmpty() : bySince && !finding.since});
    }
    return places;
}

/// The order that nobody has chosen.
bool isBefore(const FindingPlace &a, const FindingPlace &b)
{
    if (a.severity != b.severity || a.since != b.since)
        return std::tie(a.severity, a.since) < std::tie(b.severity, b.since);
    return a.where.compare(b.where) < 0;
}

int compareIn(FindingColumn column, const FindingPlace &a, const FindingPlace &b)
{
    if (isSortedByText(column))
        return a.text.compare(b.text);
    if (column == FindingColumn::Since)
        return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
    return static_cast<int>(a.severity) - static_cast<int>(b.severity);
}

} // namespace

FindingKey FindingKey::of(const insight::Finding &finding)
{
    return {finding.code, finding.project, finding.cluster, finding.bucket};
}

void sortFindings(QList<insight::Finding> &findings, FindingOrder order)
{
    std::vector<FindingPlace> places = placesOf(findings, order.column);
    const int direction = order.order == Qt::AscendingOrder ? 1 : -1;
    const auto precedes = [order, direction](const FindingPlace &a, const FindingPlace &b) {
        if (a.isAccepted != b.isAccepted)
            return b.isAccepted;
        if (a.isAbsent != b.isAbsent)
            return b.isAbsent;
        const int compared = order.column ? compareIn(*order.column, a, b) * direction : 0;
        return compared != 0 ? compared < 0 : isBefore(a, b);
    };
    std::stable_sort(places.begin(), places.end(), precedes);
    QList<insight::Finding> sorted;
    sorted.reserve(findings.size());
    for (const FindingPlace &place : places)
        sorted.append(std::move(findings[place.index]));
    findings = std::move(sorted);
}

} // namespace models
