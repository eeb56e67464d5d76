// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/nextstep.h"

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

    void showSteps(const insight::NextSteps &next);
    QList<QAbstractButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    /// A step was pressed that others take; an address is copied and the manual opened here.
    void chosen(insight::NextStep step);

private:
    QAbstractButton *makeButton(insight::NextStep step);
    void take(insight::NextStep step);

    Look m_look;
    insight::NextSteps m_next;
    QList<QAbstractButton *> m_buttons;
};

} // namespace ui
