// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/rows.h"

#include <QVBoxLayout>

namespace ui {

void layOutRows(QWidget &parent, std::initializer_list<QWidget *> rows, const QWidget *main)
{
    auto *layout = new QVBoxLayout(&parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *row : rows)
        layout->addWidget(row, row == main ? 1 : 0);
}

} // namespace ui
