// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace ui {

/// The box of accounts. Another account drops all that the open one has read, so only a click or
/// Return chooses: arrows and letters look through the names, Esc or leaving goes back to the open
/// one, and the wheel does nothing.
class ProfileBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ProfileBox(QWidget *parent = nullptr);

    /// Which entry is open; -1: none.
    int openIndex() const { return m_open; }
    /// Shows this entry as the open one, without chosen().
    void setOpenIndex(int index);

Q_SIGNALS:
    /// The user chose an entry by a click or by Return.
    void chosen(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isLooking() const { return currentIndex() != m_open; }
    void look();
    QString shownText() const;
    void showWholeName(const QPoint &place);

    int m_open = -1;
    bool m_isLookingByKey = false;
    /// What a screen reader says of the open entry.
    QString m_usualDescription;
};

} // namespace ui
