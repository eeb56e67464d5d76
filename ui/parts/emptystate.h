// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/nextstep.h"
#include "ui/look/lineicon.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {

class StepButtons;

/// What stands where rows would be: why there are none, and the next step.
class EmptyState : public QScrollArea
{
    Q_OBJECT

public:
    /// What an empty state says.
    struct Message
    {
        LineIcon icon = LineIcon::Information;
        QString title;
        QString text;
        /// The next step; empty if there is nothing to press.
        QString actionText;
        /// What can be done about what has failed.
        insight::NextSteps next{};

        friend bool operator==(const Message &, const Message &) = default;
    };

    explicit EmptyState(QWidget *parent = nullptr);

    void setMessage(const Message &message);
    const Message &message() const { return m_message; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The next step was pressed.
    void actionTriggered();
    /// One of `next` was pressed, but none that the buttons take themselves.
    void stepChosen(insight::NextStep step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void fit();
    void applyColors();
    bool hasFailed() const;
    QString iconName() const;
    void tell();

    Message m_message;
    QWidget *m_content;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    StepButtons *m_steps;
    QPushButton *m_action;
};

} // namespace ui
