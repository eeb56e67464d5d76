// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/filesecretstore.h"
#include "accounts/secrets/memorysecretstore.h"
#include "tests/support/memorysearch.h"
#include "tests/support/recordingserver.h"
#include "tests/support/testaccount.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using accounts::Secret;
using testsupport::HiddenText;
using testsupport::httpAnswer;
using testsupport::RecordingServer;

Q_DECLARE_METATYPE(accounts::Authentication)

namespace {

QByteArray answerTo(const QByteArray &request)
{
    if (request.startsWith("POST"))
        return httpAnswer(200, {}, R"({"access_token":"t","expires_in":3600})");
    if (!testsupport::hasHeader(request, "Authorization"))
        return httpAnswer(401, {"WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\""});
    return httpAnswer(200, {}, R"({"links":[],"results":[],"totalCount":0})");
}

} // namespace

/// That a secret is gone from memory when nobody needs it any more. Freed memory counts, too: the
/// address sanitizer keeps it back for a while as it was.
class SecretsInMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sessionLeavesNoSecret_data();
    void sessionLeavesNoSecret();
    void switchLeavesNoSecret_data();
    void switchLeavesNoSecret();
    void storesLeaveNoSecret();
};

void SecretsInMemoryTest::initTestCase()
{
    if (!testsupport::canSearchMemory())
        QSKIP("This system does not show a process its own memory (/proc/self/mem).");
}

void SecretsInMemoryTest::sessionLeavesNoSecret_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::newRow("API key") << Authentication::ApiKey;
    QTest::newRow("service account") << Authentication::ServiceAccount;
}

void SecretsInMemoryTest::sessionLeavesNoSecret()
{
    QFETCH(const Authentication, authentication);
    const RecordingServer server(answerTo);
    const auto hidden = HiddenText::random();
    // In the Basic header, which is Qt's once it is sent, this identity makes other base64 of the
    // secret than is searched for.
    const auto identity = u"account"_s;
    {
        Session session(testsupport::sessionSettings(
            server.baseUrl(), {authentication, identity, hidden.toSecret()}));
        session.projects().refresh();
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(!session.hasFailed());
        QVERIFY(hidden.countInMemory() > 0);
        session.leave();
    }
    QVERIFY(!server.requests().isEmpty());
    QCOMPARE(hidden.countInMemory(), 0);
}

void SecretsInMemoryTest::switchLeavesNoSecret_data()
{
    sessionLeavesNoSecret_data();
}

/// The errors count, too: each secret is looked for in their texts.
void SecretsInMemoryTest::switchLeavesNoSecret()
{
    QFETCH(const Authentication, authentication);
    const RecordingServer server([](const QByteArray &request) {
        return request.startsWith("GET") && testsupport::hasHeader(request, "Authorization")
            ? httpAnswer(403, {}, R"({"error":403,"detail":"Not you."})")
            : answerTo(request);
    });
    const auto sessionOf = [&](const HiddenText &secret) {
        auto session = std::make_unique<Session>(testsupport::sessionSettings(
            server.baseUrl(), {authentication, u"account"_s, secret.toSecret()}));
        session->projects().refresh();
        return session;
    };
    const auto oldSecret = HiddenText::random();
    const auto newSecret = HiddenText::random();
    auto oldSession = sessionOf(oldSecret);
    QTRY_VERIFY(!oldSession->isBusy());
    QVERIFY(oldSession->hasFailed());

    QSignalSpy left(oldSession.get(), &Session::left);
    oldSession->leave();
    const auto newSession = sessionOf(newSecret);
    QTRY_COMPARE(left.count(), 1);
    oldSession.reset();
    QTRY_VERIFY(!newSession->isBusy());
    QCOMPARE(oldSecret.countInMemory(), 0);
    QVERIFY(newSecret.countInMemory() > 0);
}

void SecretsInMemoryTest::storesLeaveNoSecret()
{
    const auto profile = accounts::ProfileId::create();
    const QTemporaryDir folder;
    const auto hidden = HiddenText::random();
    {
        std::vector<std::unique_ptr<accounts::SecretStore>> stores;
        stores.push_back(std::make_unique<accounts::MemorySecretStore>());
        stores.push_back(
            std::make_unique<accounts::FileSecretStore>(folder.filePath(u"secrets.conf"_s)));
        for (const auto &store : stores) {
            bool isRead = false;
            store->write(profile, hidden.toSecret(), this, [](const auto &) {});
            store->read(profile, this,
                        [&isRead](const auto &secret) { isRead = secret.has_value(); });
            QTRY_VERIFY(isRead);
        }
        QVERIFY(hidden.countInMemory() > 0);
    }
    QCOMPARE(hidden.countInMemory(), 0);
}

QTEST_GUILESS_MAIN(SecretsInMemoryTest)
#include "tst_secretsinmemory.moc"
