// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httpconnection.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

class QTcpServer;

namespace atlassim {

/// The HTTP/1.1 side on 127.0.0.1, with TLS or without: reads requests and writes answers itself,
/// since no server class of Qt cuts an answer short, drops a connection or drips a body.
class HttpFront : public QObject
{
    Q_OBJECT

public:
    explicit HttpFront(RequestHandler handler, QObject *parent = nullptr);

    /// Drops every connection, answered or not.
    ~HttpFront() override;

    /// Serves HTTPS from the next listen() on.
    void useTls(const QSslCertificate &certificate, const QSslKey &key);

    /// Listens on 127.0.0.1; returns the port, or 0 if it is taken.
    quint16 listen(quint16 port);

private:
    void serveWhoComes();

    RequestHandler m_handler;
    QSslCertificate m_certificate;
    QSslKey m_key;
    std::unique_ptr<QTcpServer> m_server;
};

} // namespace atlassim
