// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/jsonreader.h"
#include "atlas/values/objectid.h"

#include <QDateTime>

namespace atlas::decoding {

/// What an ID has to be, in words.
Wording expectedId();

/// An ID that has to be there.
template<class Id>
Id readId(JsonReader &reader, const QString &key)
{
    const auto id = Id::fromHex(reader.requiredString(key));
    if (!id)
        reader.fail(key, expectedId());
    return id.value_or(Id());
}

/// An ID that may be absent or an empty text; anything else has to be one.
template<class Id>
std::optional<Id> readOptionalId(JsonReader &reader, const QString &key)
{
    const auto text = reader.string(key);
    const auto id = text ? Id::fromHex(*text) : std::nullopt;
    if (text && !text->isEmpty() && !id)
        reader.fail(key, expectedId());
    return id;
}

/// A time in UTC. A text that is no time counts as absent.
std::optional<QDateTime> readTime(JsonReader &reader, const QString &key);

} // namespace atlas::decoding
