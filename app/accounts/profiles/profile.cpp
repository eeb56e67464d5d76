// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profile.h"

#include "base/texts/foldedtext.h"

namespace accounts {

ProfileColor Profile::color() const
{
    return chosenColor.value_or(profileColorByName(name));
}

bool isSameProfileName(const QString &left, const QString &right)
{
    return base::foldedText(left).simplified() == base::foldedText(right).simplified();
}

bool isSameAccount(const Profile &left, const Profile &right)
{
    return left.id == right.id && left.authentication == right.authentication
        && left.identity == right.identity && left.baseUrl == right.baseUrl
        && left.caFile == right.caFile && left.fromEnvironment == right.fromEnvironment;
}

} // namespace accounts
