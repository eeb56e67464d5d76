// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/textview.h"

#include "ui/keptcolors.h"
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
    keepColored(*this, [this] { colorMarks(); });
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
        marks.append(mark);
    }
    setExtraSelections(marks);
    colorMarks();
    if (!marks.isEmpty()) {
        QTextCursor first = marks.constFirst().cursor;
        first.setPosition(first.selectionStart());
        setTextCursor(first);
    }
    return static_cast<int>(marks.size());
}

void TextView::colorMarks()
{
    auto marks = extraSelections();
    if (marks.isEmpty())
        return;
    const theme::BandColors band = theme::warningBand(palette());
    for (QTextEdit::ExtraSelection &mark : marks) {
        mark.format.setBackground(band.background);
        mark.format.setForeground(band.text);
        mark.format.setFontUnderline(true);
        mark.format.setUnderlineColor(band.text);
    }
    setExtraSelections(marks);
}

} // namespace ui
