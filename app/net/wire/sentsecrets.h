// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

namespace net {

/// The headers and forms with secrets that a QNetworkAccessManager was given to send. Qt shares
/// them among its requests; once the last of those is gone, each is overwritten here.
///
/// Not reached: Qt 6.4 writes each request's head anew into buffers of its own, and Qt 6.7 copies
/// what it is given. See overwriteFreedMemory().
class SentSecrets final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// To go after the manager.
    ~SentSecrets() override;

    /// What to give to Qt in place of `secret`, which stays the caller's to overwrite.
    QByteArray copyOf(const QByteArray &secret);

private:
    void overwriteUnused();

    QList<QByteArray> m_sent;
};

} // namespace net
