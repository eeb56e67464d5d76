// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/comparewith.h"

#include "base/texts/timetext.h"
#include "insight/advice/changetext.h"
#include "ui/look/widgets.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

using insight::CompareWith;

constexpr std::array Choices{CompareWith::LastTime, CompareWith::Yesterday, CompareWith::AWeekAgo};

} // namespace

CompareWithBox::CompareWithBox(QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(tr("Compare with"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    leaveWheelUnlessFocused(*this);
    connect(this, &QComboBox::activated, this, &CompareWithBox::chosenChanged);
}

void CompareWithBox::setReadings(const QList<insight::ReadingInfo> &readings)
{
    const Offer before = m_offers.value(currentIndex());
    clear();
    m_offers.clear();
    fill(readings);
    setCurrentIndex(std::max(0, entryOf(before)));
}

std::optional<insight::ReadingInfo> CompareWithBox::chosen() const
{
    const int entry = currentIndex();
    return entry < 0 ? std::nullopt : std::optional(m_offers[entry].reading);
}

/// First those that are called by their age, then all by their time, the newest first; but for the
/// latest, which is compared.
void CompareWithBox::fill(const QList<insight::ReadingInfo> &readings)
{
    for (const CompareWith age : Choices) {
        if (const auto reading = insight::readingFor(readings, age)) {
            offer(
                tr("%1 (%2)").arg(insight::compareWithText(age), base::localTimeText(reading->at)),
                {*reading, age});
        }
    }
    for (qsizetype i = readings.size() - 2; i >= 0; --i) {
        const QString time = base::localTimeText(readings[i].at);
        offer(readings[i].isComplete ? time : tr("%1, incomplete").arg(time),
              {readings[i], std::nullopt});
    }
}

void CompareWithBox::offer(const QString &text, const Offer &offer)
{
    m_offers.append(offer);
    addItem(text);
}

/// -1 if it is not offered any more.
int CompareWithBox::entryOf(const Offer &offer) const
{
    const auto found = std::find_if(m_offers.begin(), m_offers.end(), [&offer](const Offer &one) {
        return one.age == offer.age && (one.age || one.reading == offer.reading);
    });
    return found == m_offers.end() ? -1 : static_cast<int>(found - m_offers.begin());
}

} // namespace ui
