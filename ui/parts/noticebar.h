// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/nextstep.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace ui {

class StepButtons;

/// A band beside what it speaks of: what is shown, what went wrong, what happens next.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Information, Warning };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// `headline` is bold; `actionText` may be empty. Before the action stand the next steps. Is
    /// announced unless the notice before was of the same `topic`, which is the headline if empty.
    void showNotice(Kind kind, const QString &headline, const QString &text,
                    const QString &actionText = {}, const insight::NextSteps &next = {},
                    const QString &topic = {});
    QString text() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The action was pressed.
    void actionTriggered();
    /// One of the next steps was pressed, but none that the buttons take themselves.
    void stepChosen(insight::NextStep step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fit();
    void applyColors();

    Kind m_kind = Kind::Information;
    QString m_topic;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    StepButtons *m_steps;
    QToolButton *m_action;
    QGridLayout *m_grid;
    QBoxLayout *m_words;
    QHBoxLayout *m_buttons;
    bool m_areButtonsBelow = false;
};

} // namespace ui
