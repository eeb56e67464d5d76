// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/curltext.h"

#include "atlas/calls/requests.h"
#include "share/snippets/shellquote.h"

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

atlas::RequestTarget targetOf(const BucketsCall &call)
{
    const atlas::BucketId *single = call.single();
    return atlas::withOptions(single ? atlas::getExportBucket(call.project, *single).target
                                     : atlas::listExportBuckets(call.project, *call.page()).target,
                              call.options);
}

/// The credential comes through a pipe: arguments can be read by everybody on the computer. To the
/// shell, printf is no program of its own.
QString curlText(const QString &credential, const QString &signIn, const BucketsCall &call)
{
    const atlas::RequestTarget target = targetOf(call);
    const QString accept = "Accept: "_L1 + QString::fromLatin1(target.version.acceptHeader());
    QStringList parts{credential + " |"_L1, "curl "_L1 + signIn,
                      "--header "_L1 + shellQuoted(accept)};
    if (!call.caFile.isEmpty())
        parts.append("--cacert "_L1 + shellQuoted(call.caFile));
    parts.append(u"--get"_s);
    const auto items = target.query.queryItems();
    for (const auto &[key, value] : items)
        parts.append("--data "_L1 + shellQuoted(key + u'=' + value));
    parts.append(shellQuoted(call.server() + target.path));
    return shellCommand(parts);
}

} // namespace

QString curlTextForApiKey(const BucketsCall &call)
{
    return curlText(uR"(printf 'user=%s:%s\n' "${PUBLIC_KEY}" "${PRIVATE_KEY}")"_s,
                    u"--config - --digest"_s, call);
}

QString curlTextForServiceAccount(const BucketsCall &call)
{
    return curlText(uR"(printf 'Authorization: Bearer %s\n' "${ACCESS_TOKEN}")"_s, u"--header @-"_s,
                    call);
}

} // namespace share
