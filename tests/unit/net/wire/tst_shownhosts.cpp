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

/// A call whose host nobody knows.
class UnknownHostReply final : public QNetworkReply
{
public:
    UnknownHostReply()
    {
        setUrl(lookAlike());
        setError(HostNotFoundError, "Host "_L1 + lookAlike().host() + " not found"_L1);
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
    void whereItIsNotFound();
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

void ShownHostsTest::whereItIsNotFound()
{
    const UnknownHostReply reply;
    const atlas::ApiError error = net::connectionError(reply, {});
    QCOMPARE(error.kind, atlas::ApiError::Kind::Transport);
    QCOMPARE(error.detail, u"cloud.xn--mngodb-wqf.com could not be found."_s);
}

QTEST_GUILESS_MAIN(ShownHostsTest)
#include "tst_shownhosts.moc"
