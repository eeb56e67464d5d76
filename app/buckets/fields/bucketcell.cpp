// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/bucketcell.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/timetext.h"

using namespace Qt::Literals::StringLiterals;

namespace buckets {

using Column = atlas::BucketField;
using CellKind = BucketCellKind;

namespace {

template<class Value>
QVariant orNothing(const std::optional<Value> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

bool BucketCell::hasValue() const
{
    switch (atlas::infoOf(m_column).source) {
    case atlas::FieldSource::Text:
        return m_rows.textIndex(m_row, m_column) != TextPool::None;
    case atlas::FieldSource::Flag:
        return m_rows.flag(m_row, m_column).has_value();
    case atlas::FieldSource::Project:
        return m_rows.projectNameIndex(m_row) != TextPool::None;
    case atlas::FieldSource::FromId:
    case atlas::FieldSource::Usage:
        break;
    }
    return true;
}

CellKind BucketCell::kind() const
{
    if (hasValue())
        return CellKind::Value;
    if (!atlas::isLeftOutOfLists(m_column, provider().kind()))
        return CellKind::Absent;
    return m_isPending ? CellKind::Pending : CellKind::NotListed;
}

QVariant BucketCell::value() const
{
    switch (atlas::infoOf(m_column).source) {
    case atlas::FieldSource::Text:
        return orNothing(m_rows.text(m_row, m_column));
    case atlas::FieldSource::Flag:
        return orNothing(m_rows.flag(m_row, m_column));
    case atlas::FieldSource::Project:
        return orNothing(m_rows.texts().optionalText(m_rows.projectNameIndex(m_row)));
    case atlas::FieldSource::FromId:
    case atlas::FieldSource::Usage:
        break;
    }
    return m_column == Column::Registered ? QVariant(m_rows.idAt(m_row).createdAt())
                                          : QVariant(m_rows.idAt(m_row).toHex());
}

QString BucketCell::spokenText() const
{
    switch (kind()) {
    case CellKind::Value:
    case CellKind::NotListed:
        break;
    case CellKind::Absent:
        if (m_column == Column::Project)
            break;
        return absenceText();
    case CellKind::Pending:
        return tr("not loaded yet");
    }
    return text();
}

QString BucketCell::absenceText() const
{
    const QString absence = atlas::spokenAbsenceOf(m_column);
    return absence.isEmpty() ? tr("none", "value of a bucket's field") : absence;
}

QString BucketCell::text() const
{
    switch (kind()) {
    case CellKind::Value:
        return valueText();
    case CellKind::Absent:
        return m_column == Column::Project ? m_rows.projectAt(m_row).toHex()
                                           : base::nothingToShow();
    case CellKind::NotListed:
        return tr("Not loaded");
    case CellKind::Pending:
        return u"…"_s;
    }
    Q_UNREACHABLE();
}

QString BucketCell::valueText() const
{
    if (m_column == Column::Provider)
        return provider().displayName();
    if (m_column == Column::Registered)
        return base::localTimeText(m_rows.idAt(m_row).createdAt());
    if (atlas::infoOf(m_column).source == atlas::FieldSource::Flag)
        return atlas::answerText(m_column, *m_rows.flag(m_row, m_column));
    return value().toString();
}

QVariant BucketCell::toolTip() const
{
    if (m_column == Column::Registered) {
        return tr("%1, from the first four bytes of the ID")
            .arg(base::timeToolTip(m_rows.idAt(m_row).createdAt()));
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
        m_rows.text(m_row, atlas::BucketField::Provider).value_or(QString()));
}

} // namespace buckets
