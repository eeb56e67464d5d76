// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/child.h"

#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QUrl>

namespace bench {

/// The server that is measured against, in a process of its own.
class Simulator
{
public:
    explicit Simulator(const QStringList &options);

    QUrl url(const QString &path) const;

    /// What tells Bucketscope to sign in here, and to show the first project.
    QProcessEnvironment account() const;

    /// A Bearer token of the same account.
    QByteArray token() const { return m_token; }

    /// IDs of all projects, in the server's order.
    QStringList projects() const { return m_projects; }

    /// A page of a project's buckets, as Bucketscope asks for it.
    QUrl bucketsUrl(const QString &project, int page, int itemsPerPage = 100) const;

    /// What it was asked for so far, the oldest first: objects with `path`, `queryItems` and
    /// others.
    QJsonArray requests() const;
    /// How many requests it has seen whose path ends so.
    int requestsSeen(const QString &pathEnd) const;

private:
    void signIn();
    void readProjects();

    Child m_process;
    QUrl m_baseUrl;
    QHash<QString, QString> m_variables;
    QByteArray m_token;
    QStringList m_projects;
};

/// What `curl` prints for these arguments. Throws if it fails.
QByteArray curl(const QStringList &arguments);

/// The headers of a call, as arguments of curl.
QStringList curlHeaders(const QByteArray &token);

} // namespace bench
