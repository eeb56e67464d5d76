// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;
class Session;

namespace ui {

/// Announces what happens in the open session while the focus is elsewhere: a page has come, a
/// reading has ended, something has failed.
class SessionNews : public QObject
{
    Q_OBJECT

public:
    /// Announces in the window of `widget`, which owns this.
    explicit SessionNews(QWidget *widget);

    /// Follows `session`, which stays the caller's; nullptr for none.
    void follow(Session *session);

private:
    void tellOfPage();
    void tellOfInventory();
    void tellOfProblem(const QString &problem);
    void tell(const QString &text);

    QWidget *m_widget;
    QPointer<Session> m_session;
    bool m_wasReading = false;
};

} // namespace ui
