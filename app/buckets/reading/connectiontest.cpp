// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/connectiontest.h"

#include "atlas/calls/requests.h"
#include "atlas/errors/slowcount.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace buckets {

ConnectionTest::ConnectionTest(net::Client::Settings settings, QObject *parent)
    : QObject(parent), m_client(std::move(settings))
{
    connect(&m_client, &net::Client::exchanged, this, [this](const net::Exchange &exchange) {
        if (exchange.rateLimit.isKnown())
            m_rateLimit = exchange.rateLimit;
    });
    connect(&m_client, &net::Client::left, this, &ConnectionTest::left);
}

void ConnectionTest::start()
{
    ask(true);
}

void ConnectionTest::ask(bool includeCount)
{
    m_isCounted = includeCount;
    const atlas::PageRequest oneProject{{}, *atlas::ItemsPerPage::from(1), includeCount};
    m_client.send<atlas::Page<atlas::Project>>(
        atlas::listProjects(oneProject), this,
        [this](const atlas::Result<atlas::Page<atlas::Project>> &answer) { report(answer); });
}

void ConnectionTest::report(const atlas::Result<atlas::Page<atlas::Project>> &answer)
{
    if (!answer && m_isCounted && atlas::isTooSlowToCount(answer.error())) {
        ask(false);
        return;
    }
    m_client.leave();
    if (answer)
        Q_EMIT passed(summaryOf(*answer));
    else
        Q_EMIT failed(answer.error());
}

QString ConnectionTest::summaryOf(const atlas::Page<atlas::Project> &projects) const
{
    // Of many projects one was asked for: without a count nothing is known of the others.
    const auto most = qint64{std::numeric_limits<int>::max()};
    QString signedIn = projects.totalCount
        ? tr("Signed in. %Ln project(s).", nullptr,
             static_cast<int>(std::min(*projects.totalCount, most)))
        : tr("Signed in.");
    if (!m_rateLimit.isKnown())
        return signedIn;
    const QLocale locale;
    return signedIn + u' '
        + tr("%1 of %2 requests left in the rate limit.")
              .arg(locale.toString(*m_rateLimit.remaining), locale.toString(*m_rateLimit.limit));
}

} // namespace buckets
