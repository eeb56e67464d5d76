// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QLabel>
#include <QScrollArea>

#include <optional>

namespace ui {

/// Below the table: what the selected finding and its next step say, whole and to be copied, for
/// the table seldom has the room. Always as high, so that no row moves; what is longer scrolls.
class FindingDetail : public QWidget
{
    Q_OBJECT

public:
    explicit FindingDetail(QWidget *parent = nullptr);

    /// Shows this one; nothing: what to select.
    void showFinding(const std::optional<insight::Finding> &finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fit();
    void showTexts(const QString &message, const QString &nextStep);

    QLabel *m_message;
    QLabel *m_nextStep;
    QScrollArea *m_scroll;
};

} // namespace ui
