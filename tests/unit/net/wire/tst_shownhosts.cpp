// SPDX-License-Identifier: Apache-2.0
#include "models/exchangelog.h"
#include "net/wire/transporterror.h"

#include <QNetworkReply>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// With a Cyrillic letter that looks like one of Atlas's.
QUrl lookAlike()
{
    return QUrl(u"https://cloud.m\u043Engodb.com/api/atlas/v2/groups"_s);
}

/// A call that failed, and what Qt says of it.
class FailedReply final : public QNetworkReply
{
public:
    FailedReply(NetworkError error, const QString &text)
    {
        setUrl(lookAlike());
        setError(error, text);
    }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

} // namespace

/// A host is shown as it is sent, so that none is taken for another.
class ShownHostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheLogOfRequests();
    void besideAnError();
    void whereNoAnswerCame_data();
    void whereNoAnswerCame();
};

void ShownHostsTest::inTheLogOfRequests()
{
    models::ExchangeLog log;
    net::Exchange exchange;
    exchange.url = lookAlike();
    log.add(exchange);
    QCOMPARE(log.index(0, static_cast<int>(models::ExchangeLog::Column::Url)).data().toString(),
             u"https://cloud.xn--mngodb-wqf.com/api/atlas/v2/groups"_s);
}

void ShownHostsTest::besideAnError()
{
    QCOMPARE(net::describeRequest("GET", lookAlike()),
             u"GET https://cloud.xn--mngodb-wqf.com/api/atlas/v2/groups"_s);
}

void ShownHostsTest::whereNoAnswerCame_data()
{
    using Error = QNetworkReply::NetworkError;
    QTest::addColumn<Error>("failure");
    QTest::addColumn<QString>("ofQt");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
    const QString host = u"cloud.xn--mngodb-wqf.com"_s;
    QTest::newRow("not found") << Error::HostNotFoundError
                               << u"Host "_s + lookAlike().host() + u" not found"_s
                               << u"Host not found"_s << host + u" could not be found."_s;
    QTest::newRow("refused") << Error::ConnectionRefusedError << u"Connection refused"_s
                             << u"Connection refused"_s << host + u" refused the connection."_s;
    QTest::newRow("closed") << Error::RemoteHostClosedError << u"Connection closed"_s
                            << u"Connection closed"_s
                            << u"The connection to "_s + host
            + u" was closed before the response was complete."_s;
    QTest::newRow("timed out") << Error::TimeoutError << u"Socket operation timed out"_s
                               << u"Connection timed out"_s
                               << u"The connection to "_s + host + u" timed out."_s;
    QTest::newRow("no handshake") << Error::SslHandshakeFailedError
                                  << u"Error during SSL handshake: error:0A000126"_s
                                  << u"No secure connection"_s
                                  << host
            + u" and this computer could not agree on a secure connection (error:0A000126)."_s;
    QTest::newRow("Qt's alone") << Error::UnknownNetworkError << u"Network unreachable"_s
                                << u"Connection failed"_s << u"Network unreachable"_s;
}

void ShownHostsTest::whereNoAnswerCame()
{
    QFETCH(const QNetworkReply::NetworkError, failure);
    QFETCH(const QString, ofQt);
    const FailedReply reply(failure, ofQt);
    const atlas::ApiError error = net::connectionError(reply, {});
    QCOMPARE(error.kind, atlas::ApiError::Kind::Transport);
    QTEST(error.reason, "reason");
    QTEST(error.detail, "detail");
    const bool hasOwnWords = failure != QNetworkReply::UnknownNetworkError;
    QCOMPARE(net::failureOf(reply).isPlain(), !hasOwnWords);
    QCOMPARE(net::failureOf(reply).toString(), hasOwnWords ? error.reason : ofQt);
}

QTEST_GUILESS_MAIN(ShownHostsTest)
#include "tst_shownhosts.moc"
