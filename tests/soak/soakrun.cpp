// SPDX-License-Identifier: Apache-2.0
#include "soakrun.h"

#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QFile>
#include <QNetworkReply>

#include <array>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using buckets::BucketPager;

namespace {

/// The sample project with 2,508 buckets has so many pages of 100.
constexpr int PageCount = 26;
constexpr int PagesBetweenCounts = 1000;
constexpr int FaultsInHundred = 20;
constexpr auto Patience = 60s;
constexpr quint32 Seed = 20'261'124;

/// What goes wrong, as the simulator takes it; each hits once.
constexpr std::array Faults{
    R"("status": 429, "headers": {"Retry-After": "0"})",
    R"("status": 502)",
    R"("status": 503, "body": "<html><h1>No server is available</h1></html>")",
    R"("status": 504, "body": "{")",
    R"("status": 500, "body": "{\"error\": 500, \"errorCode\": \"UNEXPECTED_ERROR\"}")",
    R"("status": 404, "body": "{\"error\": 404, \"errorCode\": \"GROUP_NOT_FOUND\"}")",
    R"("status": 200, "body": "{\"results\": [{\"_id\": 5}]}")",
    R"("status": 200, "body": "not JSON")",
    R"("status": 0, "latencyMs": 5)",
    R"("status": 200, "body": "{\"results\": []}    ", "delivery": "cutShort")",
    R"("status": 200, "delivery": "dropped")",
};

qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr qint64 KibiBytesPerPage = 4;
    return file.readAll().split(' ').value(1).toLongLong() * KibiBytesPerPage;
}

net::RetryPolicy hastyRetries()
{
    net::RetryPolicy policy;
    policy.afterTooManyRequests = 1ms;
    policy.afterServerError = 1ms;
    policy.afterTransportError = 1ms;
    return policy;
}

} // namespace

double SoakRun::Result::growth() const
{
    return memoryAtFirst == 0
        ? 0.0
        : 100.0 * double(memoryAtLast - memoryAtFirst) / double(memoryAtFirst);
}

SoakRun::SoakRun(int pages)
    : m_pages(pages), m_random(Seed),
      m_simulator({u"--rate-capacity"_s, u"100000000"_s, u"--token-lifetime"_s, u"30"_s})
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(Patience);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { Q_EMIT finished(false); });
}

SoakRun::~SoakRun() = default;

void SoakRun::start()
{
    auto settings =
        testsupport::sessionSettings(m_simulator.baseUrl(), testsupport::serviceAccount());
    settings.retries = hastyRetries();
    m_session = std::make_unique<Session>(settings);
    connect(&m_session->exchangeLog(), &QAbstractItemModel::rowsInserted, this,
            [this] { ++m_result.requestsSent; });
    connect(&m_session->problemLog(), &QAbstractItemModel::dataChanged, this,
            [this] { ++m_result.retries; });
    connect(&m_session->projects(), &buckets::ProjectList::loaded, this, &SoakRun::nextPage);
    connect(&m_session->pager(), &BucketPager::changed, this, &SoakRun::notePage,
            Qt::QueuedConnection);
    m_timer.start();
    m_watchdog.start();
    m_session->projects().refresh();
}

void SoakRun::nextPage()
{
    if (m_random.bounded(100) < FaultsInHundred)
        injectFault();
    else
        turnPage();
}

void SoakRun::injectFault()
{
    const std::size_t which = m_random.bounded(quint32(Faults.size()));
    const QByteArray fault = Faults[which];
    if (fault.contains("dropped"))
        ++m_result.requestsDropped;
    ++m_result.faults;
    QNetworkReply *reply =
        control("POST", u"/_sim/faults"_s,
                R"({"pathPrefix": "/api/atlas/v2/groups/", "times": 1, )" + fault + '}');
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        if (reply->error() != QNetworkReply::NoError)
            qFatal("the simulator takes no fault: %s", reply->readAll().constData());
        turnPage();
    });
}

void SoakRun::turnPage()
{
    m_watchdog.start();
    m_isTurning = true;
    const auto page = atlas::PageNumber::from(m_random.bounded(1, PageCount + 1));
    if (m_session->pager().project())
        m_session->pager().goTo(*page);
    else
        m_session->pager().open(*atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e)));
}

void SoakRun::notePage()
{
    const BucketPager::State state = m_session->pager().state();
    if (!m_isTurning || state == BucketPager::State::Loading)
        return;
    m_isTurning = false;
    ++(state == BucketPager::State::Ready ? m_result.pagesShown : m_result.pagesFailed);
    ++m_turned;
    if (m_turned % PagesBetweenCounts == 0 || m_turned == m_pages)
        countRequests();
    else
        nextPage();
}

/// A number is all that is asked for: a list of 1,000 requests would leave its own holes in the
/// memory that is measured next.
void SoakRun::countRequests()
{
    QNetworkReply *reply = control("GET", u"/_sim/requests/count"_s);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { readCount(reply); });
}

void SoakRun::readCount(QNetworkReply *reply)
{
    bool isNumber = false;
    m_result.requestsSeen += reply->readAll().trimmed().toLongLong(&isNumber);
    if (!isNumber)
        qFatal("the simulator does not count its requests");
    QNetworkReply *forget = control("DELETE", u"/_sim/requests"_s);
    connect(forget, &QNetworkReply::finished, this, [this] {
        m_result.memoryAtLast = residentMemory();
        if (m_result.memoryAtFirst == 0)
            m_result.memoryAtFirst = m_result.memoryAtLast;
        if (m_turned % (10 * PagesBetweenCounts) == 0)
            report();
        if (m_turned < m_pages)
            nextPage();
        else
            Q_EMIT finished(true);
    });
}

void SoakRun::report() const
{
    std::printf("%7d pages  %6lld s  %6lld KiB resident (%+.1f %%)\n", m_turned,
                static_cast<long long>(m_timer.elapsed() / 1000),
                static_cast<long long>(m_result.memoryAtLast), m_result.growth());
    std::fflush(stdout);
}

QNetworkReply *SoakRun::control(const QByteArray &method, const QString &path,
                                const QByteArray &body)
{
    QUrl url = m_simulator.baseUrl();
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_control.sendCustomRequest(request, method, body);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    return reply;
}
