// SPDX-License-Identifier: Apache-2.0
#include "share/curltext.h"

#include "atlas/requests.h"
#include "share/shellquote.h"

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

QString curlText(const QString &signIn, const ListBucketsCall &call)
{
    const auto target = atlas::listExportBuckets(call.project, call.page).target;
    const QString accept = "Accept: "_L1 + QString::fromLatin1(target.version.acceptHeader());
    QStringList parts{"curl "_L1 + signIn, "--header "_L1 + shellQuoted(accept)};
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

QString curlTextForApiKey(const ListBucketsCall &call)
{
    return curlText(u"--user \"${PUBLIC_KEY}:${PRIVATE_KEY}\" --digest"_s, call);
}

QString curlTextForServiceAccount(const ListBucketsCall &call)
{
    return curlText(u"--header \"Authorization: Bearer ${ACCESS_TOKEN}\""_s, call);
}

} // namespace share
