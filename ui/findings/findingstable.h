// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/findingsmodel.h"
#include "ui/tables/tableview.h"

#include <QMenu>

namespace ui {

/// The table of findings. What the finding and its next step say share the width that the other
/// columns leave, until somebody gives a column a width of their own.
class FindingsTable : public TableView
{
    Q_OBJECT

public:
    /// `findings` must outlive this.
    explicit FindingsTable(models::FindingsModel &findings, QWidget *parent = nullptr);

    /// Has `change` change the findings. The row on top of the view stays there, and a current row
    /// that goes hands over to the one that takes its place.
    void whileKeepingPlace(const std::function<void()> &change);

    /// The current finding, if exactly one row is selected.
    std::optional<insight::Finding> selectedFinding() const;

Q_SIGNALS:
    /// The menu of the selected rows is about to open: whoever has entries for it adds them.
    void menuRequested(QMenu &menu);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void shareWidth();
    void showMenu(const QPoint &place);

    models::FindingsModel &m_findings;
    bool m_isSharing = false;
    bool m_hasOwnWidths = false;
};

} // namespace ui
