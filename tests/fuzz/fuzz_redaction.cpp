// SPDX-License-Identifier: Apache-2.0
// Errors of a server that echoes what it was sent. The first byte chooses how it was sent; the
// input is the secret, up to the first line break, and the text around it.
#include "fuzzing.h"
#include "net/wire/redaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;

namespace {

/// As secrets are: one line of what can be seen, and not too short.
bool maybeSecret(const QByteArray &text)
{
    return text.size() >= 8
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

struct Sent
{
    QByteArray authorization;
    QString secret;
};

QByteArray basic(const QByteArray &secret)
{
    const QByteArray pair = "client:" + secret;
    return pair.toBase64();
}

Sent sentAs(int choice, const QByteArray &secret)
{
    switch (choice) {
    case 0:
        return {"Bearer " + secret, QString::fromLatin1(secret)};
    case 1:
        return {"Basic " + basic(secret), QString::fromLatin1(secret)};
    case 2:
        return {"Basic " + basic(secret), QString::fromLatin1(basic(secret))};
    default:
        return {"Basic " + basic(secret.toPercentEncoding()), QString::fromLatin1(secret)};
    }
}

void checkText(const QString &text, const QString &secret)
{
    require(!text.contains(secret), "the secret is not shown");
    require(text.contains(u"•••"_s), "it is said that something is not shown");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    const QByteArray bytes = input.bytes();
    const QByteArray secret = bytes.left(bytes.indexOf('\n'));
    if (!maybeSecret(secret))
        return 0;
    const QString around = QString::fromUtf8(bytes.mid(secret.size() + 1));
    const Sent sent = sentAs(input.choice(4), secret);
    const QString text = around + sent.secret + around + sent.secret;
    atlas::ApiError error;
    error.errorCode = error.reason = error.detail = text;
    error.parameters = {text, around};
    error.fieldViolations = {{text, text}};
    net::Redaction redaction;
    redaction.addAuthorization(sent.authorization);
    redaction.apply(error);
    for (const QString &shown :
         {error.errorCode, error.reason, error.detail, error.parameters[0],
          error.fieldViolations[0].field, error.fieldViolations[0].description})
        checkText(shown, sent.secret);
    const QString once = error.detail;
    redaction.apply(error);
    require(error.detail == once, "nothing more to hide");
    return 0;
}
