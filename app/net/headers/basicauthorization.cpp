// SPDX-License-Identifier: Apache-2.0
#include "net/headers/basicauthorization.h"

#include <QUrl>

namespace net {

QByteArray basicAuthorization(const accounts::Credential &account)
{
    // RFC 6749, 2.3.1: ID and secret are form-encoded before they are joined.
    QByteArray plain = account.secret.bytes().toByteArray();
    QByteArray encoded = plain.toPercentEncoding();
    QByteArray pair = QUrl::toPercentEncoding(account.identity) + ':' + encoded;
    QByteArray base64 = pair.toBase64();
    QByteArray header = "Basic " + base64;
    for (QByteArray *copy : {&plain, &encoded, &pair, &base64})
        accounts::wipe(*copy);
    return header;
}

} // namespace net
