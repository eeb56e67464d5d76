// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/calls/pagedecoding.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

QDateTime readMoment(JsonReader &reader)
{
    const auto moment = decoding::readTime(reader, u"created"_s);
    if (!moment)
        reader.failAsMissing(u"created"_s);
    return moment.value_or(QDateTime());
}

ProjectEvent readProjectEvent(JsonReader &reader, const QJsonObject &)
{
    ProjectEvent event;
    event.id = reader.requiredString(u"id"_s);
    event.type = reader.requiredString(u"eventTypeName"_s);
    event.created = readMoment(reader);
    event.actor = reader.string(u"username"_s);
    if (!event.actor)
        event.actor = reader.string(u"publicKey"_s);
    event.cluster = reader.string(u"clusterName"_s);
    return event;
}

} // namespace

Result<Page<ProjectEvent>> decodeProjectEvents(const QJsonObject &answer)
{
    return decoding::decodePage<ProjectEvent>(answer, readProjectEvent);
}

} // namespace atlas
