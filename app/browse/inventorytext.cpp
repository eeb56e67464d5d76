// SPDX-License-Identifier: Apache-2.0
#include "browse/inventorytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

struct InventoryTexts
{
    Q_DECLARE_TR_FUNCTIONS(browse::Inventory)
};

QString bucketCount(const Inventory::Tally &tally)
{
    return InventoryTexts::tr("%Ln bucket(s)", nullptr, tally.buckets);
}

QString progressText(const Inventory::Tally &tally)
{
    const QLocale locale;
    if (!tally.areProjectsKnown) {
        //: Projects read, of so many and more: the list of projects is still being read.
        return InventoryTexts::tr("%1 of %2+ projects, %3")
            .arg(locale.toString(tally.read + tally.failed), locale.toString(tally.projects),
                 bucketCount(tally));
    }
    //: e.g. 37 of 250 projects, 18,400 buckets
    return InventoryTexts::tr("%1 of %Ln project(s), %2", nullptr, tally.projects)
        .arg(locale.toString(tally.read + tally.failed), bucketCount(tally));
}

QString totalText(const Inventory::Tally &tally)
{
    //: e.g. 100,312 buckets in 250 projects
    return InventoryTexts::tr("%1 in %Ln project(s)", nullptr, tally.projects)
        .arg(bucketCount(tally));
}

/// Of one project, whose name stands above the table.
QString textOfOne(const Inventory::Tally &tally, bool isReading)
{
    if (isReading)
        return InventoryTexts::tr("%1 so far").arg(bucketCount(tally));
    if (tally.failed > 0)
        return InventoryTexts::tr("%1, not all").arg(bucketCount(tally));
    return bucketCount(tally);
}

QStringList reservations(const Inventory::Tally &tally)
{
    QStringList all;
    if (tally.failed > 0)
        all += InventoryTexts::tr("%Ln project(s) not readable", nullptr, tally.failed);
    if (tally.shifting > 0)
        all += InventoryTexts::tr("%Ln project(s) changing while read", nullptr, tally.shifting);
    if (!tally.areProjectsKnown)
        all += InventoryTexts::tr("list of projects incomplete");
    return all;
}

} // namespace

QString inventoryText(const Inventory &inventory)
{
    const Inventory::Tally tally = inventory.tally();
    const bool isDone = inventory.state() == Inventory::State::Ready;
    if (!inventory.isOpen())
        return {};
    if (inventory.project())
        return textOfOne(tally, !isDone);
    if (!isDone)
        return progressText(tally);
    return (QStringList(totalText(tally)) + reservations(tally)).join(u", "_s);
}

QString inventoryDelayText(const Inventory::Tally &tally)
{
    if (tally.delayed == 0)
        return {};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(tally.delay);
    return InventoryTexts::tr("%Ln project(s) tried again", nullptr, tally.delayed) + u' '
        + InventoryTexts::tr("in %1 s").arg(QLocale().toString(seconds.count()));
}

} // namespace browse
