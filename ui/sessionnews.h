// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QObject>
#include <QPointer>

class QAbstractItemModel;
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

/// Announces how many rows of `rows` match what is typed into `filter`, after a pause. `filter`
/// must not outlive `rows`.
void announceMatches(QLineEdit *filter, const QAbstractItemModel *rows);

/// Puts `text` on the clipboard, and announces `news`, or that it was copied. Does nothing without
/// a text.
void copyAndTell(QWidget *widget, const QString &text, const QString &news = {});

/// `3 rows copied`.
QString rowsCopiedText(int rows);

} // namespace ui
