// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/fieldvalue.h"

#include "ui/enabling.h"
#include "ui/popupmenu.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace ui {

FieldValue::FieldValue(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setFrame(false);
}

void FieldValue::setOffers(bool copy, bool open)
{
    m_offersCopy = copy;
    m_offersOpen = open;
}

bool FieldValue::isSelectedInPart() const
{
    return hasSelectedText() && selectedText() != text();
}

void FieldValue::copyShown()
{
    if (isSelectedInPart())
        copy();
    else if (m_offersCopy)
        Q_EMIT copyRequested();
}

void FieldValue::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyShown();
    else
        QLineEdit::keyPressEvent(event);
}

void FieldValue::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &FieldValue::copyShown);
    enableUnless(*copy, m_offersCopy ? QString() : tr("There is no value to copy."));
    if (m_offersOpen)
        menu->addAction(tr("Open in the browser"), this, &FieldValue::openRequested);
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &QLineEdit::selectAll);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    popupMenu(*menu, isByKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos(), isByKey);
}

} // namespace ui
