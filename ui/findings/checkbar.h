// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/check/exportcheck.h"
#include "insight/health/findingcounts.h"

#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

namespace ui {

class RoomyButton;

/// What the check has come to, and the ways to check, to stop and to go on.
class CheckBar : public QWidget
{
    Q_OBJECT

public:
    enum class Place {
        /// The line above the findings: says how old they are, too. Before the first check it
        /// hides: what to say and to press then stands where the findings would be.
        AboveFindings,
        /// At the end of the line below another view, whose own status has what room is left.
        BelowView,
    };

    explicit CheckBar(Place place, QWidget *parent = nullptr);

    /// Shows and drives `check`; nullptr for none.
    void setCheck(insight::ExportCheck *check);
    /// How many findings there are.
    void setCounts(const insight::FindingCounts &counts);
    /// What the status says.
    QString statusText() const { return m_status->text(); }

private:
    void layOut();
    void showCheck();
    void showEstimate();
    void showAge();

    Place m_place;
    QPointer<insight::ExportCheck> m_check;
    insight::FindingCounts m_counts;
    QLabel *m_status;
    QLabel *m_age;
    QTimer m_aging;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QToolButton *m_resume;
    RoomyButton *m_start;
};

} // namespace ui
