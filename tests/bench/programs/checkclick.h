// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/support/programfixture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

/// Opens all projects, and has their exports checked when the window is at rest.
class CheckClick : public QObject
{
public:
    explicit CheckClick(const testsupport::ProgramFixture &fixture);

    /// `open`: answers when all buckets are there. `check`: answers with what the check took, until
    /// the window had handed what it found to the platform.
    void request(const QByteArray &line);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Step { None, Starting, Opening, Opened, Checking, Painting };

    void goOnIfAtRest();
    void showFindings();
    void check();
    void noteChange();
    void tell();
    void answer(const QByteArray &line);

    const testsupport::ProgramFixture &m_fixture;
    Step m_step = Step::None;
    QTimer m_rest;
    QElapsedTimer m_clock;
    double m_processorMs = 0;
    double m_memoryBefore = 0;
    bool m_isDelivering = false;
};
