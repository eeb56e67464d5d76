// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/objectid.h"

#include <QObject>

#include <optional>

namespace buckets {
class BucketInspector;
class BucketReader;
} // namespace buckets

/// A bucket that was asked for by its ID and is not on the page on screen: it is read by itself,
/// and inspected as long as the user selects no other. Lives in the window's thread.
class LinkedBucket : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Reading, Shown, Failed };

    /// Both must outlive this.
    LinkedBucket(buckets::BucketReader &reader, buckets::BucketInspector &inspector,
                 QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Which bucket; nothing in State::None.
    std::optional<atlas::BucketId> bucket() const { return m_bucket; }
    /// Why it could not be read; meaningful in State::Failed.
    const atlas::ApiError &error() const { return m_error; }
    /// Whether Atlas says that the project has no such bucket; meaningful in State::Failed.
    bool isMissing() const;

    /// Reads a bucket, then has it inspected.
    void open(atlas::ProjectId project, atlas::BucketId bucket);
    /// After a failure: reads it once more.
    void retry();
    /// Ends the reading.
    void stop();
    /// No bucket is linked any more; if it was inspected, none is.
    void forget();

Q_SIGNALS:
    /// state() has changed.
    void changed();
    /// The bucket could not be read.
    void failed(const atlas::ApiError &error);

private:
    void inspect();
    void noteInspected();
    void fail(atlas::BucketId bucket, const atlas::ApiError &error);
    void setState(State state);

    buckets::BucketReader &m_reader;
    buckets::BucketInspector &m_inspector;
    State m_state = State::None;
    std::optional<atlas::ProjectId> m_project;
    std::optional<atlas::BucketId> m_bucket;
    atlas::ApiError m_error;
};
