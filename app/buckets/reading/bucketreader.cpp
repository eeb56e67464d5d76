// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketreader.h"

#include "atlas/calls/requests.h"

#include <algorithm>
#include <utility>

namespace buckets {

namespace {

/// Bytes of answers that are remembered: some thousand usual ones.
constexpr int MostBytes = 8 * 1024 * 1024;
/// What an answer takes beside its body.
constexpr qsizetype BytesBesideBody = 1024;

} // namespace

BucketReader::BucketReader(net::Client &client, QObject *parent)
    : QObject(parent), m_client(client), m_answers(MostBytes)
{ }

void BucketReader::read(atlas::ProjectId project, atlas::BucketId bucket, Effort effort,
                        net::Priority priority)
{
    if (net::Call *call = m_underWay.value(bucket)) {
        if (effort == Effort::Usual)
            m_client.insistOn(*call);
        return;
    }
    const QPointer<net::Call> sent = m_client.sendForBody<atlas::ExportBucket>(
        atlas::getExportBucket(project, bucket), this,
        [this, bucket](const atlas::Result<atlas::ExportBucket> &result, const QByteArray &body) {
            receive(bucket, result, body);
        },
        effort, priority);
    connect(sent, &net::Call::waitingChanged, this, &BucketReader::waitingChanged);
    m_underWay[bucket] = sent;
    Q_EMIT readingChanged();
}

void BucketReader::stop()
{
    const auto calls = std::exchange(m_underWay, {});
    for (const QPointer<net::Call> &call : calls) {
        if (call)
            call->cancel();
    }
    Q_EMIT readingChanged();
}

void BucketReader::stop(atlas::BucketId bucket)
{
    if (const QPointer<net::Call> call = m_underWay.take(bucket))
        call->cancel();
    Q_EMIT readingChanged();
}

void BucketReader::forget()
{
    m_answers.clear();
    stop();
}

void BucketReader::receive(atlas::BucketId bucket, const atlas::Result<atlas::ExportBucket> &result,
                           const QByteArray &body)
{
    m_underWay.remove(bucket);
    if (!result) {
        Q_EMIT failed(bucket, result.error());
        return;
    }
    // QCache would not even take what costs more than all it may hold.
    const qsizetype cost = std::min<qsizetype>(body.size() + BytesBesideBody, MostBytes);
    m_answers.insert(bucket, new Answer{*result, body}, static_cast<int>(cost));
    Q_EMIT arrived(bucket);
}

} // namespace buckets
