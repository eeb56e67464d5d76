// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/findingcounts.h"
#include "models/findingsmodel.h"

#include <QToolButton>
#include <QWidget>

#include <array>

namespace ui {

/// How many findings there are of each severity. Those that are pressed are shown alone; while none
/// is, all are.
class SeverityToggles : public QWidget
{
    Q_OBJECT

public:
    explicit SeverityToggles(QWidget *parent = nullptr);

    void setCounts(const insight::FindingCounts &counts);
    /// Which are pressed.
    models::FindingsModel::ShownSeverities chosen() const;
    /// Presses these alone.
    void choose(models::FindingsModel::ShownSeverities severities);

Q_SIGNALS:
    /// chosen() has changed.
    void changed();

private:
    QToolButton *makeToggle(insight::Severity severity);
    void showSigns();

    static constexpr std::size_t SeverityCount = 3;

    /// In the order of insight::Severity.
    std::array<QToolButton *, SeverityCount> m_toggles{};
    insight::FindingCounts m_counts;
};

} // namespace ui
