// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace insight {

/// One finding, or several, that somebody knows of and lives with. What is not given fits anything.
struct AcceptedEntry
{
    FindingCode code = FindingCode::NotRead;
    QString reason{};
    std::optional<atlas::ProjectId> project{};
    std::optional<atlas::ClusterName> cluster{};
    std::optional<atlas::BucketId> bucket{};
    /// The last day on which it holds.
    std::optional<QDate> until{};

    /// Whether it speaks of the finding, be it over or not.
    bool fits(const Finding &finding) const;
    /// Whether its last day has passed.
    bool hasEnded(QDate today) const { return until && *until < today; }

    friend bool operator==(const AcceptedEntry &, const AcceptedEntry &) = default;
};

/// What `accepted.toml` says: tables `[[accepted]]` with `code` and `reason`, and any of
/// `project_id`, `cluster`, `bucket_id` and `until`.
class AcceptedFindings
{
public:
    /// Accepts nothing.
    AcceptedFindings() = default;

    /// The error is a sentence that names line and key: of a file that is no TOML, of a key or code
    /// that is not known, of a value that is none. Then nothing of the file counts.
    static tl::expected<AcceptedFindings, atlas::Wording> fromToml(const QByteArray &toml);

    const QList<AcceptedEntry> &entries() const { return m_entries; }

    /// Sets Finding::accepted of each: by the first entry that fits and has not ended.
    void mark(QList<Finding> &findings, QDate today) const;
    /// A sentence for each entry that has ended, or fits none of `findings`: they must be all there
    /// are, or all of the projects `only`. Where something was not read, nobody knows whether an
    /// entry fits.
    QList<atlas::Wording> notesOn(
        const QList<Finding> &findings, QDate today,
        const std::optional<QList<atlas::ProjectId>> &only = std::nullopt) const;

private:
    explicit AcceptedFindings(const QList<AcceptedEntry> &entries);
    std::optional<Acceptance> acceptanceOf(const Finding &finding, QDate today) const;

    QList<AcceptedEntry> m_entries;
    /// Indices, so that ten thousand findings do not look through a thousand entries each.
    QHash<FindingCode, QList<qsizetype>> m_byCode;
};

/// The entry as a table of TOML, ending with a line break.
QByteArray tomlOf(const AcceptedEntry &entry);

} // namespace insight
