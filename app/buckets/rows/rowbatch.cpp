// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/rowbatch.h"

#include "buckets/rows/bucketstore.h"

#include <chrono>
#include <utility>

namespace buckets {

namespace {

constexpr std::chrono::milliseconds BatchInterval{100};

} // namespace

RowBatch::RowBatch(BucketStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RowBatch::flush);
}

void RowBatch::add(const QList<BucketRow> &rows)
{
    m_waiting.append(rows);
    schedule();
}

void RowBatch::schedule()
{
    const bool isFirst = !m_sinceFlush.isValid() || m_sinceFlush.hasExpired(BatchInterval.count());
    if (isFirst)
        flush();
    else if (!m_timer.isActive())
        m_timer.start(BatchInterval);
}

void RowBatch::flush()
{
    m_timer.stop();
    m_sinceFlush.start();
    m_store.addRows(std::exchange(m_waiting, {}));
    Q_EMIT flushed();
}

void RowBatch::clear()
{
    m_timer.stop();
    m_sinceFlush.invalidate();
    m_waiting.clear();
}

} // namespace buckets
