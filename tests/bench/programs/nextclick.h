// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/support/programfixture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QWidget;

/// Clicks `Next page` when the window is at rest, and prints how long its rows took.
///
/// The clock stops when the window has handed its content to the platform: rows of the next page
/// were painted into it before.
class NextClick : public QObject
{
public:
    explicit NextClick(const testsupport::ProgramFixture &fixture);

    /// Clicks as soon as nothing has been going on for a moment.
    void request();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void clickIfAtRest();
    void click();
    bool isShown() const;
    void tell();

    const testsupport::ProgramFixture &m_fixture;
    QWidget *m_rows = nullptr;
    QTimer m_rest;
    QElapsedTimer m_clock;
    int m_wantedPage = 0;
    bool m_isWaiting = false;
    bool m_isPainted = false;
    bool m_isDelivering = false;
};
