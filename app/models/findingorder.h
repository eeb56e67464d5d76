// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QCollator>
#include <QHash>
#include <QLocale>
#include <Qt>

#include <cstddef>
#include <optional>
#include <vector>

namespace models {

/// What makes a finding the same as one of an earlier look.
struct FindingKey
{
    insight::FindingCode code = insight::FindingCode::NotRead;
    atlas::ProjectId project{};
    std::optional<atlas::ClusterName> cluster{};
    std::optional<atlas::BucketId> bucket{};

    static FindingKey of(const insight::Finding &finding);
    /// Whether these have the same key, which is not made for that.
    static bool areSame(const insight::Finding *one, const insight::Finding *other);

    friend bool operator==(const FindingKey &, const FindingKey &) = default;
    friend size_t qHash(const FindingKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<int>(key.code), key.project,
                          key.cluster.value_or(atlas::ClusterName()),
                          key.bucket.value_or(atlas::BucketId()));
    }
};

/// The columns of the `Findings` table.
enum class FindingColumn { Severity, Project, Cluster, ExportBucket, Finding, Since, NextStep };

/// What findings are sorted by.
struct FindingOrder
{
    /// Nothing: by severity, then age.
    std::optional<FindingColumn> column{};
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// Findings that somebody else holds.
using FindingRows = std::vector<const insight::Finding *>;

/// Puts findings in order, again and again. Keeps what their texts are compared by, for to make
/// that takes longer than all else. Of one thread at a time.
class FindingSorter
{
public:
    FindingSorter();

    /// Those that are accepted come last. Equal ones are sorted by severity, then age, the oldest
    /// first, then by project, cluster and bucket. In the language of the moment.
    void sort(FindingRows &rows, FindingOrder order);

private:
    /// A finding's place, and what it is compared by.
    struct Place;

    void dropOldKeys(std::size_t rows);
    QCollatorSortKey keyOf(const QString &text);
    bool isBefore(Place &one, Place &other);
    std::vector<Place> placesOf(const FindingRows &rows, std::optional<FindingColumn> column);

    QLocale m_locale;
    QCollator m_collator;
    /// Of the texts that were sorted by.
    QHash<QString, QCollatorSortKey> m_keys;
};

} // namespace models
