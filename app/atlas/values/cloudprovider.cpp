// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/cloudprovider.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

struct KnownProvider
{
    CloudProvider::Kind kind = CloudProvider::Kind::Unknown;
    QLatin1StringView apiText;
};

constexpr std::array KnownProviders{
    KnownProvider{CloudProvider::Kind::Aws, "AWS"_L1},
    KnownProvider{CloudProvider::Kind::Azure, "AZURE"_L1},
    KnownProvider{CloudProvider::Kind::Gcp, "GCP"_L1},
};

template<class Text, class KnownText>
CloudProvider::Kind kindFor(const Text &text)
{
    for (const KnownProvider &known : KnownProviders) {
        if (text == KnownText(known.apiText))
            return known.kind;
    }
    return CloudProvider::Kind::Unknown;
}

} // namespace

CloudProvider CloudProvider::fromApi(const QString &text)
{
    CloudProvider provider;
    provider.m_apiText = text;
    provider.m_kind = kindFor<QString, QLatin1StringView>(text);
    return provider;
}

CloudProvider::Kind CloudProvider::kindOf(QByteArrayView apiText)
{
    return kindFor<QByteArrayView, QByteArrayView>(apiText);
}

std::array<CloudProvider, 3> CloudProvider::known()
{
    std::array<CloudProvider, KnownProviders.size()> providers;
    for (std::size_t i = 0; i < providers.size(); ++i)
        providers[i] = fromApi(KnownProviders[i].apiText);
    return providers;
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
