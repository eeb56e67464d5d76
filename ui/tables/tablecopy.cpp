// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tablecopy.h"

#include "base/texts/showntext.h"
#include "models/roles.h"
#include "share/report/clipboardtext.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/clipboardnews.h"
#include "ui/tables/tableview.h"

#include <memory>
#include <utility>
#include <vector>

namespace ui {

namespace {

/// What is read, row by row, and what has become of it so far.
struct CopyOfTable
{
    const QAbstractItemModel &model;
    std::vector<int> rows;
    QList<int> columns;
    QString text{};

    void add(int place)
    {
        QStringList cells;
        cells.reserve(columns.size());
        for (const int column : std::as_const(columns))
            cells.append(
                models::fullText(model.index(rows[static_cast<std::size_t>(place)], column)));
        text += share::tabSeparatedLine(cells);
    }
};

} // namespace

void TableCopy::copy(TableView &table)
{
    const auto rows = table.selectedRows();
    if (rows.size() > std::size_t(SlicedCopy::MostRows)) {
        Q_EMIT refused();
        return;
    }
    m_job.cancel();
    if (rows.empty())
        return;
    follow(*table.model());
    const auto copy =
        std::make_shared<CopyOfTable>(CopyOfTable{*table.model(), rows, table.visibleColumns()});
    disconnect(&m_job, &SlicedCopy::copied, this, nullptr);
    connect(&m_job, &SlicedCopy::copied, this, [shown = QPointer(&table)](int count) {
        if (shown)
            announce(shown, rowsCopiedText(count));
    });
    m_job.start({static_cast<int>(rows.size()), [copy](int place) { copy->add(place); },
                 [copy] {
                     return copy->text;
                 }},
                *table.model());
}

/// Rows that come, go or move take the numbers of the others with them.
void TableCopy::follow(const QAbstractItemModel &model)
{
    if (m_model == &model)
        return;
    if (m_model)
        disconnect(m_model, nullptr, &m_job, nullptr);
    m_model = &model;
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, &m_job, &SlicedCopy::finishNow);
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, &m_job, &SlicedCopy::finishNow);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, &m_job, &SlicedCopy::finishNow);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, &m_job, &SlicedCopy::finishNow);
    connect(&model, &QAbstractItemModel::rowsAboutToBeMoved, &m_job, &SlicedCopy::finishNow);
}

WindowNotice tooManyRowsNotice()
{
    return {true, TableCopy::tr("Too many rows to copy."),
            TableCopy::tr("Select at most %Ln row(s).", nullptr, SlicedCopy::MostRows)};
}

} // namespace ui
