// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/windownotice.h"
#include "ui/tables/slicedcopy.h"

#include <QObject>
#include <QPointer>

class QAbstractItemModel;

namespace ui {

class TableView;

/// Copies the selected rows of any table, as it shows them. Of many rows, the text is in the
/// clipboard a moment later.
class TableCopy : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Copies the selected rows' visible columns, in the order on screen, between tabs. A copy that
    /// is not finished is dropped. More than SlicedCopy::MostRows are refused().
    void copy(TableView &table);

    /// Whether rows are still being read.
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    /// There are more rows than can be copied.
    void refused();

private:
    void follow(const QAbstractItemModel &model);

    SlicedCopy m_job;
    QPointer<const QAbstractItemModel> m_model;
};

/// Why a copy was refused, and what to do.
WindowNotice tooManyRowsNotice();

} // namespace ui
