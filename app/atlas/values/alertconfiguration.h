// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace atlas {

/// Whom Atlas tells of what, as far as exports are concerned. How they are told is not kept: the
/// notifications hold secrets and addresses of persons.
struct AlertConfiguration
{
    /// What confines it, e.g. to a cluster.
    struct Matcher
    {
        /// E.g. `CLUSTER_NAME`.
        QString field;
        /// E.g. `EQUALS`.
        QString comparison;
        QString value;

        friend bool operator==(const Matcher &, const Matcher &) = default;
    };

    /// Atlas's `eventTypeName`, e.g. `CPS_EXPORT_FAILED`; nothing if Atlas did not say.
    std::optional<QString> eventType{};
    bool isEnabled = false;
    /// How many of its notifications reach somebody: those to persons have e-mail or SMS on.
    int recipients = 0;
    /// All have to hold; none if it is about the whole project.
    QList<Matcher> matchers{};
    /// Tells it from the project's others.
    QString id{};

    friend bool operator==(const AlertConfiguration &, const AlertConfiguration &) = default;
};

} // namespace atlas
