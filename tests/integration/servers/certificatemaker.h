// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QTemporaryDir>

namespace testsupport {

/// Makes certificates with the `openssl` program, in a folder that goes away with it.
class CertificateMaker
{
public:
    /// Two PEM files. Both names are empty if openssl failed.
    struct Files
    {
        QString certificate;
        QString key;
    };

    struct Wish
    {
        QString subject;
        /// As openssl writes them: `DNS:example.org,IP:127.0.0.1`.
        QString hosts;
        QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime until = QDateTime::currentDateTimeUtc().addDays(1);
        /// Else on an elliptic curve. Of issue() alone.
        bool hasRsaKey = false;
    };

    CertificateMaker();

    /// A certificate authority.
    Files makeAuthority(const QString &subject);
    /// A server's certificate, issued by an authority.
    Files issue(const Files &authority, const Wish &wish);
    /// A server's certificate that nobody vouches for; `from` and `until` do not count.
    Files selfSign(const Wish &wish);

private:
    bool openssl(const QStringList &arguments) const;
    bool write(const QString &name, const QByteArray &content) const;
    Files nextFiles();

    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace testsupport
