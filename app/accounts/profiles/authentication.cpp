// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/authentication.h"

using namespace Qt::Literals::StringLiterals;

namespace accounts {

QString toStoredText(Authentication authentication)
{
    switch (authentication) {
    case Authentication::ServiceAccount:
        return u"service-account"_s;
    case Authentication::ApiKey:
        return u"api-key"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Authentication> authenticationFromStoredText(const QString &text)
{
    for (const auto known : {Authentication::ServiceAccount, Authentication::ApiKey}) {
        if (text == toStoredText(known))
            return known;
    }
    return std::nullopt;
}

} // namespace accounts
