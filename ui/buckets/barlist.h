// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bucketcountmodel.h"

#include <QListView>

namespace ui {

/// The bars of one dimension, as high as they are many. A click, Enter, Space, or assistive
/// technology that selects it chooses one; Tab leaves it, arrows move in it.
class BarList : public QListView
{
    Q_OBJECT

public:
    /// `name` is the accessible name.
    explicit BarList(const QString &name, QWidget *parent = nullptr);

    /// As models::BucketCountModel::setCounts().
    void setCounts(const QList<buckets::BucketCount> &counts, int total);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A bar was chosen that this filter text finds the buckets of.
    void filterRequested(const QString &term);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    void choose(const QModelIndex &bar);
    void chooseSelected(const QItemSelection &selected);

    models::BucketCountModel m_model;
};

} // namespace ui
