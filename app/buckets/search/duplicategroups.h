// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"
#include "buckets/rows/chunkedlist.h"
#include "buckets/rows/textpool.h"

#include <vector>

namespace buckets {

/// One of the registrations of a bucket.
struct DuplicateRegistration
{
    enum class Use : quint8 { Unknown, Unused, Used };

    atlas::BucketId id;
    Use use = Use::Unknown;
};

/// A bucket that is registered more than once: one name at one provider, reached by one role; of
/// Azure, in one storage account.
struct DuplicateGroup
{
    /// Whether it is registered more than once in a project.
    bool isDuplicate() const { return count > projects; }
    /// Whether it is registered in more than one project.
    bool isShared() const { return projects > 1; }

    TextPool::Index name = TextPool::None;
    TextPool::Index provider = TextPool::None;
    TextPool::Index roleId = TextPool::None;
    /// Of Azure, where it is, as AzurePlaces numbers it.
    quint32 place = 0;
    /// Of Azure, the service URL of the first registration, and whether all have it.
    TextPool::Index serviceUrl = TextPool::None;
    bool hasOneServiceUrl = true;
    /// How many are known not to be used, and of how many it is not known.
    quint32 unused = 0;
    quint32 unknown = 0;
    quint32 projects = 0;
    quint32 count = 0;
    /// `count` of them, in the order of the rows.
    const DuplicateRegistration *registrations = nullptr;
};

/// The buckets that are registered more than once, in order.
struct DuplicateGroups
{
    ChunkedList<DuplicateGroup> groups;
    /// What the groups point to.
    std::vector<DuplicateRegistration> registrations;
};

} // namespace buckets
