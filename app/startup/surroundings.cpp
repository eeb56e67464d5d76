// SPDX-License-Identifier: Apache-2.0
#include "startup/surroundings.h"

namespace startup {

namespace {

bool isSavedProfile(const std::optional<QString> &named)
{
    return named && !accounts::isSameProfileName(*named, accounts::environmentProfileName());
}

} // namespace

tl::expected<Surroundings, QString> readSurroundings(const QProcessEnvironment &environment,
                                                     const std::optional<QString> &named)
{
    const auto proxies = net::readProxyVariables(environment);
    if (!proxies)
        return tl::unexpected(proxies.error());
    const auto reading = accounts::readEnvironment(environment);
    if (reading)
        return Surroundings{reading->account, *proxies, reading->addressProblem,
                            reading->notes + proxies->notes};
    if (!isSavedProfile(named))
        return tl::unexpected(reading.error());
    return Surroundings{std::nullopt, *proxies, {}, QStringList(reading.error()) + proxies->notes};
}

} // namespace startup
