// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/boundsecret.h"
#include "accounts/secrets/memorysecretstore.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

BaseUrl address(const QString &text)
{
    return BaseUrl::parse(text).value();
}

Profile profileAt(const BaseUrl &baseUrl)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = u"Production"_s;
    profile.baseUrl = baseUrl;
    return profile;
}

} // namespace

/// A secret and the address it was entered for.
class BoundSecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasBound_data();
    void givesBackWhatWasBound();
    void saysWhatIsDamaged_data();
    void saysWhatIsDamaged();
    void readsForItsOwnServerAlone_data();
    void readsForItsOwnServerAlone();
    void asksOnceForTheServer();
    void confirmsNothingThatIsBoundElsewhere();

private:
    using Read = tl::expected<Secret, SecretError>;
    Read read(const Profile &profile);
    Read confirm(const Profile &profile);

    MemorySecretStore m_store;
};

BoundSecretTest::Read BoundSecretTest::read(const Profile &profile)
{
    std::optional<Read> result;
    readSecretFor(profile, m_store, this, [&result](const Read &secret) { result = secret; });
    [&] {
        QTRY_VERIFY(result.has_value());
    }();
    return *result;
}

BoundSecretTest::Read BoundSecretTest::confirm(const Profile &profile)
{
    std::optional<Read> result;
    confirmServerOf(profile, m_store, this, [&result](const Read &secret) { result = secret; });
    [&] {
        QTRY_VERIFY(result.has_value());
    }();
    return *result;
}

void BoundSecretTest::givesBackWhatWasBound_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("secret");
    const QString secret = u"mdb_sa_sk_0123456789"_s;
    QTest::newRow("Atlas") << u"https://cloud.mongodb.com"_s << secret;
    QTest::newRow("Government") << u"https://cloud.mongodbgov.com"_s << secret;
    QTest::newRow("port") << u"https://atlas.example.test:8443"_s << secret;
    QTest::newRow("IPv6") << u"http://[::1]:8080"_s << secret;
    QTest::newRow("letters beyond ASCII") << u"https://bücher.example"_s << u"비밀 é"_s;
    QTest::newRow("line breaks") << u"https://cloud.mongodb.com"_s << u"a\nb\r\n"_s;
    QTest::newRow("looks bound") << u"https://cloud.mongodb.com"_s
                                 << u"bucketscope:1 https://evil.example\nx"_s;
}

void BoundSecretTest::givesBackWhatWasBound()
{
    QFETCH(const QString, url);
    QFETCH(const QString, secret);
    const auto apart = takenApart(boundTo(address(url), Secret::fromString(secret)));
    QVERIFY(apart);
    QVERIFY(apart->secret == Secret::fromString(secret));
    QVERIFY(apart->baseUrl == address(url));
}

void BoundSecretTest::saysWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("no line break") << QByteArray("bucketscope:1 https://cloud.mongodb.com");
    QTest::newRow("no address") << QByteArray("bucketscope:1 \nsecret");
    QTest::newRow("no base URL") << QByteArray("bucketscope:1 ftp://host\nsecret");
}

void BoundSecretTest::saysWhatIsDamaged()
{
    QFETCH(const QByteArray, kept);
    const auto apart = takenApart(Secret::fromUtf8(kept));
    QVERIFY(!apart);
    QCOMPARE(apart.error().kind, SecretError::Kind::Other);
}

void BoundSecretTest::readsForItsOwnServerAlone_data()
{
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("serves");
    const QString atlas = u"https://cloud.mongodb.com"_s;
    QTest::newRow("same") << atlas << atlas << true;
    QTest::newRow("slash and case") << atlas << u"HTTPS://Cloud.MongoDB.com/"_s << true;
    QTest::newRow("Government") << atlas << u"https://cloud.mongodbgov.com"_s << false;
    QTest::newRow("port") << atlas << u"https://cloud.mongodb.com:8443"_s << false;
    QTest::newRow("scheme") << u"https://localhost:80"_s << u"http://localhost:80"_s << false;
    QTest::newRow("looks alike") << atlas << u"https://cloud.m\u043engodb.com"_s << false;
}

void BoundSecretTest::readsForItsOwnServerAlone()
{
    QFETCH(const QString, entered);
    QFETCH(const QString, now);
    QFETCH(const bool, serves);
    const Secret secret = Secret::fromString(u"secret"_s);
    const Profile profile = profileAt(address(now));
    m_store.write(profile.id, boundTo(address(entered), secret), this, [](const auto &) {});
    const Read result = read(profile);
    QCOMPARE(result.has_value(), serves);
    if (serves) {
        QVERIFY(*result == secret);
        return;
    }
    QCOMPARE(result.error().kind, SecretError::Kind::OtherServer);
    QVERIFY(result.error().message.contains(address(entered).toString()));
    QVERIFY(result.error().message.contains(profile.baseUrl.toString()));
}

void BoundSecretTest::asksOnceForTheServer()
{
    const Secret secret = Secret::fromString(u"kept long ago"_s);
    const Profile profile = profileAt(BaseUrl::government());
    m_store.write(profile.id, secret, this, [](const auto &) {});
    const Read unknown = read(profile);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, SecretError::Kind::ServerUnknown);
    QVERIFY(unknown.error().message.contains(u"cloud.mongodbgov.com"));

    const Read confirmed = confirm(profile);
    QVERIFY(confirmed && *confirmed == secret);
    const Read later = read(profile);
    QVERIFY(later && *later == secret);
    Profile moved = profile;
    moved.baseUrl = BaseUrl::atlas();
    QVERIFY(!read(moved));
}

void BoundSecretTest::confirmsNothingThatIsBoundElsewhere()
{
    const Profile profile = profileAt(BaseUrl::atlas());
    QCOMPARE(confirm(profile).error().kind, SecretError::Kind::NotFound);
    m_store.write(profile.id, boundTo(BaseUrl::government(), Secret::fromString(u"s"_s)), this,
                  [](const auto &) {});
    QCOMPARE(confirm(profile).error().kind, SecretError::Kind::OtherServer);
}

QTEST_GUILESS_MAIN(BoundSecretTest)
#include "tst_boundsecret.moc"
