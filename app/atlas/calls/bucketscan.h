// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/values/exportbucket.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// An export bucket as it stands in an answer: the fields of ExportBucket, texts as valid UTF-8.
struct ScannedBucket : ToldValues<std::optional<QByteArrayView>>
{
    BucketId id;
    QJsonObject unknownFields;
};

/// A page of export buckets whose texts stay where they were read: for who keeps them in a form of
/// his own, or not at all. What it accepts, decodeExportBuckets() accepts, too, and both find the
/// same in it. What is in an envelope, what says of itself that it is an error, and all that is in
/// any way odd it leaves to that function, which also finds the words for what is wrong.
class BucketScan
{
public:
    /// Nothing if `body`, the body of an answer with status 200, is to be decoded.
    static std::optional<BucketScan> of(const QByteArray &body);

    BucketScan(BucketScan &&other) noexcept;
    BucketScan &operator=(BucketScan &&other) noexcept;
    ~BucketScan();
    Q_DISABLE_COPY(BucketScan)

    const PageFrame &frame() const { return m_frame; }
    /// Their texts are valid as long as this.
    const std::vector<ScannedBucket> &buckets() const { return m_buckets; }

    /// With texts of its own.
    Page<ExportBucket> toPage() const;

private:
    struct Texts;

    BucketScan();

    std::unique_ptr<Texts> m_texts;
    PageFrame m_frame;
    std::vector<ScannedBucket> m_buckets;
};

} // namespace atlas
