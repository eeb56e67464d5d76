// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QObject>

namespace net {

/// Which proxies have taken the password in their address, and which have not. A refused one is not
/// sent again: that locks accounts. Of one that was never sent, one connection finds out, and the
/// others wait for what it learns. Another user name or password is another proxy here.
class ProxyPasswords final : public QObject
{
    Q_OBJECT

public:
    enum class Standing : quint8 { Untried, OnTrial, Accepted, Refused };

    using QObject::QObject;

    Standing standing(const QNetworkProxy &proxy) const;

    /// Somebody sends the password of an untried proxy, and will note what becomes of it.
    void begin(const QNetworkProxy &proxy) { note(proxy, Standing::OnTrial); }
    void noteAccepted(const QNetworkProxy &proxy) { note(proxy, Standing::Accepted); }
    void noteRefused(const QNetworkProxy &proxy) { note(proxy, Standing::Refused); }
    /// The trial has told nothing of the password.
    void noteUndecided(const QNetworkProxy &proxy) { note(proxy, Standing::Untried); }

Q_SIGNALS:
    /// A trial is over.
    void decided();

private:
    struct Entry
    {
        QNetworkProxy proxy;
        Standing standing;
    };

    void note(const QNetworkProxy &proxy, Standing standing);

    QList<Entry> m_entries;
};

} // namespace net
