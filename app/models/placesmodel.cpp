// SPDX-License-Identifier: Apache-2.0
#include "models/placesmodel.h"

#include "base/texts/showntext.h"
#include "models/roles.h"

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

constexpr qsizetype LongestName = 200;

QString shownName(const insight::Place &place)
{
    return base::shownText(place.name.simplified(), LongestName);
}

QString kindText(insight::Place::Kind kind)
{
    using Kind = insight::Place::Kind;
    switch (kind) {
    case Kind::Project:
        return PlacesModel::tr("Project");
    case Kind::Bucket:
        return PlacesModel::tr("Export bucket");
    case Kind::Cluster:
        return PlacesModel::tr("Cluster");
    case Kind::Command:
        return PlacesModel::tr("Command");
    case Kind::Setting:
        return PlacesModel::tr("Setting");
    }
    Q_UNREACHABLE();
}

/// What it is, where, and more of it: `Export bucket · Payments · AWS`.
QString summary(const insight::Place &place)
{
    QStringList parts{kindText(place.kind),
                      base::shownText(place.projectName.simplified(), LongestName), place.detail};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

void PlacesModel::setPlaces(const QList<insight::Place> &places)
{
    beginResetModel();
    m_places = places;
    endResetModel();
}

int PlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const insight::Place &place = m_places[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return shownName(place);
    case FullTextRole:
        return place.name;
    case SummaryRole:
        return summary(place);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(shownName(place) + u", "_s + summary(place));
    default:
        return {};
    }
}

} // namespace models
