// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/keyringprobe.h"
#include "accounts/secrets/secret.h"
#include "accounts/secrets/secreterror.h"

#include <qt6keychain/keychain.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>

namespace accounts {

/// One keychain job with a time limit, and with errors told apart. Destroys itself when it is
/// done, or when its context is destroyed.
class KeychainOperation : public QObject
{
    Q_OBJECT

public:
    /// The secret that was read; an empty one if the job reads none.
    using Result = tl::expected<Secret, SecretError>;
    using Handler = std::function<void(const Result &)>;

    /// Takes care of `job`, which nobody may have started. `handler` runs once, unless `context`
    /// or `parent` is destroyed first.
    KeychainOperation(QKeychain::Job *job, std::chrono::milliseconds timeLimit, QObject *context,
                      Handler handler, QObject *parent);

    void start();

private:
    void onJobFinished(QKeychain::Job *job);
    bool isAnswerDoubtful(const QKeychain::Job *job) const;
    void onStateKnown(KeyringState state);
    void onTimedOut();
    void conclude(const Result &result);

    QPointer<QKeychain::Job> m_job;
    QPointer<QObject> m_context;
    Handler m_handler;
    QTimer m_timer;
    /// What the job answered, once it has.
    std::optional<QKeychain::Error> m_error;
    QString m_errorText;
    bool m_isConcluded = false;
};

} // namespace accounts
