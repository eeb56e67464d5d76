// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/baseurl.h"
#include "accounts/secrets/secret.h"
#include "atlas/calls/request.h"
#include "net/proxy/proxydoor.h"
#include "net/wire/exchange.h"
#include "net/wire/lanes.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

class QNetworkReply;

namespace net {

/// The HTTP connections to one Atlas host. Can say no more than GETs and the two OAuth calls.
///
/// Redirects are never followed, cookies never kept, and Qt is never given a password: it would
/// answer a Basic challenge with it (QNetworkAccessManager::authenticationRequired does not tell
/// the scheme), and an NTLM challenge of a proxy without end.
class Transport : public QObject
{
    Q_OBJECT

public:
    /// The two calls that are not GETs.
    enum class OAuthCall { Token, Revoke };

    /// `extraAuthorities` are trusted besides the system's.
    explicit Transport(const accounts::BaseUrl &baseUrl,
                       const QList<QSslCertificate> &extraAuthorities, QObject *parent = nullptr);
    /// Waits for no server: what is under way ends on other threads.
    ~Transport() override;

    /// The URL that a GET goes to.
    QUrl urlOf(const atlas::RequestTarget &target) const;

    /// Where places for GETs are to be had.
    Lanes &lanes() { return m_lanes; }

    /// Sends a GET by the lane of `place`. The caller owns the reply.
    QNetworkReply *get(const atlas::RequestTarget &target, const QByteArray &authorization,
                       const Place &place);

    /// Sends an OAuth call with Basic credentials and a form, by the first lane. The caller owns
    /// the reply.
    QNetworkReply *post(OAuthCall call, const QByteArray &authorization, const QByteArray &form);

Q_SIGNALS:
    /// A request has ended, in whichever way.
    void exchanged(const net::Exchange &exchange);

private:
    QNetworkRequest makeRequest(const QUrl &url);
    const QSslConfiguration &tls();
    QNetworkReply *watch(QNetworkReply *reply, const QByteArray &method, int laneNumber);
    void noteEnd(const QNetworkReply &reply, int laneNumber);

    QUrl m_baseUrl;
    QList<QSslCertificate> m_extraAuthorities;
    /// Made when it is first needed: that takes time.
    std::optional<QSslConfiguration> m_tls;
    ProxyDoor m_door;
    Lanes m_lanes{m_door};
};

} // namespace net
