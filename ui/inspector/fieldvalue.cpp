// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/fieldvalue.h"

#include "ui/accessibility/clipboardnews.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/popupmenu.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTextLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int MostLines = 10;
constexpr int LeastWidth = 80;
/// So that a line is not taken for one that is cut.
constexpr int Slack = 2;
constexpr auto Wrapping = QTextOption::WrapAtWordBoundaryOrAnywhere;

bool isByTab(const QFocusEvent &event)
{
    return event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason
        || event.reason() == Qt::ShortcutFocusReason;
}

/// Menus and other windows take the keyboard only for a while.
bool comesBack(const QFocusEvent &event)
{
    return event.reason() == Qt::PopupFocusReason || event.reason() == Qt::ActiveWindowFocusReason;
}

} // namespace

FieldValue::FieldValue(QWidget *parent) : QPlainTextEdit(parent), m_mostLines(MostLines)
{
    setReadOnly(true);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(Wrapping);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    document()->setUndoRedoEnabled(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FieldValue::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    updateGeometry();
}

void FieldValue::setOffers(bool copy, bool open)
{
    m_offersCopy = copy;
    m_offersOpen = open;
}

void FieldValue::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
}

int FieldValue::heightOfLine() const
{
    return fontMetrics().lineSpacing() + Slack;
}

QSize FieldValue::sizeHint() const
{
    return {LeastWidth, heightOfLine()};
}

QSize FieldValue::minimumSizeHint() const
{
    return sizeHint();
}

/// As the text will be laid out; letters of other fonts may be higher.
int FieldValue::heightForWidth(int width) const
{
    QTextLayout layout(toPlainText(), font());
    layout.setTextOption(QTextOption(document()->defaultTextOption()));
    qreal height = 0;
    layout.beginLayout();
    for (int lines = 0; lines < m_mostLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return std::max(heightOfLine(), qCeil(height) + Slack);
}

bool FieldValue::isSelectedInPart() const
{
    const QString selected = textCursor().selectedText();
    return !selected.isEmpty() && selected.size() != toPlainText().size();
}

void FieldValue::copyShown()
{
    if (isSelectedInPart())
        copySelectionAndTell(this);
    else if (m_offersCopy)
        Q_EMIT copyRequested();
}

/// The shortcut of the window would copy rows.
bool FieldValue::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void FieldValue::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (isByTab(*event))
        selectAll();
}

void FieldValue::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (comesBack(*event))
        return;
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    setTextCursor(cursor);
}

void FieldValue::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyShown();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void FieldValue::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &FieldValue::copyShown);
    enableUnless(*copy, m_offersCopy ? QString() : tr("Nothing to copy."));
    if (m_offersOpen)
        menu->addAction(tr("Open in the browser"), this, &FieldValue::openRequested);
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &QPlainTextEdit::selectAll);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    popupMenu(*menu, isByKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos(), isByKey);
}

} // namespace ui
