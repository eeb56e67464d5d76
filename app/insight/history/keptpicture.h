// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/keptreading.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace insight {

/// The latest reading in short: what the list of projects shows.
struct KeptOutline
{
    struct Project
    {
        atlas::ProjectId id{};
        QString name{};
        int buckets = 0;
        bool hasAllBuckets = false;

        friend bool operator==(const Project &, const Project &) = default;
    };

    /// Of the reading, as ReadingInfo has it.
    qint64 id = 0;
    /// UTC.
    QDateTime at{};
    bool hasAllProjects = false;
    /// In the order of the reading.
    QList<Project> projects{};

    friend bool operator==(const KeptOutline &, const KeptOutline &) = default;
};

/// One project of the latest reading.
struct KeptPage
{
    KeptProject project{};
    /// What was kept beside it, by who gave it to HistoryStore::add(); may be empty.
    QByteArray facts{};
};

} // namespace insight
