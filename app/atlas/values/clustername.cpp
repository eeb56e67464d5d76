// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/clustername.h"

#include <algorithm>

namespace atlas {

namespace {

bool isAsciiLetterOrDigit(QChar character)
{
    const ushort code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
        || (code >= u'0' && code <= u'9');
}

} // namespace

std::optional<ClusterName> ClusterName::fromString(const QString &text)
{
    if (text.isEmpty() || !isAsciiLetterOrDigit(text.front()))
        return std::nullopt;
    const bool isName = std::all_of(text.begin(), text.end(), [](QChar character) {
        return character == u'-' || isAsciiLetterOrDigit(character);
    });
    return isName ? std::optional(ClusterName(text)) : std::nullopt;
}

} // namespace atlas
