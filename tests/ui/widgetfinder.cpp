// SPDX-License-Identifier: Apache-2.0
#include "widgetfinder.h"

#include <QTest>

namespace testsupport {

QLabel *findLabel(const QWidget *root, const QString &accessibleDescription)
{
    const auto labels = root->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->accessibleDescription() == accessibleDescription && label->isVisible())
            return label;
    }
    return nullptr;
}

bool click(const QWidget *root, const QString &accessibleName)
{
    auto *widget = findByName<QWidget>(root, accessibleName);
    if (!widget || !widget->isEnabled())
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

} // namespace testsupport
