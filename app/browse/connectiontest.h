// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/page.h"
#include "atlas/project.h"
#include "net/client.h"

#include <QObject>

#include <memory>

namespace browse {

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
    /// Atlas is just making out. Takes three seconds at most; then the test is destroyed. Nothing
    /// may be connected to it.
    static void retire(std::unique_ptr<ConnectionTest> test);

Q_SIGNALS:
    /// `summary` is a sentence for people.
    void passed(const QString &summary);
    void failed(const atlas::ApiError &error);

private:
    void ask(bool includeCount);
    void report(const atlas::Result<atlas::Page<atlas::Project>> &answer);
    QString summaryOf(const atlas::Page<atlas::Project> &projects) const;

    net::Client m_client;
    net::RateLimit m_rateLimit;
    bool m_isCounted = true;
};

} // namespace browse
