// SPDX-License-Identifier: Apache-2.0
#include "startup/profilechoice.h"

#include "accounts/profiles/environmentprofile.h"

#include <QCoreApplication>

namespace startup {

namespace {

struct ProfileChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(startup::ProfileChoice)
};

QString whyNotKnown(const QString &name, const KnownProfiles &known)
{
    for (const accounts::BadProfile &bad : known.bad) {
        if (accounts::isSameProfileName(bad.name, name))
            return ProfileChoiceText::tr("--profile: the profile \"%1\" cannot be used: %2")
                .arg(bad.name, bad.reason);
    }
    if (known.fileProblem)
        return ProfileChoiceText::tr("--profile: the profile \"%1\" could not be loaded. %2")
            .arg(name, *known.fileProblem);
    return ProfileChoiceText::tr("--profile: no profile is named \"%1\".").arg(name);
}

} // namespace

tl::expected<std::optional<accounts::Profile>, QString> profileToOpen(
    const std::optional<QString> &named, const KnownProfiles &known)
{
    if (!named)
        return known.first;
    QList<accounts::Profile> fitting = known.profiles;
    fitting.removeIf([&named](const accounts::Profile &profile) {
        return !accounts::isSameProfileName(profile.name, *named);
    });
    if (fitting.size() == 1)
        return fitting.constFirst();
    if (!fitting.isEmpty())
        return tl::unexpected(
            ProfileChoiceText::tr("--profile: more than one profile is named \"%1\". Rename one in "
                                  "Settings.")
                .arg(*named));
    if (accounts::isSameProfileName(*named, accounts::environmentProfileName()))
        return tl::unexpected(
            ProfileChoiceText::tr("--profile: there are no credentials in the environment."));
    return tl::unexpected(whyNotKnown(*named, known));
}

std::optional<QString> addressProblem(const std::optional<accounts::BaseUrl> &baseUrl,
                                      const std::optional<accounts::Profile> &profile)
{
    if (!baseUrl || !profile || profile->fromEnvironment || *baseUrl == profile->baseUrl)
        return std::nullopt;
    return ProfileChoiceText::tr("--base-url: the profile \"%1\" can be used only with %2. Add a "
                                 "profile for %3, or use credentials from the environment.")
        .arg(profile->name, profile->baseUrl.toString(), baseUrl->toString());
}

} // namespace startup
