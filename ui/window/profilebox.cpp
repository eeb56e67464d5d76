// SPDX-License-Identifier: Apache-2.0
#include "ui/window/profilebox.h"

#include "ui/look/tooltiptext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStylePainter>
#include <QToolTip>
#include <QWheelEvent>

namespace ui {

namespace {

/// As Fusion keeps it between an icon and its text.
constexpr int IconDistance = 4;

} // namespace

ProfileBox::ProfileBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (!m_isLookingByKey)
            Q_EMIT chosen(index);
    });
    connect(this, &QComboBox::currentIndexChanged, this, &ProfileBox::look);
}

/// The name as far as there is room for it.
QString ProfileBox::shownText() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + IconDistance;
    return fontMetrics().elidedText(currentText(), Qt::ElideRight, room.width() - icon);
}

void ProfileBox::paintEvent(QPaintEvent *event)
{
    const QString shown = shownText();
    if (shown == currentText()) {
        QComboBox::paintEvent(event);
        return;
    }
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = shown;
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ProfileBox::showWholeName(const QPoint &place)
{
    QToolTip::showText(place, toolTipFor(currentText()), this);
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

/// Esc is a key of the window's, too, which would come first. And a name that is cut is whole in
/// the tooltip.
bool ProfileBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isLooking()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip && isEnabled() && shownText() != currentText()) {
        showWholeName(static_cast<QHelpEvent *>(event)->globalPos());
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
