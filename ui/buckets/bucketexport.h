// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bucketsortfiltermodel.h"
#include "ui/buckets/exportdialog.h"

#include <QObject>

class Session;

namespace ui {

/// The export of the table of buckets: what its dialog says, and what goes into the file.
class BucketExport : public QObject
{
    Q_OBJECT

public:
    /// `filtered` are the rows on screen, and `parent` is what the dialog belongs to. Both must
    /// outlive this.
    BucketExport(models::BucketSortFilterModel &filtered, QWidget &parent);

    /// Opens the dialog, unless it is open or there is no row. It goes with the session.
    void open(Session &session);

Q_SIGNALS:
    /// The file is there.
    void exported(const QString &path, int rows);

private:
    ExportDialog::Rows rowsOf(Session &session) const;

    models::BucketSortFilterModel &m_filtered;
    QWidget &m_parent;
};

} // namespace ui
