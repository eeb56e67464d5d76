// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class Session;

namespace ui {

/// The line along the bottom: who we are and where, how much of the rate limit is left, how old
/// what is on screen is.
class AccountBar : public QWidget
{
    Q_OBJECT

public:
    explicit AccountBar(QWidget *parent = nullptr);

    /// Tells of `session`; nullptr for none.
    void setSession(Session *session);
    /// Puts `widget`, which becomes its child, to the right of all.
    void addToEnd(QWidget &widget);

private:
    void showSession();
    void showNews();
    void applyColors();
    QString accountText() const;
    QString freshnessText() const;

    QPointer<Session> m_session;
    QLabel *m_account;
    QLabel *m_freshness;
    QTimer m_clock;
    QTimer m_news;
};

} // namespace ui
