// SPDX-License-Identifier: Apache-2.0
#include "ui/program/surroundings.h"

namespace ui {

namespace {

bool namesSavedProfile(const CommandLine &line)
{
    return line.profile
        && !accounts::isSameProfileName(*line.profile, accounts::environmentProfileName());
}

} // namespace

tl::expected<Surroundings, QString> readSurroundings(const QProcessEnvironment &environment,
                                                     const CommandLine &line)
{
    const auto proxies = net::readProxyVariables(environment);
    if (!proxies)
        return tl::unexpected(proxies.error());
    const auto reading = accounts::readEnvironment(environment);
    if (reading)
        return Surroundings{reading->account, *proxies, reading->notes + proxies->notes};
    if (!namesSavedProfile(line))
        return tl::unexpected(reading.error());
    return Surroundings{std::nullopt, *proxies, QStringList(reading.error()) + proxies->notes};
}

} // namespace ui
