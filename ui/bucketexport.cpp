// SPDX-License-Identifier: Apache-2.0
#include "ui/bucketexport.h"

#include "browse/bucketrecords.h"
#include "session/session.h"
#include "ui/exportdialog.h"
#include "ui/inventorymessages.h"

#include <QPointer>

namespace ui {

namespace {

/// The name of the project that all rows are of; empty if they are of all.
QString exportedProject(Session &session)
{
    const bool isInventory = session.inventory().isShown();
    const auto only = isInventory ? session.inventory().project() : session.pager().project();
    const auto project = only ? session.projects().project(*only) : std::nullopt;
    return project ? project->name : only ? only->toHex() : QString();
}

} // namespace

ExportDialog *openExport(Session &session, browse::BucketSortFilterModel &rows, QWidget *parent)
{
    const auto makeSource = [&rows] {
        const auto *source = qobject_cast<browse::BucketTableModel *>(rows.sourceModel());
        return source
            ? std::make_unique<browse::BucketRecords>(source->rows(), rows.sourceRows())
            : std::make_unique<browse::BucketRecords>(browse::BucketRows(), std::vector<int>());
    };
    auto *dialog = new ExportDialog(rows.rowCount(), exportedProject(session), makeSource, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto tell = [shown = QPointer(&session), &rows, dialog] {
        if (shown)
            dialog->showWhatThereIs(rows.rowCount(), exportReservation(*shown));
    };
    QObject::connect(&session.inventory(), &browse::Inventory::changed, dialog, tell);
    QObject::connect(&session.pager(), &browse::BucketPager::changed, dialog, tell);
    tell();
    dialog->open();
    return dialog;
}

} // namespace ui
