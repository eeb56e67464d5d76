// SPDX-License-Identifier: Apache-2.0
#include "models/findingsmodel.h"

#include "base/texts/agetext.h"
#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "insight/advice/findingtext.h"
#include "models/roles.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace models {

namespace {

/// Whether these are the same list, not only alike.
bool isShared(const QList<insight::Finding> &one, const QList<insight::Finding> &other)
{
    return one.constData() == other.constData() && one.size() == other.size();
}

FindingsModel::ShownSeverity shownSeverity(insight::Severity severity)
{
    switch (severity) {
    case insight::Severity::Critical:
        return FindingsModel::ShownSeverity::Critical;
    case insight::Severity::Warning:
        return FindingsModel::ShownSeverity::Warning;
    case insight::Severity::Info:
        return FindingsModel::ShownSeverity::Info;
    }
    Q_UNREACHABLE();
}

/// A bucket whose name is not known has its ID.
QString bucketText(const insight::Finding &finding)
{
    if (!finding.bucketName.isEmpty() || !finding.bucket)
        return base::orNothing(finding.bucketName);
    return finding.bucket->toHex();
}

} // namespace

void FindingsModel::setFindings(const QList<insight::Finding> &findings, const QDateTime &now)
{
    const bool areShown = isShared(findings, m_held);
    m_all = findings;
    m_now = now;
    m_counts = insight::countsOf(findings);
    if (areShown)
        tellAllChanged(); // Their ages.
    else
        refresh();
}

void FindingsModel::setFilterText(const QString &text)
{
    m_query = insight::FindingQuery::fromText(text);
    refresh();
}

void FindingsModel::setSeverities(ShownSeverities severities)
{
    m_severities = severities;
    refresh();
}

void FindingsModel::setShowsAccepted(bool shows)
{
    m_showsAccepted = shows;
    refresh();
}

void FindingsModel::setActive(bool active)
{
    m_isActive = active;
    refresh();
}

void FindingsModel::sort(int column, Qt::SortOrder order)
{
    m_order = {column < 0 ? std::nullopt : std::optional(static_cast<Column>(column)), order};
    refresh();
}

bool FindingsModel::isShown(const insight::Finding &finding) const
{
    if (finding.accepted && !m_showsAccepted)
        return false;
    const bool isWanted = !m_severities || m_severities.testFlag(shownSeverity(finding.severity));
    return isWanted && m_query.matches(finding);
}

void FindingsModel::refresh()
{
    if (!m_isActive)
        return;
    FindingRows found;
    found.reserve(static_cast<std::size_t>(m_all.size()));
    for (const insight::Finding &finding : std::as_const(m_all)) {
        if (isShown(finding))
            found.push_back(&finding);
    }
    m_sorter.sort(found, m_order);
    // Those shown before are there until views have heard of what comes in their place.
    QList<insight::Finding> before = m_all;
    before.swap(m_held);
    if (!std::equal(found.begin(), found.end(), m_shown.begin(), m_shown.end(),
                    FindingKey::areSame)) {
        rearrange(std::move(found));
        return;
    }
    m_shown = std::move(found);
    tellAllChanged();
}

/// What is selected stays so. Rows that come are at the end first, and rows that go are moved
/// there, so that views hear of one run and of one change of order.
void FindingsModel::rearrange(FindingRows found)
{
    const std::size_t before = m_shown.size();
    const std::size_t after = found.size();
    const auto place = [](std::size_t row) {
        return static_cast<std::ptrdiff_t>(row);
    };
    if (after > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(after) - 1);
        m_shown.insert(m_shown.end(), found.begin() + place(before), found.end());
        endInsertRows();
    } else {
        found.insert(found.end(), m_shown.begin() + place(after), m_shown.end());
    }
    putInOrder(found, after);
    if (after < before) {
        beginRemoveRows({}, static_cast<int>(after), static_cast<int>(before) - 1);
        m_shown.resize(after);
        endRemoveRows();
    }
    tellAllChanged();
}

