// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstore.h"

#include <QObject>
#include <QTest>

#include <optional>

/// Calls a secret store and waits for its answer.
class SecretCalls
{
protected:
    auto read(accounts::SecretStore &store, const accounts::ProfileId &profile)
    {
        return waitFor<tl::expected<accounts::Secret, accounts::SecretError>>(
            [&](const auto &handler) { store.read(profile, &m_context, handler); });
    }
    auto write(accounts::SecretStore &store, const accounts::ProfileId &profile,
               const QString &secret)
    {
        return waitFor<Done>([&](const auto &handler) {
            store.write(profile, accounts::Secret::fromString(secret), &m_context, handler);
        });
    }
    auto remove(accounts::SecretStore &store, const accounts::ProfileId &profile)
    {
        return waitFor<Done>(
            [&](const auto &handler) { store.remove(profile, &m_context, handler); });
    }

private:
    using Done = tl::expected<void, accounts::SecretError>;
    static constexpr int PatienceMs = 20'000;

    template<class Result, class Start>
    Result waitFor(Start start)
    {
        std::optional<Result> answer;
        start([&answer](const Result &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, PatienceMs))
            qFatal("no answer");
        return *answer;
    }

    QObject m_context;
};
