// SPDX-License-Identifier: Apache-2.0
// What people type, or a file says, as base URL, ID or API version. The first byte chooses.
#include "accounts/profiles/baseurl.h"
#include "accounts/secrets/profileid.h"
#include "atlas/values/apiversion.h"
#include "atlas/values/objectid.h"
#include "fuzzing.h"

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;

namespace {

void readBaseUrl(const QString &text)
{
    const auto parsed = accounts::BaseUrl::parse(text);
    if (!parsed) {
        require(!parsed.error().isEmpty(), "a reason");
        return;
    }
    const QUrl url = parsed->url();
    const QString host = parsed->host();
    require(url.isValid() && !host.isEmpty(), "a host");
    require(url.userInfo().isEmpty() && url.path().isEmpty(), "an origin, nothing else");
    require(!url.hasQuery() && !url.hasFragment(), "no query and no fragment");
    require(url.port() != 0, "a port that can be called");
    const bool isHere = host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
    require(url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere),
            "http for this computer alone");
    const auto again = accounts::BaseUrl::parse(parsed->toString());
    require(again && *again == *parsed, "an address is read as it is written");
}

template<class T>
void readAsWritten(const std::optional<T> &read, auto write, auto parse)
{
    require(!read || parse(write(*read)) == read, "a text is read as it is written");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    using accounts::ProfileId;
    using atlas::ApiVersion;
    using atlas::ObjectId;
    const fuzzing::Input input(data, size);
    const QString text = QString::fromUtf8(input.view());
    switch (input.choice(10)) {
    case 0:
        readAsWritten(ObjectId::fromHex(text), std::mem_fn(&ObjectId::toHex),
                      [](const QString &hex) { return ObjectId::fromHex(hex); });
        require(ObjectId::fromHex(QByteArrayView(input.view())) == ObjectId::fromHex(text),
                "an ID is the same in either spelling");
        break;
    case 1:
        readAsWritten(ProfileId::fromString(text), std::mem_fn(&ProfileId::toString),
                      ProfileId::fromString);
        break;
    case 2:
        readAsWritten(ApiVersion::fromString(text), std::mem_fn(&ApiVersion::toString),
                      ApiVersion::fromString);
        break;
    default:
        readBaseUrl(text);
    }
    return 0;
}
