// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QTimer>

namespace ui {

/// Has a screen reader say `text` by itself, wherever the focus is. `widget` is any part of the
/// window it is about. What comes within half a second is said together, the same text once. Does
/// nothing if the text is empty.
void announce(QWidget *widget, const QString &text);

/// Tells assistive technology of `text` in the way that this version of Qt has for it. `label`
/// bears the text.
void sendAnnouncement(QWidget *label, const QString &text);

/// The label whose text a screen reader says by itself: the only one of the role Notification in a
/// window. It is seen by none but assistive technology.
class Announcer : public QLabel
{
    Q_OBJECT

public:
    /// For the window of `widget`; made when it is first needed.
    static Announcer *of(QWidget *widget);

    /// As of announce().
    void say(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    explicit Announcer(QWidget *parent);
    void sayAll();

    QStringList m_waiting;
    QTimer m_joining;
    QTimer m_forgetting;
};

} // namespace ui
