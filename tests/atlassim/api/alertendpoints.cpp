// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/alertendpoints.h"

#include "tests/atlassim/api/accessrules.h"
#include "tests/atlassim/api/alertjson.h"
#include "tests/atlassim/world/eventmaker.h"

#include <QUrl>

#include <utility>

namespace atlassim {

namespace {

Result listAlertConfigurations(const Call &call)
{
    return accessibleProject(call).map([](const Project *project) {
        return Content(Listing{project->alertConfigurations.size(), [project](qsizetype i) {
                                   return alertConfigurationJson(project->alertConfigurations[i],
                                                                 *project);
                               }});
    });
}

AtlasError badParameter(const char *code, const char *name, const QString &value)
{
    return {400,
            QString::fromLatin1(code),
            QStringLiteral("Invalid value %1 of query parameter %2.")
                .arg(value, QString::fromLatin1(name)),
            {value}};
}

/// Which of a project's events are asked for.
struct EventFilter
{
    /// All, if none is named.
    QStringList types{};
    QDateTime from{};
    QDateTime to{};

    bool takes(const Event &event) const
    {
        return (types.isEmpty() || types.contains(event.eventTypeName))
            && (!from.isValid() || event.created >= from) && (!to.isValid() || event.created <= to);
    }
};

QString queryText(const Call &call, const char *name)
{
    return call.request.query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

/// A time that is not given is not valid.
tl::expected<QDateTime, AtlasError> readTime(const Call &call, const char *name)
{
    const QString text = queryText(call, name);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !time.isValid())
        return tl::unexpected(badParameter("INVALID_DATE_FORMAT", name, text));
    return time;
}

tl::expected<QStringList, AtlasError> readTypes(const Call &call)
{
    const QStringList types =
        call.request.query.allQueryItemValues(QStringLiteral("eventType"), QUrl::FullyDecoded);
    const QStringList known = knownEventTypes();
    for (const QString &type : types) {
        if (!known.contains(type))
            return tl::unexpected(badParameter("INVALID_ENUM_VALUE", "eventType", type));
    }
    return types;
}

tl::expected<EventFilter, AtlasError> readFilter(const Call &call)
{
    const auto types = readTypes(call);
    if (!types)
        return tl::unexpected(types.error());
    const auto from = readTime(call, "minDate");
    if (!from)
        return tl::unexpected(from.error());
    const auto to = readTime(call, "maxDate");
    if (!to)
        return tl::unexpected(to.error());
    if (from->isValid() && to->isValid() && *from > *to)
        return tl::unexpected(
            badParameter("INVALID_DATE_RANGE", "minDate", queryText(call, "minDate")));
    return EventFilter{*types, *from, *to};
}

Content listed(const Project &project, const EventFilter &filter)
{
    QList<Event> events = eventsOf(project);
    events.removeIf([&filter](const Event &event) { return !filter.takes(event); });
    const qsizetype count = events.size();
    Listing listing{count, [events = std::move(events), id = project.id](qsizetype i) {
                        return eventJson(events[i], id);
                    }};
    listing.uncounted = Uncounted::Zero;
    return listing;
}

Result listEvents(const Call &call)
{
    return accessibleProject(call).and_then([&call](const Project *project) {
        return readFilter(call).map(
            [project](const EventFilter &filter) { return listed(*project, filter); });
    });
}

} // namespace

QList<Endpoint> alertEndpoints()
{
    const ResourceVersion first{{2023, 1, 1}};
    return {
        {QStringLiteral("/groups/{groupId}/alertConfigs"),
         {first},
         RateScope::PerProject,
         ratesets::alertConfigurations(),
         listAlertConfigurations},
        {QStringLiteral("/groups/{groupId}/events"),
         {first},
         RateScope::PerProject,
         ratesets::events(),
         listEvents},
    };
}

} // namespace atlassim
