// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace ui {

/// A list that tells apart what the user does in it from what befalls it: rows become current by
/// themselves, too, when the list gets the focus or the current row goes.
class ProjectList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    /// The user has moved to another row by a key.
    void moved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace ui
