// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSpinBox>
#include <QTimer>

namespace ui {

/// A spin box for what takes a call: it acts on Return, when it is left, or once the keys and the
/// wheel have rested, not at each step. Without the focus it leaves the wheel to what lies behind.
class RestingSpinBox : public QSpinBox
{
    Q_OBJECT

public:
    explicit RestingSpinBox(QWidget *parent = nullptr);

    /// Shows a value that nobody has chosen here. What is being typed stays.
    void showValue(int value);
    /// What can be chosen. A value out of these bounds is brought to the nearer one, as if by
    /// showValue().
    void setBounds(int minimum, int maximum);
    /// Shows it as something that is wished for, but not on screen. `onScreen` says what is; empty:
    /// the value is on screen.
    void markAsWish(const QString &onScreen);
    /// What is being typed counts no more.
    void forgetChoice();

Q_SIGNALS:
    /// The user has chosen another value than the one that was shown.
    void chosen(int value);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void choose();

    QTimer m_rest;
    int m_shown = 0;
};

} // namespace ui
