// SPDX-License-Identifier: Apache-2.0
// Projects as they lie in the file of earlier readings. The first byte tells what the rest is: such
// bytes, or a text of Atlas's that is kept.
#include "fuzzing.h"
#include "insight/history/readingbytes.h"

using fuzzing::require;
using insight::KeptProject;

namespace {

/// What was read is written, and read again.
void checkRead(const KeptProject &project)
{
    const QByteArray written = insight::bytesOf(project);
    const auto again = insight::projectIn(written);
    require(again.has_value(), "what is written is read");
    require(again->id == project.id && again->name == project.name, "the same project");
    require(again->buckets.size() == project.buckets.size()
                && again->schedules.size() == project.schedules.size()
                && again->unreadClusters.size() == project.unreadClusters.size()
                && again->roles.size() == project.roles.size(),
            "nothing is lost");
    require(insight::bytesOf(*again).size() == written.size(), "nothing is altered");
}

/// A project that has the text wherever it can have one.
void checkKept(const QString &text)
{
    KeptProject project;
    project.name = text;
    atlas::ExportBucket bucket;
    bucket.text(atlas::BucketField::Name) = text;
    bucket.text(atlas::BucketField::RoleId) = text;
    project.buckets = {bucket};
    project.roles = {{text, text, true}};
    if (const auto cluster = atlas::ClusterName::fromString(text)) {
        project.schedules = {{*cluster, true, bucket.id, text}};
        project.unreadClusters = {*cluster};
    }
    require(insight::projectIn(insight::bytesOf(project)) == project, "it is kept as it is");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    if (input.choice(2) == 1) {
        checkKept(QString::fromUtf8(input.view()));
        return 0;
    }
    if (const auto project = insight::projectIn(input.bytes()))
        checkRead(*project);
    return 0;
}
