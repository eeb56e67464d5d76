// SPDX-License-Identifier: Apache-2.0
#include "ui/bucketcopy.h"

#include "browse/showntext.h"
#include "session/session.h"
#include "share/clipboardtext.h"
#include "share/commandlinetext.h"
#include "share/markdowntable.h"
#include "ui/sessionnews.h"
#include "ui/tableview.h"

#include <algorithm>

namespace ui {

namespace {

void addCopy(QMenu &menu, const QString &title, const QString &text,
             const QKeySequence &shortcut = {})
{
    QAction *action = menu.addAction(title);
    action->setEnabled(!text.isEmpty());
    action->setShortcut(shortcut);
    QObject::connect(action, &QAction::triggered, &menu,
                     [text, widget = menu.parentWidget()] { copyAndTell(widget, text); });
}

} // namespace

BucketCopy::BucketCopy(const TableView &table, const browse::BucketSortFilterModel &filtered)
    : m_table(table), m_filtered(filtered)
{ }

QString BucketCopy::asText() const
{
    return share::tabSeparated(m_table.selectedCells());
}

QString BucketCopy::asJson(Session &session) const
{
    const auto buckets = selectedBuckets(session);
    return buckets.isEmpty() ? QString() : share::bucketsAsJson(buckets);
}

QString BucketCopy::asMarkdown() const
{
    const auto cells = m_table.selectedCells();
    return cells.isEmpty() ? QString() : share::markdownTable(m_table.visibleHeaders(), cells);
}

QString BucketCopy::cell() const
{
    const QModelIndex current = m_table.currentIndex();
    return current.isValid() ? browse::fullText(current) : QString();
}

QString BucketCopy::ids(Session &session) const
{
    QStringList ids;
    const auto buckets = selectedBuckets(session);
    for (const atlas::ExportBucket &bucket : buckets)
        ids.append(bucket.id.toHex());
    return ids.join(u'\n');
}

QString BucketCopy::command(Session &session) const
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid())
        return {};
    const browse::BucketTableModel &buckets = session.shownBuckets();
    const int row = m_filtered.mapToSource(current).row();
    return share::commandLineText(buckets.projectAt(row), buckets.idAt(row));
}

void BucketCopy::fill(QMenu &menu, Session &session) const
{
    const int rows = static_cast<int>(m_table.selectionModel()->selectedRows().size());
    addCopy(menu, tr("Copy cell"), cell());
    addCopy(menu, tr("Copy %n row(s)", nullptr, rows), asText(), Qt::CTRL | Qt::Key_C);
    addCopy(menu, tr("Copy as JSON"), asJson(session), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    addCopy(menu, tr("Copy as Markdown table"), asMarkdown());
    menu.addSeparator();
    addCopy(menu, tr("Copy %n ID(s)", nullptr, rows), ids(session));
    addCopy(menu, tr("Copy the command that opens this bucket"), command(session));
}

QList<atlas::ExportBucket> BucketCopy::selectedBuckets(Session &session) const
{
    QModelIndexList rows = m_table.selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<atlas::ExportBucket> buckets;
    for (const QModelIndex &row : rows)
        buckets.append(session.shownBuckets().bucketAt(m_filtered.mapToSource(row).row()));
    return buckets;
}

} // namespace ui
