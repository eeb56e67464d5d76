// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/finder/place.h"

#include <QAbstractListModel>
#include <QList>

namespace models {

/// Places that can be gone to, a row each: the name, and in SummaryRole what and where it is. Of
/// the window's thread.
class PlacesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Shows these and no others.
    void setPlaces(const QList<insight::Place> &places);
    /// `row` must be in [0, rowCount()).
    const insight::Place &placeAt(int row) const { return m_places[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<insight::Place> m_places;
};

} // namespace models
