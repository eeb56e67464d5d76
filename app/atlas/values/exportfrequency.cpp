// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/exportfrequency.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

ExportFrequency ExportFrequency::fromApi(const QString &text)
{
    ExportFrequency frequency;
    frequency.m_apiText = text;
    if (text == "daily"_L1)
        frequency.m_kind = Kind::Daily;
    else if (text == "weekly"_L1)
        frequency.m_kind = Kind::Weekly;
    else if (text == "monthly"_L1)
        frequency.m_kind = Kind::Monthly;
    else if (text == "yearly"_L1)
        frequency.m_kind = Kind::Yearly;
    return frequency;
}

} // namespace atlas
