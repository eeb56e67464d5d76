// SPDX-License-Identifier: Apache-2.0
#include "models/rowpass.h"

#include "buckets/rows/bucketstore.h"
#include "buckets/search/rowwork.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace std::chrono_literals;

namespace models {

namespace {

constexpr auto LeastInterval = 500ms;
/// A pass over very many rows comes so much less often that it takes a fifth of the time at most.
constexpr int RestAfterPass = 4;
/// Well below a frame: what else the event loop has to do comes on top.
constexpr qint64 SliceMilliseconds = 5;

} // namespace

RowPass::RowPass(buckets::RowWork &work, QObject *parent)
    : QObject(parent), m_work(work), m_interval(LeastInterval)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &RowPass::start);
    connect(&m_slices, &QTimer::timeout, this, &RowPass::doSlice);
}

void RowPass::setRows(QAbstractItemModel *rows)
{
    if (m_rows)
        disconnect(m_rows, nullptr, this, nullptr);
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    forgetRows();
    m_rows = rows;
    const auto *shown = qobject_cast<const BucketSortFilterModel *>(rows);
    m_source = qobject_cast<const BucketTableModel *>(shown ? shown->sourceModel() : rows);
    followRows();
    refresh();
}

void RowPass::followRows()
{
    if (!m_rows)
        return;
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &RowPass::noteChange);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &RowPass::noteChange);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &RowPass::noteChange);
    connect(m_rows, &QAbstractItemModel::modelAboutToBeReset, this, &RowPass::forgetRows);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &RowPass::noteChange);
    if (const auto *shown = qobject_cast<const BucketSortFilterModel *>(m_rows)) {
        connect(shown, &QAbstractProxyModel::sourceModelChanged, this, [this] { setRows(m_rows); });
    }
    // Rows that a filter hides are gone through, too: the snapshot may be from before.
    if (m_source) {
        connect(m_source, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
            m_slices.stop();
            noteChange();
        });
        if (m_source != m_rows)
            connect(m_source, &QAbstractItemModel::modelAboutToBeReset, this, &RowPass::forgetRows);
    }
}

void RowPass::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (active && m_isDirty) {
        noteChange();
    } else if (!active) {
        m_isDirty = !isUpToDate();
        m_wait.stop();
        m_slices.stop();
    }
}

void RowPass::refresh()
{
    m_slices.stop();
    m_isDirty = true;
    if (m_isActive)
        m_wait.start(0ms);
}

/// In the midst of a pass, too: the next follows then.
void RowPass::noteChange()
{
    m_isDirty = true;
    if (m_isActive && !m_wait.isActive() && !m_slices.isActive())
        m_wait.start(delay());
}

std::chrono::milliseconds RowPass::delay() const
{
    if (!m_sinceEnd.isValid())
        return 0ms;
    return std::max(m_interval - std::chrono::milliseconds(m_sinceEnd.elapsed()),
                    std::chrono::milliseconds(0));
}

void RowPass::forgetRows()
{
    m_slices.stop();
    m_isDirty = true;
    m_work.forgetRows();
}

void RowPass::start()
{
    m_isDirty = false;
    m_sinceBegin.start();
    if (!m_rows || !m_source) {
        m_work.end();
        return;
    }
    m_work.begin(m_source->store().rows(), m_source->use(), currentRows());
    m_slices.start(0ms);
}

void RowPass::doSlice()
{
    if (!m_rows || !m_source) {
        forgetRows();
        return;
    }
    QElapsedTimer slice;
    slice.start();
    bool isMore = true;
    while (isMore && slice.elapsed() < SliceMilliseconds)
        isMore = m_work.step();
    if (isMore)
        return;
    m_slices.stop();
    m_interval =
        std::max(LeastInterval, std::chrono::milliseconds(m_sinceBegin.elapsed()) * RestAfterPass);
    m_sinceEnd.start();
    m_work.end();
    if (m_isDirty)
        noteChange();
}

std::vector<int> RowPass::currentRows() const
{
    if (const auto *shown = qobject_cast<const BucketSortFilterModel *>(m_rows))
        return shown->sourceRows();
    std::vector<int> rows(static_cast<std::size_t>(m_source->rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace models
