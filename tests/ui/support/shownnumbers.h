// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <algorithm>

namespace testsupport {

/// All numbers of a text, in ascending order: words differ between languages, numbers do not.
QList<qint64> numbersIn(const QString &text);

/// The IDs of the rows in the visible table of buckets, in the order on screen.
QStringList bucketIdsOnScreen(const QWidget *window);

/// Shows the call for the selected bucket, and returns its text.
QString requestTextOnScreen(const QWidget *window);

/// The first visible widget of type T below `window`; nullptr if there is none.
template<class T>
T *firstVisible(const QWidget *window)
{
    const auto widgets = window->findChildren<T *>();
    const auto it =
        std::find_if(widgets.begin(), widgets.end(), [](const T *w) { return w->isVisible(); });
    return it == widgets.end() ? nullptr : *it;
}

} // namespace testsupport
