// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketcell.h"

#include "browse/timetext.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

using Column = BucketColumn;
using CellKind = BucketCellKind;

namespace {

QVariant orNothing(const std::optional<QString> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

std::optional<BucketRows::Text> BucketCell::textOf(Column column)
{
    switch (column) {
    case Column::Name:
        return BucketRows::Text::Name;
    case Column::Provider:
        return BucketRows::Text::Provider;
    case Column::Region:
        return BucketRows::Text::Region;
    case Column::RoleId:
        return BucketRows::Text::RoleId;
    case Column::ServiceUrl:
        return BucketRows::Text::ServiceUrl;
    case Column::TenantId:
        return BucketRows::Text::TenantId;
    case Column::PrivateNetworking:
    case Column::Registered:
    case Column::Id:
    case Column::UsedBy:
    case Column::LastExport:
    case Column::Project:
        break;
    }
    return std::nullopt;
}

CellKind BucketCell::kind() const
{
    if (value().isValid())
        return CellKind::Value;
    if (m_column != Column::Region || !m_rows.lacksRegion(m_row))
        return CellKind::Absent;
    return m_isPending ? CellKind::Pending : CellKind::NotListed;
}

QVariant BucketCell::value() const
{
    if (const auto text = textOf(m_column))
        return orNothing(m_rows.text(m_row, *text));
    switch (m_column) {
    case Column::PrivateNetworking: {
        const auto answer = m_rows.privateNetworking(m_row);
        return answer ? QVariant(*answer) : QVariant();
    }
    case Column::Registered:
        return m_rows.idAt(m_row).createdAt();
    case Column::Project:
        return orNothing(m_rows.texts().optionalText(m_rows.projectNameIndex(m_row)));
    default:
        return m_rows.idAt(m_row).toHex();
    }
}

QString BucketCell::spokenText() const
{
    switch (kind()) {
    case CellKind::Value:
    case CellKind::NotListed:
        break;
    case CellKind::Absent:
        return m_column == Column::Project ? text() : absenceText();
    case CellKind::Pending:
        return tr("not loaded yet");
    }
    return text();
}

QString BucketCell::absenceText() const
{
    switch (m_column) {
    case Column::Region:
        return tr("no region");
    case Column::RoleId:
        return tr("no role ID");
    case Column::ServiceUrl:
        return tr("no service URL");
    case Column::TenantId:
        return tr("no tenant ID");
    case Column::PrivateNetworking:
        return tr("private networking not told");
    default:
        return tr("none", "value of a bucket's field");
    }
}

QString BucketCell::text() const
{
    switch (kind()) {
    case CellKind::Value:
        return valueText();
    case CellKind::Absent:
        return m_column == Column::Project ? m_rows.projectAt(m_row).toHex() : u"—"_s;
    case CellKind::NotListed:
        return tr("Not loaded");
    case CellKind::Pending:
        return u"…"_s;
    }
    Q_UNREACHABLE();
}

QString BucketCell::valueText() const
{
    switch (m_column) {
    case Column::Provider:
        return provider().displayName();
    case Column::PrivateNetworking:
        return privateNetworkingText(*m_rows.privateNetworking(m_row));
    case Column::Registered:
        return localTimeText(m_rows.idAt(m_row).createdAt());
    default:
        return value().toString();
    }
}

QVariant BucketCell::toolTip() const
{
    if (m_column == Column::Registered) {
        return tr("%1, from the first four bytes of the ID")
            .arg(timeToolTip(m_rows.idAt(m_row).createdAt()));
    }
    if (m_column == Column::Project)
        return m_rows.projectAt(m_row).toHex();
    if (kind() == CellKind::NotListed)
        return tr("Atlas does not return regions in bucket lists.");
    return {};
}

atlas::CloudProvider BucketCell::provider() const
{
    return atlas::CloudProvider::fromApi(
        m_rows.text(m_row, BucketRows::Text::Provider).value_or(QString()));
}

QString BucketCell::privateNetworkingText(bool isRequired)
{
    return isRequired ? tr("Required") : tr("Not required");
}

} // namespace browse
