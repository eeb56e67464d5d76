// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/selectablelabel.h"

#include "ui/accessibility/clipboardnews.h"

#include <QKeyEvent>

namespace ui {

namespace {

/// Copies what is selected of a label, or all of it, before a shortcut of the window's does.
class LabelCopier final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isKey =
            event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
            return QObject::eventFilter(watched, event);
        event->accept();
        auto *label = static_cast<QLabel *>(watched);
        if (event->type() == QEvent::KeyPress)
            copyAndTell(label, label->hasSelectedText() ? label->selectedText() : label->text());
        return true;
    }
};

} // namespace

void makeSelectable(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Qt would have it by a click alone.
    label->setFocusPolicy(Qt::StrongFocus);
    label->installEventFilter(new LabelCopier(label));
}

} // namespace ui
