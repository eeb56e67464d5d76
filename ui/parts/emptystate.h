// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/nextstep.h"
#include "ui/look/lineicon.h"

#include <QLabel>
#include <QList>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>

class QVBoxLayout;

namespace ui {

class StepButtons;

/// What stands where rows would be: why there are none, and the next step.
class EmptyState : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int NoChoice = -1;

    /// Why there are no rows: whether a screen reader says it by itself, and as what.
    enum class Kind : quint8 {
        /// As one would expect, or being waited for: found by who looks.
        Plain,
        /// Nothing has failed, but nobody is told otherwise.
        News,
        Warning,
        Error,
    };

    /// One of several things that may be done.
    struct Choice
    {
        QString text{};
        /// What it would do it with; may be empty.
        QString toolTip{};

        friend bool operator==(const Choice &, const Choice &) = default;
    };

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
        /// What to do, one after the other.
        QStringList points{};
        /// Each is a button of its own, below all else.
        QList<Choice> choices{};
        Kind kind = Kind::Plain;

        friend bool operator==(const Message &, const Message &) = default;
    };

    explicit EmptyState(QWidget *parent = nullptr);

    void setMessage(const Message &message);
    const Message &message() const { return m_message; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The next step was pressed; or, from 0 on, that of `choices`.
    void actionTriggered(int choice);
    /// One of `next` was pressed, but none that the buttons take themselves.
    void stepChosen(insight::NextStep step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void showChoices(const QList<Choice> &choices);
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
    QLabel *m_points;
    StepButtons *m_steps;
    QPushButton *m_action;
    QVBoxLayout *m_choices;
    QList<QPushButton *> m_choiceButtons;
};

} // namespace ui
