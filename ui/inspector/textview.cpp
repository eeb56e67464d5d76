// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/textview.h"

#include "ui/theme.h"

namespace ui {

TextView::TextView(const QString &name, QWidget *parent) : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setFrameShape(NoFrame);
    setFont(theme::monospace(font()));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(theme::Margin);
    document()->setUndoRedoEnabled(false);
}

void TextView::showText(const QString &text)
{
    if (text != toPlainText())
        setPlainText(text);
}

int TextView::mark(const QString &words)
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCursor place(document());
    while (!words.isEmpty() && marks.size() < MostMarks) {
        place = document()->find(words, place);
        if (place.isNull())
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = place;
        mark.format.setBackground(theme::warningBand(palette()).background);
        mark.format.setForeground(theme::warningBand(palette()).text);
        marks.append(mark);
    }
    setExtraSelections(marks);
    if (!marks.isEmpty()) {
        QTextCursor first = marks.constFirst().cursor;
        first.setPosition(first.selectionStart());
        setTextCursor(first);
    }
    return static_cast<int>(marks.size());
}

} // namespace ui
