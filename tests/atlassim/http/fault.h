// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/atlaserror.h"
#include "tests/atlassim/http/httpreply.h"

#include <chrono>
#include <optional>

namespace atlassim {

/// A rule that makes matching calls go wrong, or slow.
struct Fault
{
    static constexpr int Forever = -1;
    /// As `status`: answer as if there were no fault (but as late as `latency` says).
    static constexpr int AnswerNormally = 0;

    /// Whom it hits: requests whose path begins so, such as `/api/atlas/v2/groups`.
    QString pathPrefix{};
    /// The path must be exactly `pathPrefix`.
    bool wholePath{false};
    /// Not empty: only requests that carry this query item, such as `pageNum=3`.
    QString queryItem{};
    /// How often it hits before it is gone.
    int times{1};
    /// Hit calls without looking at their credentials. The OAuth calls are always hit so.
    bool beforeAuthentication{false};

    int status{500};
    HeaderList headers{};
    QByteArray body{};
    /// Sent in place of `body`; after authentication it heeds `envelope` and `pretty`.
    std::optional<AtlasError> error{};
    /// In place of Options::latency.
    std::optional<std::chrono::milliseconds> latency{};
    Delivery delivery{Delivery::Whole};

    /// Once, for calls below `/api/atlas/v2`.
    static Fault atlasError(int status, const QString &errorCode, const QString &reason,
                            const QString &detail, const QJsonArray &parameters = {});

    /// Once: the right answer, but late.
    static Fault delay(const QString &pathPrefix, std::chrono::milliseconds latency);

    bool matches(const HttpRequest &request) const;

    /// Reads what `POST /_sim/faults` takes; nothing if a field has the wrong type or value.
    static std::optional<Fault> fromJson(const QJsonObject &json);
};

} // namespace atlassim
