// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "atlas/values/exportbucket.h"
#include "atlas/values/pagerequest.h"
#include "net/calls/client.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPointer>

namespace buckets {

/// Reads single buckets, whose answers tell more than lists do, and remembers the latest of them.
class BucketReader : public QObject
{
    Q_OBJECT

public:
    using Effort = net::Client::Effort;

    /// What Atlas answered for one bucket.
    struct Answer
    {
        atlas::ExportBucket bucket;
        /// As Atlas sent it.
        QByteArray body;
    };

    /// `client` must outlive this.
    BucketReader(net::Client &client, QObject *parent = nullptr);

    /// The answer, if it is remembered. Valid until this reads another one.
    const Answer *answer(atlas::BucketId bucket) const { return m_answers.object(bucket); }
    bool isReading(atlas::BucketId bucket) const { return m_underWay.contains(bucket); }
    /// How many are being read.
    int readingCount() const { return static_cast<int>(m_underWay.size()); }

    /// Reads a bucket. If that is under way, it goes on with the greater of both efforts.
    void read(atlas::ProjectId project, atlas::BucketId bucket, Effort effort = Effort::Usual)
    {
        const bool isWaitedFor = effort == Effort::Usual;
        read(project, bucket, effort, isWaitedFor ? net::Priority::Waited : net::Priority::Ahead);
    }
    /// As the other, with this priority unless it is under way.
    void read(atlas::ProjectId project, atlas::BucketId bucket, Effort effort,
              net::Priority priority);
    /// Whether the bucket is being read, and that waits for a rate limit or a retry.
    bool isWaiting(atlas::BucketId bucket) const
    {
        const QPointer<net::Call> call = m_underWay.value(bucket);
        return call && call->waiting();
    }
    /// Ends all reading.
    void stop();
    /// Ends the reading of one bucket.
    void stop(atlas::BucketId bucket);
    /// Ends all reading, and remembers nothing any more.
    void forget();

Q_SIGNALS:
    /// A bucket has arrived, and answer() has it.
    void arrived(atlas::BucketId bucket);
    /// A bucket could not be read.
    void failed(atlas::BucketId bucket, const atlas::ApiError &error);
    /// The reading of a bucket has begun, or was ended without a result.
    void readingChanged();
    /// isWaiting() has changed.
    void waitingChanged();

private:
    void receive(atlas::BucketId bucket, const atlas::Result<atlas::ExportBucket> &result,
                 const QByteArray &body);

    net::Client &m_client;
    QCache<atlas::BucketId, Answer> m_answers;
    QHash<atlas::BucketId, QPointer<net::Call>> m_underWay;
};

} // namespace buckets
