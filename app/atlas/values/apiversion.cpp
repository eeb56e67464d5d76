// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/apiversion.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

std::optional<ApiVersion> ApiVersion::fromString(QStringView text)
{
    static constexpr QStringView shape = u"dddd-dd-dd";
    const bool rightShape = text.size() == shape.size()
        && std::equal(text.begin(), text.end(), shape.begin(), [](QChar got, QChar wanted) {
                                return wanted == u'-' ? got == u'-' : got >= u'0' && got <= u'9';
                            });
    if (!rightShape)
        return std::nullopt;
    ApiVersion version;
    version.m_date = QDate(text.first(4).toInt(), text.sliced(5, 2).toInt(), text.last(2).toInt());
    return version.m_date.isValid() ? std::optional(version) : std::nullopt;
}

QString ApiVersion::toString() const
{
    return m_date.toString(Qt::ISODate);
}

QByteArray ApiVersion::acceptHeader() const
{
    return "application/vnd.atlas." + toString().toLatin1() + "+json";
}

} // namespace atlas
