// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/nextstep.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

namespace ui {

/// A button for each next step that a message offers, in their order.
class StepButtons : public QWidget
{
    Q_OBJECT

public:
    enum class Look : quint8 { Framed, Flat };

    explicit StepButtons(Look look, QWidget *parent);

    void showSteps(const browse::NextSteps &next);
    QList<QAbstractButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    /// A step was pressed that others take; an address is copied and the manual opened here.
    void chosen(browse::NextStep step);

private:
    QAbstractButton *makeButton(browse::NextStep step);
    void take(browse::NextStep step);

    Look m_look;
    browse::NextSteps m_next;
    QList<QAbstractButton *> m_buttons;
};

} // namespace ui
