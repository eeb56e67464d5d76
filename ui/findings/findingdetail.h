// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QLabel>
#include <QWidget>

#include <optional>

namespace ui {

/// Below the table: what the selected finding and its next step say, each in a line, for the table
/// seldom has the room. Always as high, so that no row moves.
class FindingDetail : public QWidget
{
    Q_OBJECT

public:
    explicit FindingDetail(QWidget *parent = nullptr);

    /// Shows this one; nothing: what to select.
    void showFinding(const std::optional<insight::Finding> &finding);

private:
    QLabel *m_message;
    QLabel *m_nextStep;
};

} // namespace ui
