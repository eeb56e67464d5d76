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
    m_readings = readings;
    clear();
    m_offers.clear();
    fill();
    setCurrentIndex(std::max(0, entryOf(before)));
}

std::optional<insight::ReadingInfo> CompareWithBox::chosen() const
{
    const int entry = currentIndex();
    if (entry < 0)
        return std::nullopt;
    const Offer &offer = m_offers[entry];
    return offer.isOfDay ? insight::readingUntil(m_readings, m_day.endOfDay().toUTC())
                         : std::optional(offer.reading);
}

bool CompareWithBox::asksForDay() const
{
    return m_offers.value(currentIndex()).isOfDay;
}

QDate CompareWithBox::firstDay() const
{
    return dayOf(0);
}

/// The latest reading is compared, and not compared with.
QDate CompareWithBox::lastDay() const
{
    return dayOf(m_readings.size() - 2);
}

QDate CompareWithBox::dayOf(qsizetype reading) const
{
    return m_readings.size() < 2 ? QDate() : m_readings[reading].at.toLocalTime().date();
}

/// First those that are called by their age, then a day to be chosen, then all by their time, the
/// newest first; but for the latest, which is compared.
void CompareWithBox::fill()
{
    for (const CompareWith age : Choices) {
        if (const auto reading = insight::readingFor(m_readings, age)) {
            offer(
                tr("%1 (%2)").arg(insight::compareWithText(age), base::localTimeText(reading->at)),
                {*reading, age, false});
        }
    }
    if (m_readings.size() > 1)
        offer(tr("Custom date"), {{}, std::nullopt, true});
    for (qsizetype i = m_readings.size() - 2; i >= 0; --i) {
        const QString time = base::localTimeText(m_readings[i].at);
        offer(m_readings[i].isComplete ? time : tr("%1, incomplete").arg(time),
              {m_readings[i], std::nullopt, false});
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
        return one.age == offer.age && one.isOfDay == offer.isOfDay
            && (one.age || one.isOfDay || one.reading == offer.reading);
    });
    return found == m_offers.end() ? -1 : static_cast<int>(found - m_offers.begin());
}

} // namespace ui
