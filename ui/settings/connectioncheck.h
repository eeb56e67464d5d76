// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstore.h"
#include "buckets/reading/connectiontest.h"
#include "ui/parts/signouts.h"

#include <QObject>
#include <QSslCertificate>
#include <QStringList>

#include <chrono>

namespace ui {

/// Tries whether a profile can sign in: fetches its secret if need be, reads its CA files, and asks
/// Atlas once.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    /// Who signs in, and where.
    struct Subject
    {
        accounts::ProfileId profile;
        QString name;
        accounts::BaseUrl baseUrl;
        /// If its secret is empty, the store is asked for the one that was entered for `baseUrl`.
        accounts::Credential credential;
        QStringList caFiles;
        std::chrono::milliseconds deadline{30'000};
    };

    /// `signOuts` must outlive this object.
    explicit ConnectionCheck(SignOuts &signOuts, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    /// Begins, in place of a check under way. passed() or failed() is emitted once, unless stop()
    /// is called before. `store` is used until then. Whatever ends a check, the token that Atlas
    /// has given out for it is given back: if need be by `signOuts`, to which stop() leaves it.
    void start(const Subject &subject, accounts::SecretStore &store);
    void stop();
    bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    /// `message` is for people.
    void passed(const QString &message);
    /// `message` is for people: what is wrong, and what to do about it.
    void failed(const QString &message);
    /// The store has no secret for the profile; failed() follows.
    void secretMissing(const accounts::ProfileId &profile);

private:
    void fetchSecret(const Subject &subject, accounts::SecretStore &store);
    void signIn(const Subject &subject);
    void ask(const Subject &subject, const QList<QSslCertificate> &authorities);
    void pass(const QString &message);
    void fail(const QString &message);
    void endRun();

    SignOuts &m_signOuts;
    /// What a check under way depends on: stop() destroys it, and the answers with it.
    QObject *m_run = nullptr;
    /// The latest test outlives its end, for it still gives its token back to Atlas.
    std::unique_ptr<buckets::ConnectionTest> m_test;
};

/// What came of a call that failed, in plain words, a line each: what Atlas said, and a hint.
QString failureText(const atlas::ApiError &error);

} // namespace ui
