// SPDX-License-Identifier: Apache-2.0
#include "share/requesttext.h"

#include "share/atlasclitext.h"
#include "share/curltext.h"
#include "share/gosdktext.h"

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
