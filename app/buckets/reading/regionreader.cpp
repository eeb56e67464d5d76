// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/regionreader.h"

#include "atlas/calls/requests.h"
#include "atlas/errors/httpstatus.h"
#include "buckets/reading/bucketreader.h"
#include "buckets/reading/stillness.h"
#include "buckets/rows/bucketstore.h"
#include "net/calls/client.h"

#include <utility>

namespace buckets {

RegionReader::RegionReader(net::Client &client, BucketReader &reader, QObject *parent)
    : QObject(parent), m_reader(reader), m_share(client)
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

void RegionReader::fillIn(BucketStore &store)
{
    m_stores.append(&store);
}

void RegionReader::setRowsInView(BucketStore &store, const QList<int> &rows)
{
    if (m_view && m_view->store != &store)
        m_view->store->setRegionsPending({});
    View view{&store, rows, {}};
    for (const int row : rows)
        view.buckets.append(row < store.rowCount() ? store.idAt(row) : atlas::BucketId());
    // What only changes its place need not be still once more: rows may come for minutes.
    const bool isSame = m_view && m_view->store == &store && m_view->buckets == view.buckets;
    m_view = view;
    if (isSame)
        return;
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
    const QList<Place> places = missing();
    for (const auto &[project, bucket] : places) {
        if (m_reader.isReading(bucket))
            continue;
        if (m_mine.size() >= CallsAtATime)
            return;
        const auto target = atlas::getExportBucket(project, bucket).target;
        if (const auto wait = m_share.take(target); wait > wait.zero()) {
            m_timer.start(wait);
            return;
        }
        m_mine.insert(bucket);
        m_reader.read(project, bucket, net::Client::Effort::Once);
    }
}

QList<RegionReader::Place> RegionReader::missing() const
{
    const BucketStore &store = *m_view->store;
    QList<Place> places;
    for (const int row : m_view->rows) {
        if (row >= store.rowCount())
            continue;
        const atlas::BucketId bucket = store.idAt(row);
        if (store.lacksRegion(row) && !m_unreadable.contains(bucket))
            places.append({store.projectAt(row), bucket});
    }
    return places;
}

void RegionReader::takeIn(atlas::BucketId bucket)
{
    m_mine.remove(bucket);
    const auto region = m_reader.answer(bucket)->bucket.text(atlas::BucketField::Region);
    if (!region)
        m_unreadable.insert(bucket);
    for (BucketStore *store : std::as_const(m_stores))
        store->setRegion(bucket, region);
    if (!m_timer.isActive())
        readSome();
}

void RegionReader::noteFailure(atlas::BucketId bucket, const atlas::ApiError &error)
{
    m_unreadable.insert(bucket);
    const bool wasMine = m_mine.remove(bucket);
    if (wasMine && error.status != atlas::httpstatus::NotFound)
        m_isBroken = true;
    showPending();
    if (!m_timer.isActive())
        readSome();
}

/// Shows which cells will be filled in.
void RegionReader::showPending()
{
    if (!m_view)
        return;
    QList<atlas::BucketId> pending;
    if (mayRead()) {
        const QList<Place> places = missing();
        for (const Place &place : places)
            pending.append(place.bucket);
    }
    m_view->store->setRegionsPending(pending);
}

} // namespace buckets
