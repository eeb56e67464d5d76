// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/inventorytext.h"

#include "base/texts/agetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

struct InventoryTexts
{
    Q_DECLARE_TR_FUNCTIONS(buckets::Inventory)
};

QString bucketCount(const buckets::Inventory::Tally &tally)
{
    return InventoryTexts::tr("%Ln bucket(s)", nullptr, tally.buckets);
}

QString progressText(const buckets::Inventory::Tally &tally)
{
    const QLocale locale;
    const int projects = tally.projectsWithBuckets();
    if (!tally.areProjectsKnown && tally.projects == 0)
        return InventoryTexts::tr("Loading projects…");
    if (!tally.areProjectsKnown) {
        //: Projects read, of so many and more: the list of projects is still being read.
        return InventoryTexts::tr("%1 of %2+ projects, %3")
            .arg(locale.toString(tally.read), locale.toString(projects), bucketCount(tally));
    }
    //: e.g. 37 of 250 projects, 18,400 buckets
    return InventoryTexts::tr("%1 of %Ln project(s), %2", nullptr, projects)
        .arg(locale.toString(tally.read), bucketCount(tally));
}

QString totalText(const buckets::Inventory::Tally &tally)
{
    const int projects = tally.projectsWithBuckets();
    if (tally.read < projects) {
        //: e.g. 100,312 buckets in 248 of 250 projects
        return InventoryTexts::tr("%1 in %2 of %Ln project(s)", nullptr, projects)
            .arg(bucketCount(tally), QLocale().toString(tally.read));
    }
    //: e.g. 100,312 buckets in 250 projects
    return InventoryTexts::tr("%1 in %Ln project(s)", nullptr, projects).arg(bucketCount(tally));
}

/// Of one project, whose name stands above the table.
QString textOfOne(const buckets::Inventory::Tally &tally, bool isReading)
{
    if (isReading)
        return InventoryTexts::tr("%1 so far").arg(bucketCount(tally));
    if (!tally.isComplete())
        return InventoryTexts::tr("%1 (incomplete)").arg(bucketCount(tally));
    return bucketCount(tally);
}

/// Of rows of an earlier day, as far as they have not been read since.
QString keptText(const buckets::Inventory &inventory, const buckets::Inventory::Tally &tally)
{
    const QString age = base::agoText(inventory.keptAt(), QDateTime::currentDateTimeUtc());
    if (tally.read == 0) {
        //: e.g. 18,400 buckets, loaded 3 hours ago
        return InventoryTexts::tr("%1, loaded %2").arg(bucketCount(tally), age);
    }
    //: e.g. 37 of 250 projects, 18,400 buckets, the others loaded 3 hours ago
    return InventoryTexts::tr("%1, the others loaded %2").arg(progressText(tally), age);
}

/// What to know of what was read; while it is read, more may come of the list of projects.
QStringList reservations(const buckets::Inventory::Tally &tally, bool isDone)
{
    QStringList all;
    if (tally.cloudManager > 0)
        all += InventoryTexts::tr("%Ln Cloud Manager project(s)", nullptr, tally.cloudManager);
    if (tally.unsupported > 0)
        all += InventoryTexts::tr("%Ln project(s) unable to export snapshots", nullptr,
                                  tally.unsupported);
    if (tally.failed > 0)
        all += InventoryTexts::tr("%Ln project(s) not read", nullptr, tally.failed);
    if (tally.shifting > 0)
        all += InventoryTexts::tr("%Ln project(s) changed during loading", nullptr, tally.shifting);
    if (tally.leftOut > 0)
        all += InventoryTexts::tr("%Ln project(s) with entries left out", nullptr, tally.leftOut);
    if (isDone && !tally.areProjectsKnown)
        all += InventoryTexts::tr("project list incomplete");
    return all;
}

} // namespace

QString inventoryText(const buckets::Inventory &inventory)
{
    const buckets::Inventory::Tally tally = inventory.tally();
    const bool isDone = inventory.state() == buckets::Inventory::State::Ready;
    if (!inventory.isOpen())
        return {};
    if (inventory.keptAt().isValid() && tally.read == 0)
        return keptText(inventory, tally);
    if (inventory.project())
        return textOfOne(tally, !isDone);
    const QString whole = inventory.keptAt().isValid() ? keptText(inventory, tally)
        : isDone                                       ? totalText(tally)
                                                       : progressText(tally);
    return (QStringList(whole) + reservations(tally, isDone)).join(u", "_s);
}

QString inventoryDelayText(const buckets::Inventory::Tally &tally)
{
    if (tally.delayed == 0)
        return {};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(tally.delay);
    return InventoryTexts::tr("Retrying %Ln project(s) in %1 s", nullptr, tally.delayed)
        .arg(QLocale().toString(seconds.count()));
}

} // namespace insight
