// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace testsupport {

/// The forms in which a secret could be found in bytes: as it is, in UTF-16, in base64 wherever in
/// a longer text it begins, percent-encoded, in hexadecimal digits.
class SecretTraces
{
public:
    /// `name` is what a failed test calls it.
    SecretTraces(const QString &name, const QByteArray &secret);

    /// What is found in the bytes, and in what form; empty if nothing is.
    QString findIn(const QByteArray &bytes) const;

private:
    struct Trace
    {
        QString form;
        QByteArray bytes;
    };

    void add(const QString &form, const QByteArray &bytes);

    QString m_name;
    QList<Trace> m_traces;
};

/// What all of them find in the bytes, one finding a line; empty if nothing is found.
QString findTraces(const QList<SecretTraces> &secrets, const QByteArray &bytes);

/// The hash of `user:realm:password` that serves in place of the password in HTTP Digest
/// (RFC 7616, 3.4.2), by MD5: just as secret.
QByteArray digestPassword(const QByteArray &user, const QByteArray &realm,
                          const QByteArray &password);

} // namespace testsupport
