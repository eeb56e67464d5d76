// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connectioncheck.h"

#include "accounts/profiles/boundsecret.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "net/wire/trustedcertificates.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::Secret;
using accounts::SecretError;

} // namespace

QString failureText(const atlas::ApiError &error)
{
    const QString detail = error.detail == error.reason ? QString() : insight::quotedDetail(error);
    QStringList lines{insight::wholeErrorName(error), detail, insight::hintFor(error)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

ConnectionCheck::ConnectionCheck(SignOuts &signOuts, QObject *parent)
    : QObject(parent), m_signOuts(signOuts)
{ }

ConnectionCheck::~ConnectionCheck()
{
    stop();
}

void ConnectionCheck::start(const Subject &subject, accounts::SecretStore &store)
{
    stop();
    m_run = new QObject(this);
    if (subject.credential.secret.isEmpty())
        fetchSecret(subject, store);
    else
        signIn(subject);
}

void ConnectionCheck::stop()
{
    delete m_run;
    m_run = nullptr;
    m_signOuts.add(std::move(m_test));
}

void ConnectionCheck::fetchSecret(const Subject &subject, accounts::SecretStore &store)
{
    accounts::Profile owner;
    owner.id = subject.profile;
    owner.name = subject.name;
    owner.baseUrl = subject.baseUrl;
    const auto take = [this, subject](const tl::expected<Secret, SecretError> &secret) {
        if (!secret) {
            if (secret.error().kind == SecretError::Kind::NotFound)
                Q_EMIT secretMissing(subject.profile);
            fail(secret.error().message);
            return;
        }
        Subject complete = subject;
        complete.credential.secret = *secret;
        signIn(complete);
    };
    accounts::readSecretFor(owner, store, m_run, take);
}

void ConnectionCheck::signIn(const Subject &subject)
{
    net::readTrustedCertificatesAside(subject.caFiles, m_run,
                                      [this, subject](const net::TrustedCertificates &authorities) {
                                          if (authorities)
                                              ask(subject, *authorities);
                                          else
                                              fail(authorities.error().toString());
                                      });
}

void ConnectionCheck::ask(const Subject &subject, const QList<QSslCertificate> &authorities)
{
    // Who tests a connection wants to know how it is now: no retries.
    m_test = std::make_unique<buckets::ConnectionTest>(
        net::Client::Settings{subject.baseUrl, subject.credential, subject.deadline, authorities,
                              net::RetryPolicy::none()});
    connect(m_test.get(), &buckets::ConnectionTest::passed, m_run,
            [this](const QString &summary) { pass(summary); });
    connect(m_test.get(), &buckets::ConnectionTest::failed, m_run,
            [this](const atlas::ApiError &error) { fail(failureText(error)); });
    m_test->start();
}

void ConnectionCheck::pass(const QString &message)
{
    endRun();
    Q_EMIT passed(message);
}

void ConnectionCheck::fail(const QString &message)
{
    endRun();
    Q_EMIT failed(message);
}

void ConnectionCheck::endRun()
{
    m_run->deleteLater();
    m_run = nullptr;
}

} // namespace ui
