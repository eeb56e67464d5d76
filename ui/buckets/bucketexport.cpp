// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketexport.h"

#include "session/exportscope.h"
#include "session/session.h"
#include "share/report/bucketrecords.h"
#include "ui/accessibility/dialogend.h"
#include "ui/buckets/bucketmessages.h"

#include <QPointer>

#include <algorithm>

namespace ui {

BucketExport::BucketExport(models::BucketSortFilterModel &filtered, QWidget &parent)
    : m_filtered(filtered), m_parent(parent)
{ }

void BucketExport::open(Session &session)
{
    const int count = m_filtered.rowCount();
    const auto others = m_parent.findChildren<ExportDialog *>();
    const bool isOpen = std::any_of(others.cbegin(), others.cend(),
                                    [](const ExportDialog *other) { return other->isVisible(); });
    if (count == 0 || isOpen)
        return;
    const share::ExportScope scope = exportScopeOf(session);
    const bool isOfAll = session.inventory().isShown() && !session.inventory().project();
    const atlas::Project project = isOfAll ? atlas::Project() : scope.projects.value(0);
    const QString name = isOfAll || !project.name.isEmpty() ? project.name : project.id.toHex();
    auto *dialog = new ExportDialog(
        count, name,
        [this, session = QPointer(&session)] {
            return session ? rowsOf(*session) : ExportDialog::Rows();
        },
        &m_parent);
    deleteAfterClose(dialog);
    const auto tell = [this, dialog, &session] {
        dialog->showWhatThereIs(m_filtered.rowCount(), exportReservation(session, m_filtered));
    };
    connect(&session.inventory(), &buckets::Inventory::changed, dialog, tell);
    connect(&session.pager(), &buckets::BucketPager::changed, dialog, tell);
    connect(&session, &Session::usageChanged, dialog, tell);
    tell();
    connect(dialog, &ExportDialog::exported, this, &BucketExport::exported);
    dialog->open();
}

ExportDialog::Rows BucketExport::rowsOf(Session &session) const
{
    share::ExportScope scope = exportScopeOf(session);
    if (m_filtered.isFiltering())
        scope.filter = m_filtered.filterText().trimmed();
    scope.missing = exportReservation(session, m_filtered);
    const auto *model = qobject_cast<models::BucketTableModel *>(m_filtered.sourceModel());
    if (!model)
        return {};
    return {std::make_unique<share::BucketRecords>(model->store().rows(), model->use(),
                                                   m_filtered.sourceRows()),
            scope};
}

} // namespace ui
