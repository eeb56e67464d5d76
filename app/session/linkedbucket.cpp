// SPDX-License-Identifier: Apache-2.0
#include "session/linkedbucket.h"

#include "buckets/reading/bucketreader.h"
#include "buckets/usage/bucketinspector.h"

#include <utility>

using buckets::BucketInspector;
using buckets::BucketReader;
using namespace Qt::Literals::StringLiterals;

LinkedBucket::LinkedBucket(BucketReader &reader, BucketInspector &inspector, QObject *parent)
    : QObject(parent), m_reader(reader), m_inspector(inspector)
{
    connect(&m_reader, &BucketReader::arrived, this, [this](atlas::BucketId bucket) {
        if (m_state == State::Reading && bucket == m_bucket)
            inspect();
    });
    connect(&m_reader, &BucketReader::failed, this, &LinkedBucket::fail);
    connect(&m_inspector, &BucketInspector::bucketChanged, this, &LinkedBucket::noteInspected);
}

bool LinkedBucket::isMissing() const
{
    return m_error.errorCode == "EXPORT_BUCKET_NOT_FOUND"_L1;
}

void LinkedBucket::open(atlas::ProjectId project, atlas::BucketId bucket)
{
    m_project = project;
    m_bucket = bucket;
    setState(State::Reading);
    if (m_reader.answer(bucket))
        inspect();
    else
        m_reader.read(project, bucket);
}

void LinkedBucket::retry()
{
    if (m_state == State::Failed)
        open(atlas::ProjectId(*m_project), atlas::BucketId(*m_bucket));
}

void LinkedBucket::stop()
{
    if (m_state == State::Reading)
        forget();
}

void LinkedBucket::forget()
{
    const auto bucket = std::exchange(m_bucket, std::nullopt);
    const bool wasShown = m_state == State::Shown;
    setState(State::None);
    if (wasShown && m_inspector.bucket() && m_inspector.bucket()->id == *bucket)
        m_inspector.clear();
}

void LinkedBucket::inspect()
{
    const atlas::ExportBucket bucket = m_reader.answer(*m_bucket)->bucket;
    setState(State::Shown);
    m_inspector.setBucket(*m_project, bucket);
}

/// What the user selects takes its place.
void LinkedBucket::noteInspected()
{
    if (m_state != State::None && m_inspector.bucket() && m_inspector.bucket()->id != m_bucket)
        forget();
}

void LinkedBucket::fail(atlas::BucketId bucket, const atlas::ApiError &error)
{
    if (m_state != State::Reading || bucket != m_bucket)
        return;
    m_error = error;
    setState(State::Failed);
    Q_EMIT failed(error);
}

void LinkedBucket::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT changed();
}
