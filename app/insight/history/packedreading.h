// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>

namespace insight {

/// What tells bytes in the file from all others.
inline QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// A project as it lies in the file.
struct PackedProject
{
    QByteArray hash{};
    QByteArray bytes{};
};

/// A reading as it lies in the file.
struct PackedReading
{
    qint64 at = 0;
    bool isComplete = false;
    bool hasAllProjects = false;
    QList<PackedProject> projects{};
    QByteArray digest{};
    /// What it looks like as long as it is the latest.
    QByteArray outline{};
    QByteArray rows{};
    QList<QByteArray> facts{};
};

} // namespace insight
