// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/findingsmodel.h"
#include "ui/parts/tonelabel.h"

#include <QToolButton>
#include <QWidget>

#include <array>

namespace ui {

/// How many findings there are of each severity, each a way to them; where there are none, what the
/// check has come to.
class FindingsSummary : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsSummary(QWidget *parent = nullptr);

    /// `status` is what the check has come to, in a line.
    void showCounts(const insight::FindingCounts &counts, const QString &status);

Q_SIGNALS:
    /// The user wants to see the findings of these severities.
    void chosen(models::FindingsModel::ShownSeverities severities);

private:
    static constexpr std::size_t SeverityCount = 3;

    /// In the order of insight::Severity.
    std::array<QToolButton *, SeverityCount> m_buttons{};
    ToneLabel *m_status;
};

} // namespace ui
