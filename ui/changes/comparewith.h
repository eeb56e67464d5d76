// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/comparison.h"

#include <QComboBox>

#include <optional>

namespace ui {

/// Chooses the reading that the latest one is compared with: the one before, yesterday's, last
/// week's, or any that is kept.
class CompareWithBox : public QComboBox
{
    Q_OBJECT

public:
    explicit CompareWithBox(QWidget *parent = nullptr);

    /// Offers these, of which the last is the latest. What was chosen by its age stays so, and is
    /// another reading then; what was chosen by its time stays as long as it is kept.
    void setReadings(const QList<insight::ReadingInfo> &readings);
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
    };

    void fill(const QList<insight::ReadingInfo> &readings);
    void offer(const QString &text, const Offer &offer);
    int entryOf(const Offer &offer) const;

    /// By the entry's number.
    QList<Offer> m_offers;
};

} // namespace ui
