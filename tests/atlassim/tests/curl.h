// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// One run of the real `curl`, a client that owes nothing to ours.
class Curl
{
public:
    /// How it ended: 0 when curl was content, whatever the HTTP status.
    int exitCode{-1};
    /// Of the last answer; 0 if there was none.
    int status{0};
    /// The answers' heads, first to last.
    QByteArray heads;
    QByteArray body;

    /// Waits for curl's end in the event loop, which the simulator under test shares.
    static Curl run(const QStringList &arguments);

    QJsonObject json() const;

    /// Of the last answer; empty if it has none of that name.
    QByteArray header(const QByteArray &name) const;
};
