// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/atlasapi.h"

#include "tests/atlassim/api/endpoints.h"

namespace atlassim {

namespace {

QString root()
{
    return QStringLiteral("/api/atlas/v2");
}

HttpReply methodNotAllowed(const HttpRequest &request)
{
    HttpReply reply =
        errorReply(request,
                   {405, QStringLiteral("METHOD_NOT_ALLOWED"),
                    QStringLiteral("The method is not allowed for %1.").arg(request.path)});
    reply.headers.emplaceBack("Allow", "GET");
    return reply;
}

AtlasError invalidVersionDate()
{
    return {406, QStringLiteral("INVALID_VERSION_DATE"),
            QStringLiteral("Invalid accepted version date. The Accept header must name a version "
                           "of this resource, as application/vnd.atlas.YYYY-MM-DD+json.")};
}

/// Whose tokens the call takes.
QString tokenOwner(const Router::Match &match, const Caller &caller)
{
    return match.endpoint.rateScope == RateScope::PerUser
        ? caller.name
        : match.parameters.value(QStringLiteral("groupId"));
}

AtlasError rateLimited(const HttpRequest &request, const RateLimiter::Outcome &outcome)
{
    AtlasError error{429, QStringLiteral("RATE_LIMITED_TOKEN_BUCKET")};
    error.detail = QStringLiteral("Too many requests for %1. Try again in %2 seconds.")
                       .arg(request.path)
                       .arg(outcome.wait.count());
    error.parameters = {request.path, qint64(outcome.wait.count()), outcome.limit, outcome.refill,
                        qint64(outcome.interval.count())};
    return error;
}

HttpReply limitedReply(const HttpRequest &request, const RateLimiter::Outcome &outcome)
{
    HttpReply reply = errorReply(request, rateLimited(request, outcome));
    reply.headers.emplaceBack("Retry-After", QByteArray::number(qint64(outcome.wait.count())));
    return reply;
}

} // namespace

AtlasApi::AtlasApi(const World &world, const Options &options, RateLimiter &limiter)
    : m_world(world), m_options(options), m_limiter(limiter), m_router(atlasEndpoints())
{ }

bool AtlasApi::serves(const QString &path)
{
    return path.startsWith(QString(root() + QLatin1Char('/')));
}

HttpReply AtlasApi::answer(const HttpRequest &request, const Caller &caller)
{
    const auto match = m_router.match(request.path.sliced(root().size()));
    if (!match)
        return errorReply(request, resourceNotFound(request.path));
    if (request.method != "GET")
        return methodNotAllowed(request);
    if (match->endpoint.rateScope == RateScope::Unlimited)
        return answerMatched(request, caller, *match);
    return answerLimited(request, caller, *match);
}

HttpReply AtlasApi::answerLimited(const HttpRequest &request, const Caller &caller,
                                  const Router::Match &match)
{
    const auto outcome = m_limiter.take(match.endpoint.rateSet, tokenOwner(match, caller));
    HttpReply reply =
        outcome.allowed ? answerMatched(request, caller, match) : limitedReply(request, outcome);
    reply.headers.emplaceBack("RateLimit-Limit", QByteArray::number(outcome.limit));
    reply.headers.emplaceBack("RateLimit-Remaining", QByteArray::number(outcome.remaining));
    return reply;
}

HttpReply AtlasApi::answerMatched(const HttpRequest &request, const Caller &caller,
                                  const Router::Match &match)
{
    const auto version = negotiate(request.header("Accept"), match.endpoint.versions);
    if (!version)
        return errorReply(request, invalidVersionDate());
    const Call call{m_world, caller, match.parameters, version->date, request};
    const Result result = match.endpoint.handler(call);
    if (!result)
        return errorReply(request, result.error());
    return contentReply(request, *result, *version);
}

HttpReply AtlasApi::contentReply(const HttpRequest &request, const Content &content,
                                 const ResourceVersion &version)
{
    const HeaderList headers = versionHeaders(version);
    if (const auto *object = std::get_if<QJsonObject>(&content))
        return objectReply(request, *object, headers);
    auto page = PageRequest::read(request);
    if (!page)
        return errorReply(request, page.error());
    const auto &listing = std::get<Listing>(content);
    page->uncounted = listing.uncounted.value_or(m_options.uncounted);
    return {200, headers, m_pages.body(request, version.date, *page, listing)};
}

AtlasError resourceNotFound(const QString &path)
{
    return {404,
            QStringLiteral("RESOURCE_NOT_FOUND"),
            QStringLiteral("Cannot find resource %1.").arg(path),
            {path}};
}

} // namespace atlassim
