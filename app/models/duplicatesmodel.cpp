// SPDX-License-Identifier: Apache-2.0
#include "models/duplicatesmodel.h"

#include "base/texts/mixedlettersnote.h"
#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/search/bucketquery.h"
#include "buckets/search/sortedtitle.h"
#include "models/roles.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

/// Nobody reads more in a cell or a tooltip.
constexpr quint32 MostShownIds = 50;

QString groupNumber(quint32 value)
{
    return QLocale().toString(value);
}

bool isUseKnown(const buckets::DuplicateGroup &group)
{
    return group.unknown < group.count;
}

QString idText(const buckets::DuplicateRegistration &registration)
{
    const QString id = registration.id.toHex();
    return registration.use == buckets::DuplicateRegistration::Use::Unused
        ? DuplicatesModel::tr("%1 (unused)").arg(id)
        : id;
}

QString shownIds(const buckets::DuplicateGroup &group)
{
    QStringList ids;
    for (quint32 i = 0; i < std::min(group.count, MostShownIds); ++i)
        ids.append(idText(group.registrations[i]));
    return ids.join(u", "_s) + (group.count > MostShownIds ? u", …"_s : QString());
}

QString allIds(const buckets::DuplicateGroup &group)
{
    QStringList ids;
    for (quint32 i = 0; i < group.count; ++i)
        ids.append(group.registrations[i].id.toHex());
    return ids.join(u", "_s);
}

/// What tells one bucket from another.
using BucketKey = std::pair<quint64, quint64>;

BucketKey keyOf(const buckets::DuplicateGroup &group)
{
    return {quint64(group.name) << 32 | group.provider, quint64(group.roleId) << 32 | group.place};
}

QString duplicateKindText(const buckets::DuplicateGroup &group)
{
    if (!group.isShared())
        return DuplicatesModel::tr("Duplicate");
    return group.isDuplicate() ? DuplicatesModel::tr("Duplicate, shared")
                               : DuplicatesModel::tr("Shared");
}

QString duplicateKindToolTip(const buckets::DuplicateGroup &group)
{
    if (!group.isShared())
        return DuplicatesModel::tr("The bucket is registered more than once in one project.");
    return group.isDuplicate()
        ? DuplicatesModel::tr("The bucket is registered in several projects, and more than once in "
                              "at least one of them.")
        : DuplicatesModel::tr("The bucket is registered in several projects, once in each.");
}

} // namespace

DuplicatesModel::DuplicatesModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_finder([this](buckets::DuplicateGroups found) { show(std::move(found)); },
               [this] { clear(); }),
      m_pass(m_finder)
{ }

void DuplicatesModel::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < ColumnCount;
    m_sortColumn = isColumn ? std::optional(static_cast<Column>(column)) : std::nullopt;
    m_sortOrder = order;
    m_finder.setOrder(isColumn ? static_cast<Column>(column) : Column::Registrations,
                      isColumn ? order : Qt::DescendingOrder);
    m_pass.refresh();
}

void DuplicatesModel::show(buckets::DuplicateGroups found)
{
    m_source = m_pass.source();
    if (m_groups.groups.isEmpty() || found.groups.isEmpty())
        replaceAll(std::move(found));
    else
        rearrange(std::move(found));
    Q_EMIT refreshed();
}

void DuplicatesModel::replaceAll(buckets::DuplicateGroups found)
{
    if (m_groups.groups.isEmpty() && found.groups.isEmpty())
        return;
    beginResetModel();
    m_groups = std::move(found);
    endResetModel();
}

/// What is selected stays so. Rows that come are at the end first, and rows that go are moved
/// there, so that views hear of one run and of one change of order.
void DuplicatesModel::rearrange(buckets::DuplicateGroups found)
{
    buckets::ChunkedList<buckets::DuplicateGroup> &groups = m_groups.groups;
    const std::size_t before = groups.size();
    const std::size_t after = found.groups.size();
    if (after > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(after) - 1);
        for (std::size_t i = before; i < after; ++i)
            groups.append(found.groups[i]);
        endInsertRows();
    }
    for (std::size_t i = after; i < before; ++i)
        found.groups.append(groups[i]);
    putInOrder(std::move(found.groups), after);
    if (after < before) {
        beginRemoveRows({}, static_cast<int>(after), static_cast<int>(before) - 1);
        groups.truncate(after);
        endRemoveRows();
    }
    // Until now, groups of before have pointed to those of before.
    m_groups.registrations = std::move(found.registrations);
}

/// Shows `groups`, which are as many as there are rows, in place of what is shown; those from
/// `known` on are about to go.
void DuplicatesModel::putInOrder(buckets::ChunkedList<buckets::DuplicateGroup> groups,
                                 std::size_t known)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QHash<BucketKey, int> places;
    for (const QModelIndex &index : before)
        places.insert(keyOf(groupAt(index.row())), -1);
    for (std::size_t i = 0; i < known && !places.isEmpty(); ++i) {
        if (const auto place = places.find(keyOf(groups[i])); place != places.end())
            *place = static_cast<int>(i);
    }
    QModelIndexList moved;
    for (const QModelIndex &index : before) {
        const int place = places.value(keyOf(groupAt(index.row())));
        moved.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    m_groups.groups = std::move(groups);
    changePersistentIndexList(before, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void DuplicatesModel::clear()
{
    replaceAll({});
    m_source = nullptr;
}

int DuplicatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.groups.size());
}

int DuplicatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DuplicatesModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const buckets::DuplicateGroup &group = groupAt(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return base::shownText(cellText(group, column));
    case FullTextRole:
        return column == Column::Ids ? allIds(group) : cellText(group, column);
    case Qt::ToolTipRole:
        return base::toolTipWithLetters(toolTip(group, column), cellText(group, column));
    case Qt::AccessibleTextRole:
        return base::spokenWithLetters({}, cellText(group, column));
    case ProviderKindRole:
        return static_cast<int>(providerOf(group).kind());
    case AbsentRole:
        return (column == Column::Unused && !isUseKnown(group))
            || (column == Column::RoleId && group.roleId == buckets::TextPool::None);
    case HasUnusedRole:
        return group.unused > 0;
    case TermRole:
        return terms(group);
    default:
        return {};
    }
}

QVariant DuplicatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::AccessibleTextRole && m_sortColumn == static_cast<Column>(section))
        return buckets::sortedTitle(headerData(section, orientation, Qt::DisplayRole).toString(),
                                    m_sortOrder);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return atlas::titleOf(atlas::BucketField::Name);
    case Column::Provider:
        return atlas::titleOf(atlas::BucketField::Provider);
    case Column::RoleId:
        return atlas::titleOf(atlas::BucketField::RoleId);
    case Column::Registrations:
        return tr("Registrations");
    case Column::Unused:
        return tr("Unused");
    case Column::Projects:
        return tr("Projects");
    case Column::Kind:
        return tr("Kind");
    case Column::Ids:
        return tr("IDs");
    }
    Q_UNREACHABLE();
}

QString DuplicatesModel::textAt(buckets::TextPool::Index index) const
{
    return m_source ? m_source->store().rows().texts().text(index) : QString();
}

atlas::CloudProvider DuplicatesModel::providerOf(const buckets::DuplicateGroup &group) const
{
    return atlas::CloudProvider::fromApi(textAt(group.provider));
}

QString DuplicatesModel::cellText(const buckets::DuplicateGroup &group, Column column) const
{
    switch (column) {
    case Column::Name:
        return textAt(group.name);
    case Column::Provider:
        return providerOf(group).displayName();
    case Column::RoleId:
        return group.roleId == buckets::TextPool::None ? base::nothingToShow()
                                                       : textAt(group.roleId);
    case Column::Registrations:
        return groupNumber(group.count);
    case Column::Unused:
        return isUseKnown(group) ? groupNumber(group.unused) : base::nothingToShow();
    case Column::Projects:
        return groupNumber(group.projects);
    case Column::Kind:
        return duplicateKindText(group);
    case Column::Ids:
        return shownIds(group);
    }
    Q_UNREACHABLE();
}

QString DuplicatesModel::toolTip(const buckets::DuplicateGroup &group, Column column) const
{
    if (column == Column::Ids)
        return shownIds(group);
    if (column == Column::Kind)
        return duplicateKindToolTip(group);
    if (column == Column::Name && group.serviceUrl != buckets::TextPool::None)
        return base::shownText(textAt(group.serviceUrl));
    if (column != Column::Unused || group.unknown == 0)
        return {};
    return isUseKnown(group)
        ? tr("%Ln more have unknown usage.", nullptr, static_cast<int>(group.unknown))
        : tr("Usage is unknown. To check it, open the project and select one of these buckets.");
}

/// Of Azure, where the storage account belongs to the bucket. The account's address is in both
/// forms of a service URL.
QString DuplicatesModel::serviceUrlTerm(const buckets::DuplicateGroup &group) const
{
    if (group.place == buckets::AzurePlaces::Unknown)
        return {};
    return group.hasOneServiceUrl
        ? buckets::BucketQuery::wholeTermFor(atlas::BucketField::ServiceUrl,
                                             textAt(group.serviceUrl))
        : buckets::BucketQuery::termFor(atlas::BucketField::ServiceUrl,
                                        m_finder.places().urlOf(group.place));
}

/// A role that is missing cannot be asked for.
QString DuplicatesModel::terms(const buckets::DuplicateGroup &group) const
{
    QStringList all{
        buckets::BucketQuery::termFor(providerOf(group)),
        buckets::BucketQuery::wholeTermFor(atlas::BucketField::Name, textAt(group.name)),
        buckets::BucketQuery::wholeTermFor(atlas::BucketField::RoleId, textAt(group.roleId)),
        serviceUrlTerm(group)};
    all.removeAll(QString());
    return all.join(u' ');
}

} // namespace models