/// Shows `found`, which are as many as there are rows; those from `known` on are about to go.
void FindingsModel::putInOrder(const FindingRows &found, std::size_t known)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    // Few are looked for, among many.
    QHash<FindingKey, int> places;
    for (const QModelIndex &index : before)
        places.insert(FindingKey::of(findingAt(index.row())), -1);
    for (std::size_t i = places.isEmpty() ? 0 : known; i-- > 0;) {
        if (const auto place = places.find(FindingKey::of(*found[i])); place != places.end())
            *place = static_cast<int>(i);
    }
    QModelIndexList moved;
    for (const QModelIndex &index : before) {
        const int place = places.value(FindingKey::of(findingAt(index.row())), -1);
        moved.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    m_shown = found;
    changePersistentIndexList(before, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (role == FullTextRole && static_cast<Column>(index.column()) == Column::Since) {
        const auto &since = findingAt(index.row()).since;
        return since ? base::localTimeText(*since) : base::nothingToShow();
    }
    return TextTable::data(index, role);
}

std::optional<TextTable::Sorting> FindingsModel::sorting() const
{
    if (!m_order.column)
        return std::nullopt;
    return Sorting{static_cast<int>(*m_order.column), m_order.order};
}

QString FindingsModel::textOf(int row, int column) const
{
    const insight::Finding &finding = findingAt(row);
    switch (static_cast<Column>(column)) {
    case Column::Severity:
        return finding.accepted ? tr("Accepted") : insight::severityText(finding.severity);
    case Column::Project:
        return base::orNothing(finding.projectName);
    case Column::Cluster:
        return finding.cluster ? finding.cluster->toString() : base::nothingToShow();
    case Column::ExportBucket:
        return bucketText(finding);
    case Column::Finding:
        return insight::findingText(finding);
    case Column::Since:
        return finding.since ? base::dayAndAgeText(*finding.since, m_now) : base::nothingToShow();
    case Column::NextStep:
        return finding.accepted ? insight::acceptanceText(*finding.accepted)
                                : finding.nextStep.toString();
    }
    Q_UNREACHABLE();
}

QString FindingsModel::toolTipOf(int row, int column) const
{
    const insight::Finding &finding = findingAt(row);
    switch (static_cast<Column>(column)) {
    case Column::Severity:
        return finding.accepted ? insight::severityText(finding.severity) : QString();
    case Column::Project:
        return finding.projectName.isEmpty() ? finding.project.toHex() : QString();
    case Column::ExportBucket:
        return finding.bucket && !finding.bucketName.isEmpty()
            ? QString(base::shownText(finding.bucketName) + u'\n' + finding.bucket->toHex())
            : QString();
    case Column::Since:
        return finding.since ? base::timeToolTip(*finding.since) : QString();
    case Column::NextStep:
        return finding.accepted ? base::shownText(finding.nextStep.toString()) : QString();
    case Column::Cluster:
    case Column::Finding:
        break;
    }
    return {};
}

QVariant FindingsModel::valueOf(int row, int column, int role) const
{
    const insight::Finding &finding = findingAt(row);
    switch (role) {
    case Qt::AccessibleDescriptionRole:
        return toolTipOf(row, column);
    case SeverityRole:
        return static_cast<int>(finding.severity);
    case AcceptedRole:
        return finding.accepted.has_value();
    case AbsentRole:
        return textOf(row, column) == base::nothingToShow();
    default:
        return {};
    }
}

QString FindingsModel::titleOf(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Severity:
        return tr("Severity");
    case Column::Project:
        return tr("Project");
    case Column::Cluster:
        return tr("Cluster");
    case Column::ExportBucket:
        return tr("Export bucket");
    case Column::Finding:
        return tr("Finding");
    case Column::Since:
        return tr("Since");
    case Column::NextStep:
        return tr("Next step");
    }
    Q_UNREACHABLE();
}

} // namespace models
