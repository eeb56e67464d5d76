// SPDX-License-Identifier: Apache-2.0
#include "atlas/cloudprovider.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

CloudProvider CloudProvider::fromApi(const QString &text)
{
    CloudProvider provider;
    provider.m_apiText = text;
    if (text == "AWS"_L1)
        provider.m_kind = Kind::Aws;
    else if (text == "AZURE"_L1)
        provider.m_kind = Kind::Azure;
    else if (text == "GCP"_L1)
        provider.m_kind = Kind::Gcp;
    return provider;
}

QString CloudProvider::displayName() const
{
    switch (m_kind) {
    case Kind::Aws:
        return u"AWS"_s;
    case Kind::Azure:
        return u"Azure"_s;
    case Kind::Gcp:
        return u"Google Cloud"_s;
    case Kind::Unknown:
        break;
    }
    return m_apiText;
}

} // namespace atlas
