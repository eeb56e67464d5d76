// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/comparison.h"

#include <QComboBox>
#include <QDate>

#include <optional>

namespace ui {

/// Chooses the reading that the latest one is compared with: the one before, yesterday's, last
/// week's, that of a day, or any that is kept.
class CompareWithBox : public QComboBox
{
    Q_OBJECT

public:
    explicit CompareWithBox(QWidget *parent = nullptr);

    /// Offers these, of which the last is the latest. What was chosen by its age stays so, and is
    /// another reading then; what was chosen by its time stays as long as it is kept.
    void setReadings(const QList<insight::ReadingInfo> &readings);
    /// Whether the reading of a day is chosen, and not one that is offered.
    bool asksForDay() const;
    /// The days, of this computer's time zone, of the first and the last reading to compare with;
    /// invalid if there is none.
    QDate firstDay() const;
    QDate lastDay() const;
    /// The day that counts if asksForDay(): its last reading is taken, or the last before it.
    void setDay(QDate day) { m_day = day; }
    /// What is chosen; nothing if there is no choice.
    std::optional<insight::ReadingInfo> chosen() const;

Q_SIGNALS:
    /// The user has chosen another.
    void chosenChanged();

private:
    /// What an entry stands for.
    struct Offer
    {
        insight::ReadingInfo reading{};
        /// Nothing if it is called by its time.
        std::optional<insight::CompareWith> age{};
        /// Whether it is of the day that is set.
        bool isOfDay = false;
    };

    void fill();
    QDate dayOf(qsizetype reading) const;
    void offer(const QString &text, const Offer &offer);
    int entryOf(const Offer &offer) const;

    QList<insight::ReadingInfo> m_readings;
    QDate m_day;
    /// By the entry's number.
    QList<Offer> m_offers;
};

} // namespace ui
