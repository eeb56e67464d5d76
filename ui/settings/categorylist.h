// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListWidget>

namespace ui {

/// The list of the settings' pages, at their left.
class CategoryList : public QListWidget
{
    Q_OBJECT

public:
    explicit CategoryList(QWidget *parent);

    /// As wide as its names.
    void fit();
    /// Tells, by a mark and in words, whether something on the page of this row is wrong.
    void mark(int row, bool hasError);
};

} // namespace ui
