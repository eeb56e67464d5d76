// SPDX-License-Identifier: Apache-2.0
#include "ui/profilebox.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace ui {

ProfileBox::ProfileBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (!m_isLookingByKey)
            Q_EMIT chosen(index);
    });
    connect(this, &QComboBox::currentIndexChanged, this, &ProfileBox::look);
}

void ProfileBox::setOpenIndex(int index)
{
    m_open = index;
    setCurrentIndex(index);
    look();
}

/// The name of an account that is not open must neither look nor sound like the open one's.
void ProfileBox::look()
{
    if (font().italic() == isLooking())
        return;
    if (isLooking())
        m_usualDescription = accessibleDescription();
    setAccessibleDescription(isLooking()
                                 ? tr("Not signed in. Press Enter to sign in with this profile.")
                                 : m_usualDescription);
    QFont marked = font();
    marked.setItalic(isLooking());
    setFont(marked);
}

/// Esc is a key of the window's, too, which would come first.
bool ProfileBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isLooking()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QComboBox::event(event);
}

void ProfileBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isLooking())
            Q_EMIT chosen(currentIndex());
        return;
    case Qt::Key_Escape:
        if (isLooking())
            setCurrentIndex(m_open);
        else
            event->ignore();
        return;
    default:
        break;
    }
    m_isLookingByKey = true;
    QComboBox::keyPressEvent(event);
    m_isLookingByKey = false;
}

void ProfileBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ProfileBox::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    const bool comesBack =
        event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
    if (!comesBack)
        setCurrentIndex(m_open);
}

} // namespace ui
