// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/support/programfixture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTableView>
#include <QTimer>

/// Opens all projects when the window is at rest, and prints what that took until all their rows
/// were there and the window had handed its content to the platform.
class SweepClick : public QObject
{
public:
    explicit SweepClick(const testsupport::ProgramFixture &fixture);

    /// `sweep` opens them as soon as nothing has been going on for a moment, `close` opens the
    /// first project; that, and `rest`, is answered when nothing has been going on for a moment.
    void request(const QByteArray &line);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goOnIfAtRest();
    void sweep();
    void close();
    void noteChange();
    bool areAllShown() const;
    void tell();

    const testsupport::ProgramFixture &m_fixture;
    QPointer<QTableView> m_table;
    QTimer m_rest;
    QElapsedTimer m_clock;
    double m_processorMs = 0;
    bool m_isSweepWanted = false;
    bool m_isSweeping = false;
    bool m_isPainted = false;
    bool m_isDelivering = false;
};
