// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httpreply.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace atlassim {

/// One entry of `badRequestDetail.fields`.
struct FieldViolation
{
    QString field;
    QString description;
};

/// An error in Atlas' shape.
struct AtlasError
{
    int status{500};
    QString errorCode{};
    QString detail{};
    QJsonArray parameters{};
    QList<FieldViolation> fields{};
    /// Empty: the standard phrase of the status.
    QString reason{};

    QJsonObject toJson() const;
};

/// The error as an answer without an envelope.
HttpReply errorReply(const AtlasError &error);

/// What Atlas says to anyone it does not know.
AtlasError unauthorizedError();

} // namespace atlassim
