// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace accounts {

/// Where a profile's calls go: a scheme, a host and perhaps a port, nothing else.
/// `https` for any host, `http` for this computer alone. A value type; any thread.
class BaseUrl
{
public:
    /// The address of Atlas.
    BaseUrl() = default;

    /// Reads what somebody typed or wrote; white space around it is ignored.
    /// The error is one translated sentence, fit for a dialog field or the command line.
    static tl::expected<BaseUrl, QString> parse(const QString &text);

    /// https://cloud.mongodb.com
    static BaseUrl atlas();
    /// https://cloud.mongodbgov.com
    static BaseUrl government();

    /// Without a path, not even `/`, and without the scheme's own port.
    QUrl url() const { return m_url; }

    /// The address as it is sent, in ASCII: a host may look like another in letters of its own.
    /// parse() reads it back to an equal value.
    QString toString() const;

    /// The host's name in lower case and ASCII, or its IP address (IPv6 without brackets).
    QString host() const { return m_url.host(QUrl::FullyEncoded); }

    bool isAtlas() const { return *this == atlas(); }
    bool isGovernment() const { return *this == government(); }

    friend bool operator==(const BaseUrl &, const BaseUrl &) = default;

private:
    explicit BaseUrl(const QUrl &url) : m_url(url) { }

    QUrl m_url{QStringLiteral("https://cloud.mongodb.com")};
};

} // namespace accounts
