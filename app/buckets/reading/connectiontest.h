// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/values/project.h"
#include "net/calls/client.h"

#include <QObject>

namespace buckets {

/// Signs in once with a credential and says what came of it. Costs one call, and gives its token
/// back. One object serves one test.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(net::Client::Settings settings, QObject *parent = nullptr);

    /// Begins. passed() or failed() is emitted once, unless the object is destroyed before.
    void start();

    /// Ends a test that nobody wants to hear of any more, and gives its token back: also one that
    /// Atlas is just making out. Emits left() when that is through, perhaps before it returns.
    void leave() { m_client.leave(); }

Q_SIGNALS:
    /// `summary` is a sentence for people.
    void passed(const QString &summary);
    void failed(const atlas::ApiError &error);
    /// The token was given back, as it also is when a test has ended by itself; or there was none.
    void left();

private:
    void ask(bool includeCount);
    void report(const atlas::Result<atlas::Page<atlas::Project>> &answer);
    QString summaryOf(const atlas::Page<atlas::Project> &projects) const;

    net::Client m_client;
    net::RateLimit m_rateLimit;
    bool m_isCounted = true;
};

} // namespace buckets
