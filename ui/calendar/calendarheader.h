// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/headerview.h"

namespace ui {

/// The titles above exports over time: a month is only a number where no more fits.
class CalendarHeader : public HeaderView
{
    Q_OBJECT

public:
    explicit CalendarHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
};

} // namespace ui
