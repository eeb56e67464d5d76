// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPointer>
#include <QSet>
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

    /// While it is on, only news is said: no text that has been said, or was none, since it was
    /// turned on the time before.
    void setSaysOnlyNews(bool saysOnlyNews);

    /// Whether a Silence lives.
    bool isSilent() const { return m_silences > 0; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    friend class Silence;

    explicit Announcer(QWidget *parent);
    void sayAll();

    QStringList m_waiting;
    bool m_saysOnlyNews = false;
    QSet<QString> m_known;
    QSet<QString> m_knownBefore;
    QTimer m_joining;
    QTimer m_forgetting;
    int m_silences = 0;
};

/// While it lives, nothing is announced in the window of a widget: what comes there is known, as
/// when a window in another language takes the place of one.
class Silence
{
public:
    explicit Silence(QWidget *widget);
    ~Silence();
    Q_DISABLE_COPY_MOVE(Silence)

private:
    QPointer<Announcer> m_announcer;
};

} // namespace ui
