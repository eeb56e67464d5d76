// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

namespace ui {

/// Pages of which only the one that is shown has a say in how much room there must be.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    /// Else the highest page that wraps would take the room of what is below.
    bool hasHeightForWidth() const override { return false; }
    QSize minimumSizeHint() const override;

    /// What is on its pages is being loaded: so assistive technology is told.
    bool isBusy() const { return m_isBusy; }
    void setBusy(bool isBusy);

private:
    bool m_isBusy = false;
};

} // namespace ui
