// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/thinning.h"

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

    /// Offers these, of which the last is the latest. What is chosen stays, if it is still kept.
    void setReadings(const QList<insight::ReadingInfo> &readings);
    /// What is chosen; nothing if there is no choice.
    std::optional<insight::ReadingInfo> chosen() const;

Q_SIGNALS:
    /// The user has chosen another, or what is chosen stands for another reading now.
    void chosenChanged();

private:
    void fill();

    QList<insight::ReadingInfo> m_readings;
    /// By the entry's number.
    QList<insight::ReadingInfo> m_offered;
};

} // namespace ui
