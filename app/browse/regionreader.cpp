// SPDX-License-Identifier: Apache-2.0
#include "browse/regionreader.h"

#include "atlas/requests.h"
#include "browse/bucketreader.h"
#include "browse/buckettablemodel.h"
#include "browse/stillness.h"
#include "net/client.h"

namespace browse {

RegionReader::RegionReader(net::Client &client, BucketReader &reader, BucketTableModel &model,
                           QObject *parent)
    : QObject(parent), m_reader(reader), m_model(model), m_share(client)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RegionReader::readSome);
    connect(&m_reader, &BucketReader::arrived, this, &RegionReader::takeIn);
    connect(&m_reader, &BucketReader::failed, this, &RegionReader::noteFailure);
}

void RegionReader::setEnabled(bool enabled)
{
    m_enabled = enabled;
    showPending();
    m_timer.start(Stillness);
}

void RegionReader::setRowsInView(atlas::ProjectId project, const QList<int> &rows)
{
    m_view = View{project, rows};
    m_isStopped = false;
    showPending();
    m_timer.start(Stillness);
}

void RegionReader::tryAgain()
{
    m_unreadable.clear();
    m_isBroken = false;
    m_isStopped = false;
    showPending();
    m_timer.start(Stillness);
}

void RegionReader::stop()
{
    m_isStopped = true;
    m_timer.stop();
    showPending();
}

void RegionReader::readSome()
{
    if (!mayRead())
        return;
    m_mine.removeIf([this](atlas::BucketId bucket) { return !m_reader.isReading(bucket); });
    for (const atlas::BucketId bucket : missing()) {
        if (m_reader.isReading(bucket))
            continue;
        if (m_mine.size() >= CallsAtATime)
            return;
        const auto target = atlas::getExportBucket(m_view->project, bucket, {}).target;
        if (const auto wait = m_share.take(target); wait > wait.zero()) {
            m_timer.start(wait);
            return;
        }
        m_mine.insert(bucket);
        m_reader.read(m_view->project, bucket, net::Client::Effort::Once);
    }
}

QList<atlas::BucketId> RegionReader::missing() const
{
    QList<atlas::BucketId> buckets;
    for (const int row : m_view->rows) {
        if (row >= m_model.rowCount())
            continue;
        const atlas::BucketId bucket = m_model.idAt(row);
        if (m_model.lacksRegion(row) && !m_unreadable.contains(bucket))
            buckets.append(bucket);
    }
    return buckets;
}

void RegionReader::takeIn(atlas::BucketId bucket)
{
    m_mine.remove(bucket);
    const auto region = m_reader.answer(bucket)->bucket.region;
    if (!region)
        m_unreadable.insert(bucket);
    m_model.setRegion(bucket, region);
    if (!m_timer.isActive())
        readSome();
}

void RegionReader::noteFailure(atlas::BucketId bucket, const atlas::ApiError &error)
{
    m_unreadable.insert(bucket);
    const bool wasMine = m_mine.remove(bucket);
    constexpr int NotFound = 404;
    if (wasMine && error.status != NotFound)
        m_isBroken = true;
    showPending();
    if (!m_timer.isActive())
        readSome();
}

/// Shows which cells will be filled in.
void RegionReader::showPending()
{
    m_model.setRegionsPending(mayRead() ? missing() : QList<atlas::BucketId>());
}

} // namespace browse
