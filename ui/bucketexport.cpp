// SPDX-License-Identifier: Apache-2.0
#include "ui/bucketexport.h"

#include "browse/bucketrecords.h"
#include "session/session.h"
#include "ui/exportdialog.h"
#include "ui/inventorymessages.h"

#include <QPointer>

namespace ui {

namespace {

/// Of the one project that the rows are of; empty for all.
QString exportedProjectName(Session &session)
{
    const browse::Inventory &inventory = session.inventory();
    const auto only = inventory.isShown() ? inventory.project() : session.pager().project();
    const auto project = only ? session.projects().project(*only) : std::nullopt;
    return project ? project->name : only ? only->toHex() : QString();
}

} // namespace

ExportDialog *openExportDialog(Session &session, browse::BucketSortFilterModel &rows,
                               QWidget *parent)
{
    const int count = rows.rowCount();
    if (count == 0 || parent->findChild<ExportDialog *>())
        return nullptr;
    const auto makeSource = [&rows] {
        const auto *source = qobject_cast<browse::BucketTableModel *>(rows.sourceModel());
        return source
            ? std::make_unique<browse::BucketRecords>(source->rows(), rows.sourceRows())
            : std::make_unique<browse::BucketRecords>(browse::BucketRows(), std::vector<int>());
    };
    auto *dialog = new ExportDialog(count, exportedProjectName(session), makeSource, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto tell = [&rows, dialog, session = QPointer(&session)] {
        if (session)
            dialog->showWhatThereIs(rows.rowCount(), exportReservation(*session));
    };
    QObject::connect(&session.inventory(), &browse::Inventory::changed, dialog, tell);
    QObject::connect(&session.pager(), &browse::BucketPager::changed, dialog, tell);
    tell();
    dialog->open();
    return dialog;
}

} // namespace ui
