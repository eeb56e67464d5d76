// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace bench {

/// What the figures were measured on.
struct Machine
{
    QString processor;
    int cores{0};
    int memoryMiB{0};
    QString kernel;
    QString system;
    QString qtVersion;

    static Machine thisOne();

    QString toText() const;
    QJsonObject toJson() const;
};

} // namespace bench
