// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/digestverifier.h"

#include "tests/atlassim/http/digestheader.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace atlassim {

namespace {

const QByteArray &realm()
{
    static const QByteArray name("MMS Public API");
    return name;
}

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

/// RFC 7616, section 3.4.1, for qop=auth.
QByteArray expectedResponse(const DigestHeader &header, const QByteArray &method, const ApiKey &key)
{
    const QByteArray keyHash =
        md5(key.publicKey.toUtf8() + ':' + realm() + ':' + key.privateKey.toUtf8());
    const QByteArray requestHash = md5(method + ':' + header.uri);
    return md5(keyHash + ':' + header.nonce + ':' + header.nc + ':' + header.cnonce + ':'
               + header.qop + ':' + requestHash);
}

/// Eight hexadecimal digits, not all zero.
std::optional<quint32> nonceCount(const QByteArray &nc)
{
    bool ok = false;
    const quint32 count = nc.toUInt(&ok, 16);
    const bool digitsOnly = std::all_of(nc.cbegin(), nc.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!ok || nc.size() != 8 || !digitsOnly || count == 0)
        return std::nullopt;
    return count;
}

bool isFor(const DigestHeader &header, const HttpRequest &request)
{
    return header.realm == realm() && header.qop == "auth"
        && (header.algorithm.isEmpty() || header.algorithm.toUpper() == "MD5")
        && !header.cnonce.isEmpty() && header.uri.startsWith('/')
        && normalisedTarget(header.uri) == request.target;
}

} // namespace

DigestVerifier::DigestVerifier(const Options &options) : m_options(options) { }

QByteArray DigestVerifier::challenge(bool stale, Clock::time_point now)
{
    dropExpired(now);
    std::array<quint32, 6> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray nonce =
        QByteArray(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random))
            .toBase64();
    m_nonces.insert(nonce, {now, {}, 0});
    return "Digest realm=\"" + realm() + "\", domain=\"\", nonce=\"" + nonce
        + "\", algorithm=MD5, qop=\"auth\", stale=" + (stale ? "true" : "false");
}

DigestVerifier::Verdict DigestVerifier::verify(const HttpRequest &request, const ApiKey &key,
                                               Clock::time_point now)
{
    const auto header = DigestHeader::parse(request.header("Authorization"));
    if (!header || header->username != key.publicKey.toUtf8() || !isFor(*header, request))
        return Verdict::Refused;
    const auto count = nonceCount(header->nc);
    if (!count || header->response != expectedResponse(*header, request.method, key))
        return Verdict::Refused;

    dropExpired(now);
    const auto nonce = m_nonces.find(header->nonce);
    if (nonce == m_nonces.end())
        return Verdict::Stale;
    return useUp(*nonce, *count) ? Verdict::Accepted : Verdict::Refused;
}

std::optional<QString> DigestVerifier::usernameOf(const HttpRequest &request)
{
    const auto header = DigestHeader::parse(request.header("Authorization"));
    return header ? std::optional(QString::fromUtf8(header->username)) : std::nullopt;
}

void DigestVerifier::expireNonces()
{
    m_nonces.clear();
}

void DigestVerifier::dropExpired(Clock::time_point now)
{
    m_nonces.removeIf([&](const QHash<QByteArray, Nonce>::iterator &nonce) {
        return now - nonce->issued >= m_options.nonceLifetime;
    });
}

bool DigestVerifier::useUp(Nonce &nonce, quint32 count) const
{
    const bool fresh = m_options.strictlyIncreasingNonceCount ? count > nonce.highest
                                                              : !nonce.used.contains(count);
    nonce.used.insert(count);
    nonce.highest = std::max(nonce.highest, count);
    return fresh;
}

} // namespace atlassim
