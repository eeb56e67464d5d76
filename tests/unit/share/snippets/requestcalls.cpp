// SPDX-License-Identifier: Apache-2.0
#include "requestcalls.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;
using share::BucketsCall;

namespace requestcalls {

BucketsCall usualCall()
{
    return {QUrl(u"https://cloud.mongodb.com"_s),
            *atlas::ProjectId::fromHex(u"5f0000000000000000000002"),
            {},
            {}};
}

BucketsCall unusualCall()
{
    BucketsCall call = usualCall();
    call.baseUrl = QUrl(u"https://atlas.example:8443"_s);
    call.subject =
        atlas::PageRequest{*atlas::PageNumber::from(26), *atlas::ItemsPerPage::from(500), false};
    call.options = {*atlas::ApiVersion::fromString(u"2024-05-30"), true, true};
    call.caFile = u"/etc/ca.pem"_s;
    return call;
}

QList<QStringList> callsIn(const QString &text, const QString &managerUrl)
{
    const QString standIns = uR"sh(
show() { printf '%s\0' "${SSL_CERT_FILE-}" "${MONGODB_ATLAS_OPS_MANAGER_URL-}" "$@"; printf '\n\0'; }
curl() { show curl "$@"; }
atlas() { show atlas "$@"; }
)sh"_s;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"SSL_CERT_FILE"_s);
    environment.remove(u"MONGODB_ATLAS_OPS_MANAGER_URL"_s);
    if (!managerUrl.isEmpty())
        environment.insert(u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, managerUrl);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, standIns + text});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {{u"the shell failed: "_s + QString::fromUtf8(shell.readAllStandardError())}};
    QList<QStringList> calls(1);
    const QStringList words =
        QString::fromUtf8(shell.readAllStandardOutput()).chopped(1).split(QChar::Null);
    for (const QString &word : words) {
        if (word == u"\n")
            calls.append(QStringList());
        else
            calls.last().append(word);
    }
    calls.removeLast();
    return calls;
}

} // namespace requestcalls
