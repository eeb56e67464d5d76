// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/requesttext.h"

#include "share/snippets/atlasclitext.h"
#include "share/snippets/curltext.h"
#include "share/snippets/gosdktext.h"

namespace share {

QString requestText(RequestFormat format, const BucketsCall &call)
{
    switch (format) {
    case RequestFormat::CurlApiKey:
        return curlTextForApiKey(call);
    case RequestFormat::CurlServiceAccount:
        return curlTextForServiceAccount(call);
    case RequestFormat::AtlasCli:
        return atlasCliText(call);
    case RequestFormat::GoSdk:
        return goSdkText(call);
    }
    Q_UNREACHABLE();
}

} // namespace share
