// SPDX-License-Identifier: Apache-2.0
#include "accounts/profile.h"

namespace accounts {

ProfileColor Profile::color() const
{
    return chosenColor.value_or(profileColorByName(name));
}

bool isSameProfileName(const QString &left, const QString &right)
{
    return left.simplified().toCaseFolded() == right.simplified().toCaseFolded();
}

} // namespace accounts
