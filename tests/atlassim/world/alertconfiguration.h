// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace atlassim {

/// How somebody is told; what is not set is not sent.
struct AlertNotification
{
    QString typeName;
    std::optional<bool> emailEnabled{};
    std::optional<bool> smsEnabled{};
    /// A field of that name: an address of a person, or a secret.
    QString secretName{};
    QString secret{};
};

/// What confines an alert.
struct AlertMatcher
{
    QString fieldName;
    QString comparison{};
    QString value{};
};

/// Who is told of what.
struct AlertConfiguration
{
    QString id;
    /// Atlas leaves it out of some.
    std::optional<QString> eventTypeName{};
    bool enabled{true};
    QDateTime created{};
    QList<AlertMatcher> matchers{};
    QList<AlertNotification> notifications{};
};

} // namespace atlassim
