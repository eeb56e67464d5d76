// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/comparewith.h"

#include "base/texts/timetext.h"
#include "insight/advice/changetext.h"
#include "insight/history/comparison.h"
#include "ui/look/widgets.h"

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
    if (readings == m_readings)
        return;
    const auto before = chosen();
    const int choice = currentIndex();
    m_readings = readings;
    fill();
    const auto kept = before ? m_offered.indexOf(*before) : qsizetype(-1);
    const auto named = static_cast<int>(Choices.size());
    // What is called by its age is another reading each time; what is called by its time stays.
    if (choice >= 0 && choice < named && choice < count())
        setCurrentIndex(choice);
    else
        setCurrentIndex(kept >= 0 ? static_cast<int>(m_offered.lastIndexOf(*before)) : 0);
    if (chosen() != before)
        Q_EMIT chosenChanged();
}

std::optional<insight::ReadingInfo> CompareWithBox::chosen() const
{
    const int index = currentIndex();
    return index >= 0 && index < m_offered.size() ? std::optional(m_offered[index]) : std::nullopt;
}

/// First those that are called by their age, then all by their time, the newest first; but for the
/// latest, which is compared.
void CompareWithBox::fill()
{
    clear();
    m_offered.clear();
    for (const CompareWith with : Choices) {
        if (const auto reading = insight::readingFor(m_readings, with)) {
            addItem(tr("%1 (%2)").arg(insight::compareWithText(with),
                                      base::localTimeText(reading->at)));
            m_offered.append(*reading);
        }
    }
    for (qsizetype i = m_readings.size() - 2; i >= 0; --i) {
        const insight::ReadingInfo &reading = m_readings[i];
        const QString time = base::localTimeText(reading.at);
        addItem(reading.isComplete ? time : tr("%1, incomplete").arg(time));
        m_offered.append(reading);
    }
}

} // namespace ui
