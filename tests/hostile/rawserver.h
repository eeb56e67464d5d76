// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "script.h"

#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>

#include <optional>

namespace hostile {

/// A server at 127.0.0.1 that knows no HTTP but what a test puts into its mouth.
///
/// It answers each path as it was told to, over and over; a path that nobody spoke of gets 404.
class RawServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit RawServer(QObject *parent = nullptr);
    ~RawServer() override;

    /// Starts at a port of the system's choice.
    bool start();
    QUrl url() const;

    /// Answers requests whose target begins with `prefix` like this from now on; of several
    /// prefixes the longest counts. Open connections are closed if the script plays at once.
    void answer(const QString &prefix, const Script &script);
    /// Takes back all that answer() said.
    void forget();
    /// Closes all connections.
    void hangUp();

    /// Path and query of all requests, in the order they came.
    QStringList seen() const { return m_seen; }
    /// How many requests came whose target begins with `prefix`.
    qsizetype seenCount(const QString &prefix) const;
    /// How many connections are open.
    qsizetype connectionCount() const;
    void clearSeen() { m_seen.clear(); }

    /// The script for a request. For connections.
    Script scriptFor(const QString &target) const;
    /// The script that plays at once, if there is one. For connections.
    std::optional<Script> scriptAtOnce() const;
    /// Notes a request. For connections.
    void note(const QString &target) { m_seen.append(target); }

private:
    QHash<QString, Script> m_answers;
    QStringList m_seen;
};

} // namespace hostile
