// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QAbstractItemModel;

namespace ui {

/// Announces how many rows of `rows` match what is typed into `filter`, after a pause. `filter`
/// must not outlive `rows`.
void announceMatches(QLineEdit *filter, const QAbstractItemModel *rows);

} // namespace ui
