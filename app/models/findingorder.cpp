// SPDX-License-Identifier: Apache-2.0
#include "models/findingorder.h"

#include "insight/advice/findingtext.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

namespace models {

namespace {

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

constexpr qint64 NoTime = std::numeric_limits<qint64>::max();
/// How many texts a finding is compared by: its project, cluster and bucket, and that of a column.
constexpr int TextsOfFinding = 4;

} // namespace

struct FindingSorter::Place
{
    const insight::Finding *finding = nullptr;
    bool isAbsent = false;
    /// The latest for those without a time.
    qint64 since = NoTime;
    QCollatorSortKey project;
    /// Of the column that the rows are sorted by.
    QCollatorSortKey text;
    /// Few are equal in all else.
    std::optional<QCollatorSortKey> cluster{};
    std::optional<QCollatorSortKey> bucket{};

    bool isAccepted() const { return finding->accepted.has_value(); }

    int compareIn(FindingColumn column, const Place &other) const
    {
        if (isSortedByText(column))
            return text.compare(other.text);
        if (column == FindingColumn::Since)
            return since < other.since ? -1 : since > other.since ? 1 : 0;
        return static_cast<int>(finding->severity) - static_cast<int>(other.finding->severity);
    }
};

FindingKey FindingKey::of(const insight::Finding &finding)
{
    return {finding.code, finding.project, finding.cluster, finding.bucket};
}

bool FindingKey::areSame(const insight::Finding *one, const insight::Finding *other)
{
    return one->code == other->code && one->project == other->project
        && one->cluster == other->cluster && one->bucket == other->bucket;
}

FindingSorter::FindingSorter()
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

/// Texts that no finding has any more are not kept for long, nor those of another language.
void FindingSorter::dropOldKeys(std::size_t rows)
{
    if (const QLocale locale; m_locale != locale) {
        m_locale = locale;
        m_collator.setLocale(locale.collation());
        m_keys.clear();
    }
    if (static_cast<std::size_t>(m_keys.size()) > 2 * TextsOfFinding * rows)
        m_keys.clear();
}

QCollatorSortKey FindingSorter::keyOf(const QString &text)
{
    const auto known = m_keys.constFind(text);
    return known != m_keys.cend() ? *known : *m_keys.insert(text, m_collator.sortKey(text));
}

/// The order that nobody has chosen.
bool FindingSorter::isBefore(Place &one, Place &other)
{
    const insight::Finding &left = *one.finding;
    const insight::Finding &right = *other.finding;
    if (left.severity != right.severity || one.since != other.since)
        return std::tie(left.severity, one.since) < std::tie(right.severity, other.since);
    if (const int projects = one.project.compare(other.project); projects != 0)
        return projects < 0;
    for (Place *place : {&one, &other}) {
        if (!place->cluster)
            place->cluster = keyOf(clusterOf(*place->finding));
    }
    if (const int clusters = one.cluster->compare(*other.cluster); clusters != 0)
        return clusters < 0;
    for (Place *place : {&one, &other}) {
        if (!place->bucket)
            place->bucket = keyOf(place->finding->bucketName);
    }
    return one.bucket->compare(*other.bucket) < 0;
}

/// Findings come project by project: the key of the one before mostly serves.
std::vector<FindingSorter::Place> FindingSorter::placesOf(const FindingRows &rows,
                                                          std::optional<FindingColumn> column)
{
    const bool byText = column && isSortedByText(*column);
    const bool bySince = column == FindingColumn::Since;
    const QCollatorSortKey none = keyOf({});
    std::vector<Place> places;
    places.reserve(rows.size());
    for (const insight::Finding *finding : rows) {
        const bool isOfLast =
            !places.empty() && places.back().finding->projectName == finding->projectName;
        const QString text = byText ? sortText(*finding, *column) : QString();
        places.push_back({finding, byText ? text.isEmpty() : bySince && !finding->since,
                          finding->since ? finding->since->toMSecsSinceEpoch() : NoTime,
                          isOfLast ? places.back().project : keyOf(finding->projectName),
                          byText ? keyOf(text) : none});
    }
    return places;
}

void FindingSorter::sort(FindingRows &rows, FindingOrder order)
{
    dropOldKeys(rows.size());
    std::vector<Place> places = placesOf(rows, order.column);
    const int direction = order.order == Qt::AscendingOrder ? 1 : -1;
    const auto precedes = [&](std::size_t left, std::size_t right) {
        Place &a = places[left];
        Place &b = places[right];
        if (a.isAccepted() != b.isAccepted())
            return b.isAccepted();
        if (a.isAbsent != b.isAbsent)
            return b.isAbsent;
        const int compared = order.column ? a.compareIn(*order.column, b) * direction : 0;
        return compared != 0 ? compared < 0 : isBefore(a, b);
    };
    std::vector<std::size_t> indices(places.size());
    std::iota(indices.begin(), indices.end(), std::size_t(0));
    std::stable_sort(indices.begin(), indices.end(), precedes);
    std::transform(indices.begin(), indices.end(), rows.begin(),
                   [&places](std::size_t index) { return places[index].finding; });
}

} // namespace models
