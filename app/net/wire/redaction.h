// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "atlas/errors/apierror.h"

#include <QByteArray>

#include <unordered_set>

namespace net {

/// Takes secrets out of the texts of errors: some servers and proxies echo in their error pages
/// what they were sent. Any part of a secret that is eight characters long is taken out, in
/// whichever case it is written. Holds no secret itself, only hashes of their parts.
class Redaction
{
public:
    /// A secret, in UTF-8. One that is shorter than a part is none.
    void addSecret(QByteArrayView secret);
    /// The credential's secret: as it is, form-encoded, and in base64 with the credential's ID.
    void addCredential(const accounts::Credential &credential);
    /// What the value of an `Authorization` header reveals: a token, what a Basic pair holds, the
    /// response of a Digest.
    void addAuthorization(const QByteArray &header);

    /// Takes the secrets out of the texts that the server has written.
    void apply(atlas::ApiError &error) const;

private:
    void addText(const QString &secret);
    void addBasic(const QByteArray &credentials);
    void applyTo(QString &text) const;

    std::unordered_set<std::size_t> m_parts;
};

} // namespace net
