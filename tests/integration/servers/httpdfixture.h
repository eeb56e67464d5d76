// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/integration/servers/certificatemaker.h"
#include "tests/integration/servers/serverprocess.h"

#include <QTemporaryDir>
#include <QUrl>

#include <optional>

namespace testsupport {

/// An Apache httpd of our own, not the system's: it serves a list of projects from a file, behind
/// mod_auth_digest.
class HttpdFixture
{
public:
    struct Settings
    {
        /// TLS, if it has a certificate.
        CertificateMaker::Files certificate;
        bool http2 = false;
        /// How long a nonce is good, in seconds.
        int nonceLifetime = 300;
    };

    /// A request as its log tells it.
    struct Seen
    {
        QString method;
        QString path;
        int status = 0;
        /// `HTTP/1.1` or `HTTP/2.0`.
        QString protocol;
    };

    static bool isInstalled();

    bool start(const Settings &settings);

    QUrl baseUrl() const;
    /// All requests that were answered, in order. The log comes a moment after the answer.
    QList<Seen> seen() const;

private:
    void writeFiles(const Settings &settings, quint16 port) const;
    void write(const QString &name, const QByteArray &content) const;
    QStringList directives(const Settings &settings, quint16 port) const;

    QTemporaryDir m_folder;
    ServerProcess m_process;
    bool m_usesTls = false;
};

} // namespace testsupport
