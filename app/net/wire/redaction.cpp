// SPDX-License-Identifier: Apache-2.0
#include "net/wire/redaction.h"

#include "net/headers/challenges.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

/// Shorter texts occur by chance.
constexpr qsizetype PartSize = 8;

/// Of the same length: each character has one of its own.
QString folded(const QString &text)
{
    QString result = text;
    for (QChar &c : result)
        c = c.toCaseFolded();
    return result;
}

std::size_t hashAt(const QString &text, qsizetype position)
{
    return qHash(QStringView(text).mid(position, PartSize), std::size_t(0));
}

/// The value of `response` in a Digest header; the rest of it is no secret.
QByteArray digestResponse(const QByteArray &header)
{
    const auto challenges = parseChallenges(header);
    return challenges.isEmpty() ? QByteArray() : challenges.constFirst().value("response");
}

bool hasScheme(const QByteArray &header, const QByteArray &scheme)
{
    return header.first(std::min(header.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive)
        == 0;
}

} // namespace

void Redaction::addSecret(QByteArrayView secret)
{
    QString text = QString::fromUtf8(secret);
    addText(text);
    accounts::wipe(text);
}

void Redaction::addCredential(const accounts::Credential &credential)
{
    QByteArray plain = credential.secret.bytes().toByteArray();
    QByteArray encoded = plain.toPercentEncoding();
    QByteArray pair = credential.identity.toUtf8() + ':' + plain;
    QByteArray encodedPair = QUrl::toPercentEncoding(credential.identity) + ':' + encoded;
    QByteArray base64 = pair.toBase64();
    QByteArray encodedBase64 = encodedPair.toBase64();
    for (const QByteArray &secret : {plain, encoded, base64, encodedBase64})
        addSecret(secret);
    for (QByteArray *copy : {&plain, &encoded, &pair, &encodedPair, &base64, &encodedBase64})
        accounts::wipe(*copy);
}

void Redaction::addAuthorization(const QByteArray &header)
{
    QByteArray credentials = header.mid(header.indexOf(' ') + 1);
    if (hasScheme(header, "Digest "))
        addSecret(digestResponse(header));
    else if (hasScheme(header, "Basic "))
        addBasic(credentials);
    else
        addSecret(credentials);
    accounts::wipe(credentials);
}

void Redaction::apply(atlas::ApiError &error) const
{
    for (QString *text : {&error.errorCode, &error.reason, &error.detail})
        applyTo(*text);
    for (atlas::Wording *own : {&error.ownReason, &error.ownDetail})
        own->changePlainTexts([this](QString &text) { applyTo(text); });
    for (QString &parameter : error.parameters)
        applyTo(parameter);
    for (atlas::FieldViolation &violation : error.fieldViolations) {
        applyTo(violation.field);
        applyTo(violation.description);
    }
}

void Redaction::addText(const QString &secret)
{
    QString text = folded(secret);
    for (qsizetype i = 0; i + PartSize <= text.size(); ++i)
        m_parts.insert(hashAt(text, i));
    accounts::wipe(text);
}

void Redaction::addBasic(const QByteArray &credentials)
{
    addSecret(credentials);
    QByteArray pair = QByteArray::fromBase64(credentials);
    QByteArray encoded = pair.mid(pair.indexOf(':') + 1);
    QByteArray plain = QByteArray::fromPercentEncoding(encoded);
    addSecret(encoded);
    addSecret(plain);
    for (QByteArray *copy : {&pair, &encoded, &plain})
        accounts::wipe(*copy);
}

void Redaction::applyTo(QString &text) const
{
    if (m_parts.empty() || text.size() < PartSize)
        return;
    const QString searched = folded(text);
    QString kept;
    qsizetype secretUntil = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool begins =
            i + PartSize <= text.size() && m_parts.find(hashAt(searched, i)) != m_parts.end();
        if (begins) {
            if (i >= secretUntil)
                kept += u"•••"_s;
            secretUntil = i + PartSize;
        }
        if (i >= secretUntil)
            kept += text[i];
    }
    text = kept;
}

} // namespace net
