// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace atlas {

/// The version of the Atlas Administration API that a call asks for: a date.
/// Atlas answers with the newest resource version that is not newer.
class ApiVersion
{
public:
    /// 2025-02-19.
    ApiVersion() = default;

    /// Reads `YYYY-MM-DD`; anything else, or a day that does not exist, is nothing.
    static std::optional<ApiVersion> fromString(QStringView text);

    /// `YYYY-MM-DD`.
    QString toString() const;

    /// The value of the `Accept` header that asks for this version.
    QByteArray acceptHeader() const;

    friend bool operator==(const ApiVersion &, const ApiVersion &) = default;
    /// Whether `a` is the older.
    friend bool operator<(const ApiVersion &a, const ApiVersion &b) { return a.m_date < b.m_date; }

private:
    QDate m_date{2025, 2, 19};
};

} // namespace atlas
