// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include <functional>

class QAbstractItemModel;

namespace ui {

/// Announces what `newsOfNow` says then, after a pause in typing into `filter`; nothing while that
/// is empty. `filter` must not outlive what it uses.
void announceAfterTyping(QLineEdit *filter, const std::function<QString()> &newsOfNow);

/// Announces how many rows of `rows` match what is typed into `filter`, after a pause. `filter`
/// must not outlive `rows`.
void announceMatches(QLineEdit *filter, const QAbstractItemModel *rows);

/// `3 rows match.`
QString matchText(int rows);

} // namespace ui
