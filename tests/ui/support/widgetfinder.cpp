// SPDX-License-Identifier: Apache-2.0
#include "widgetfinder.h"

#include "ui/window/windowpanes.h"

#include <QComboBox>
#include <QLineEdit>
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

void unfoldPanes(const QWidget *window)
{
    using Pane = ui::WindowPanes::Pane;
    auto *panes = window->findChild<ui::WindowPanes *>();
    for (const Pane pane : {Pane::Projects, Pane::Details, Pane::Status})
        panes->setShown(pane, true);
}

bool typeInto(const QWidget *root, const QString &accessibleName, const QString &text)
{
    auto *widget = findByName<QWidget>(root, accessibleName);
    if (const auto *combo = qobject_cast<QComboBox *>(widget))
        widget = combo->lineEdit();
    auto *edit = qobject_cast<QLineEdit *>(widget);
    if (!edit)
        return false;
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
    return true;
}

} // namespace testsupport
