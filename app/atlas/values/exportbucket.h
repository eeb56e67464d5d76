// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/cloudprovider.h"
#include "atlas/values/fieldvalues.h"
#include "atlas/values/objectid.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace atlas {

/// One registration of a bucket in a project. What a provider does not have, or Atlas left out, is
/// nothing.
struct ExportBucket : ToldValues<std::optional<QString>>
{
    BucketId id;
    /// Fields that this program does not know, as they came.
    QJsonObject unknownFields;

    QString name() const { return text(BucketField::Name).value_or(QString()); }
    CloudProvider provider() const
    {
        return CloudProvider::fromApi(text(BucketField::Provider).value_or(QString()));
    }

    friend bool operator==(const ExportBucket &, const ExportBucket &) = default;
};

} // namespace atlas
