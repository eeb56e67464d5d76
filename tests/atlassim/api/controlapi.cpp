// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/controlapi.h"

#include "tests/atlassim/program/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace atlassim {

namespace {

HttpReply textReply(int status, const QByteArray &text)
{
    return {status, {{"Content-Type", "text/plain"}}, text + '\n'};
}

HttpReply done()
{
    return {204, {}, {}};
}

std::optional<QJsonObject> objectIn(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<Uncounted> uncountedNamed(const QString &name)
{
    if (name == QLatin1String("nextLink"))
        return Uncounted::NextLink;
    if (name == QLatin1String("selfLink"))
        return Uncounted::SelfLink;
    if (name == QLatin1String("zero"))
        return Uncounted::Zero;
    return std::nullopt;
}

template<typename T>
void setIfGiven(T &option, const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(QLatin1String(name));
    if (value.isDouble())
        option = T(value.toInt());
}

void setIfGiven(bool &option, const QJsonObject &json, const char *name)
{
    option = json.value(QLatin1String(name)).toBool(option);
}

} // namespace

ControlApi::ControlApi(Simulator &simulator) : m_simulator(simulator) { }

bool ControlApi::serves(const QString &path)
{
    return path.startsWith(QLatin1String("/_sim/"));
}

HttpReply ControlApi::answer(const HttpRequest &request)
{
    if (!request.fromLoopback)
        return textReply(403, "for loopback clients only");
    const QByteArray call = request.method + ' ' + request.path.toUtf8();
    if (call == "GET /_sim/requests")
        return listRequests();
    if (call == "GET /_sim/requests/count")
        return textReply(200, QByteArray::number(m_simulator.seenRequests().size()));
    if (call == "DELETE /_sim/requests")
        return forgetRequests();
    if (call == "POST /_sim/faults")
        return addFault(request.body);
    if (call == "DELETE /_sim/faults")
        return clearFaults();
    if (call == "POST /_sim/shifts")
        return addShift(request.body);
    if (call == "DELETE /_sim/shifts")
        return clearShifts();
    if (call == "POST /_sim/options")
        return setOptions(request.body);
    if (call == "POST /_sim/expire")
        return expire();
    return textReply(404, "no such switch");
}

HttpReply ControlApi::listRequests() const
{
    QJsonArray list;
    const auto requests = m_simulator.seenRequests();
    for (const auto &request : requests)
        list.append(request.toJson());
    return {200, {{"Content-Type", "application/json"}}, QJsonDocument(list).toJson()};
}

HttpReply ControlApi::forgetRequests()
{
    m_simulator.clearSeenRequests();
    return done();
}

HttpReply ControlApi::addFault(const QByteArray &body)
{
    const auto json = objectIn(body);
    const auto fault = json ? Fault::fromJson(*json) : std::nullopt;
    if (!fault)
        return textReply(400, "not a fault: pathPrefix, status or delivery is wrong");
    m_simulator.addFault(*fault);
    return done();
}

HttpReply ControlApi::clearFaults()
{
    m_simulator.clearFaults();
    return done();
}

HttpReply ControlApi::addShift(const QByteArray &body)
{
    const auto json = objectIn(body);
    const auto shift = json ? ListShift::fromJson(*json) : std::nullopt;
    if (!shift)
        return textReply(400, "not a shift: kind or everyPages is wrong");
    m_simulator.addShift(*shift);
    return done();
}

HttpReply ControlApi::clearShifts()
{
    m_simulator.clearShifts();
    return done();
}

HttpReply ControlApi::setOptions(const QByteArray &body)
{
    const auto json = objectIn(body);
    if (!json)
        return textReply(400, "not a JSON object");
    Options &options = m_simulator.options();
    setIfGiven(options.latency, *json, "latencyMs");
    setIfGiven(options.tokenLifetime, *json, "tokenLifetimeS");
    setIfGiven(options.liveTokenCap, *json, "liveTokenCap");
    setIfGiven(options.rateCapacity, *json, "rateCapacity");
    setIfGiven(options.rateRefill, *json, "rateRefill");
    setIfGiven(options.rateInterval, *json, "rateIntervalS");
    setIfGiven(options.nonceLifetime, *json, "nonceLifetimeS");
    setIfGiven(options.exportDuration, *json, "exportDurationS");
    setIfGiven(options.strictlyIncreasingNonceCount, *json, "strictlyIncreasingNonceCount");
    if (const auto way = uncountedNamed(json->value(QStringLiteral("uncounted")).toString()))
        options.uncounted = *way;
    return done();
}

HttpReply ControlApi::expire()
{
    m_simulator.expireTokens();
    m_simulator.expireNonces();
    return done();
}

} // namespace atlassim
