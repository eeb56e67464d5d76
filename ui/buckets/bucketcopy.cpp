// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketcopy.h"

#include "base/texts/showntext.h"
#include "models/roles.h"
#include "session/session.h"
#include "share/report/clipboardtext.h"
#include "share/report/markdowntable.h"
#include "share/snippets/commandlinetext.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/clipboardnews.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/popupmenu.h"
#include "ui/tables/tableview.h"

#include <algorithm>
#include <memory>

namespace ui {

namespace {

using models::BucketTableModel;

QStringList cellsOf(const BucketTableModel &buckets, int row, const QList<int> &columns)
{
    QStringList cells;
    cells.reserve(columns.size());
    for (const int column : columns)
        cells.append(models::fullText(buckets.index(row, column)));
    return cells;
}

/// The rows of source() to be copied; what has been made of them grows in `Made`.
template<class Made>
struct Copying
{
    const BucketTableModel &buckets;
    std::vector<int> rows;
    QList<int> columns;
    Made made = Made();

    int row(int place) const { return rows[static_cast<std::size_t>(place)]; }
};

template<class Made>
std::shared_ptr<Copying<Made>> copying(const BucketTableModel &buckets, std::vector<int> rows,
                                       const QList<int> &columns = {})
{
    return std::make_shared<Copying<Made>>(
        Copying<Made>{buckets, std::move(rows), columns, Made()});
}

} // namespace

BucketCopy::BucketCopy(TableView &table, models::BucketSortFilterModel &filtered)
    : m_table(table), m_filtered(filtered)
{
    // Rows that come do so at the end; rows that go take their numbers with them.
    connect(&m_filtered, &QAbstractItemModel::modelAboutToBeReset, &m_job, &SlicedCopy::finishNow);
    connect(&m_job, &SlicedCopy::copied, this,
            [this](int rows) { announce(&m_table, rowsCopiedText(rows)); });
}

void BucketCopy::copyText()
{
    const auto rows = rowsToCopy();
    if (rows.empty())
        return;
    const int count = static_cast<int>(rows.size());
    const auto copy = copying<QString>(*source(), rows, m_table.visibleColumns());
    m_job.start({count,
                 [copy](int place) {
                     copy->made += share::tabSeparatedLine(
                         cellsOf(copy->buckets, copy->row(place), copy->columns));
                 },
                 [copy] {
                     return copy->made;
                 }},
                *source());
}

void BucketCopy::copyJson()
{
    const auto rows = rowsToCopy();
    if (rows.empty())
        return;
    const int count = static_cast<int>(rows.size());
    const auto copy = copying<QByteArrayList>(*source(), rows);
    m_job.start({count,
                 [copy](int place) {
                     copy->made.append(
                         share::bucketAsJson(copy->buckets.store().bucketAt(copy->row(place))));
                 },
                 [copy] {
                     return QString::fromUtf8(share::jsonList(copy->made));
                 }},
                *source());
}

void BucketCopy::copyMarkdown()
{
    const auto rows = rowsToCopy();
    if (rows.empty())
        return;
    const int count = static_cast<int>(rows.size());
    const auto copy = copying<share::MarkdownTable>(*source(), rows, m_table.visibleColumns());
    copy->made = share::MarkdownTable(m_table.visibleHeaders());
    m_job.start({count,
                 [copy](int place) {
                     copy->made.addRow(cellsOf(copy->buckets, copy->row(place), copy->columns));
                 },
                 [copy] {
                     return copy->made.text();
                 }},
                *source());
}

void BucketCopy::copyIds()
{
    const auto rows = rowsToCopy();
    if (rows.empty())
        return;
    const int count = static_cast<int>(rows.size());
    const auto copy = copying<QStringList>(*source(), rows);
    m_job.start({count,
                 [copy](int place) {
                     copy->made.append(copy->buckets.store().idAt(copy->row(place)).toHex());
                 },
                 [copy] {
                     return copy->made.join(u'\n');
                 }},
                *source());
}

void BucketCopy::copyCell() const
{
    const QModelIndex current = m_table.currentIndex();
    copyAndTell(&m_table, current.isValid() ? models::fullText(current) : QString());
}

void BucketCopy::copyCommand(Session &session) const
{
    copyAndTell(&m_table, command(session));
}

QString BucketCopy::command(Session &session) const
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid() || !source())
        return {};
    const int row = m_filtered.mapToSource(current).row();
    const buckets::BucketStore &buckets = source()->store();
    const accounts::Profile &profile = session.profile();
    const buckets::BucketPager &pager = session.pager();
    return share::commandLineText(
        {profile.fromEnvironment ? QString() : profile.name, profile.baseUrl.url(),
         buckets.projectAt(row), buckets.idAt(row),
         session.inventory().isShown() ? std::nullopt : std::optional(pager.page()),
         pager.request().itemsPerPage});
}

void BucketCopy::fill(QMenu &menu, Session &session)
{
    const int rows = static_cast<int>(m_table.selectedRows().size());
    const bool areFew = rows <= SlicedCopy::MostRows;
    const QString obstacle = !areFew ? tr("Too many rows to copy.") : tr("No row is selected.");
    const auto add = [&](const QString &title, bool isEnabled, const auto &chosen) {
        QAction *action = menu.addAction(title);
        enableUnless(*action, isEnabled ? QString() : obstacle);
        connect(action, &QAction::triggered, this, chosen);
        return action;
    };
    const bool isCell = m_table.currentIndex().isValid();
    const bool areRows = areFew && rows > 0;
    add(tr("Copy cell"), isCell, [this] { copyCell(); });
    add(tr("Copy %Ln row(s)", nullptr, rows), areRows, [this] {
        copyText();
    })->setShortcut(Qt::CTRL | Qt::Key_C);
    add(tr("Copy as JSON"), areRows, [this] {
        copyJson();
    })->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    add(tr("Copy as Markdown table"), areRows, [this] { copyMarkdown(); });
    if (!areFew)
        add(tr("Too many rows to copy: export to a file…"), true, [this] { Q_EMIT fileWanted(); });
    menu.addSeparator();
    add(tr("Copy %Ln ID(s)", nullptr, rows), areRows, [this] { copyIds(); });
    add(tr("Copy command to open bucket"), isCell, [this, &session] { copyCommand(session); });
}

void BucketCopy::openMenu(const QPoint &place, Session &session,
                          const std::function<void(QMenu &)> &addMore)
{
    if (!m_table.currentIndex().isValid())
        return;
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, session);
    addMore(*menu);
    const QPoint corner = m_table.viewport()->mapToGlobal(place);
    popupMenu(*menu, corner, isWantedByKey(corner));
}

BucketTableModel *BucketCopy::source() const
{
    return qobject_cast<BucketTableModel *>(m_filtered.sourceModel());
}

std::vector<int> BucketCopy::rowsToCopy()
{
    if (!source())
        return {};
    std::vector<int> rows = m_table.selectedRows();
    if (rows.size() > std::size_t(SlicedCopy::MostRows)) {
        Q_EMIT fileWanted();
        return {};
    }
    for (int &row : rows)
        row = m_filtered.sourceRows()[static_cast<std::size_t>(row)];
    // They are numbered anew when some before them go.
    connect(source(), &QAbstractItemModel::rowsAboutToBeRemoved, &m_job, &SlicedCopy::finishNow,
            Qt::UniqueConnection);
    return rows;
}

} // namespace ui
