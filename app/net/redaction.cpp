// SPDX-License-Identifier: Apache-2.0
#include "net/redaction.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

/// Shorter texts occur by chance, and are no secrets of Atlas.
constexpr qsizetype ShortestSecret = 8;

/// What must not be shown: the credentials as sent and, of a Basic pair, the secret in it, as it is
/// and form-encoded.
QStringList secretsIn(const QByteArray &authorization)
{
    const QByteArray credentials = authorization.mid(authorization.indexOf(' ') + 1);
    QStringList secrets{QString::fromLatin1(credentials)};
    if (authorization.startsWith("Basic ")) {
        const QByteArray pair = QByteArray::fromBase64(credentials);
        const QByteArray encoded = pair.mid(pair.indexOf(':') + 1);
        secrets.append(QString::fromLatin1(encoded));
        secrets.append(QUrl::fromPercentEncoding(encoded));
    }
    secrets.removeIf([](const QString &secret) { return secret.size() < ShortestSecret; });
    return secrets;
}

void redactText(QString &text, const QStringList &secrets)
{
    for (const QString &secret : secrets)
        text.replace(secret, u"•••"_s);
}

} // namespace

void redact(atlas::ApiError &error, const QByteArray &authorization)
{
    const QStringList secrets = secretsIn(authorization);
    for (QString *text : {&error.errorCode, &error.reason, &error.detail})
        redactText(*text, secrets);
    for (QString &parameter : error.parameters)
        redactText(parameter, secrets);
    for (atlas::FieldViolation &violation : error.fieldViolations) {
        redactText(violation.field, secrets);
        redactText(violation.description, secrets);
    }
}

} // namespace net
