// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/textview.h"

#include "ui/accessibility/clipboardnews.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QStringList>

namespace ui {

namespace {

/// As typed, and with letters whole and in parts: they look alike, and either may be meant.
QStringList formsOf(const QString &words)
{
    QStringList forms{words, words.normalized(QString::NormalizationForm_C),
                      words.normalized(QString::NormalizationForm_D)};
    forms.removeDuplicates();
    forms.removeAll(QString());
    return forms;
}

/// The first place from `from` on of any of them.
QTextCursor findAny(const QTextDocument &document, const QStringList &forms,
                    const QTextCursor &from)
{
    QTextCursor first;
    for (const QString &form : forms) {
        const QTextCursor place = document.find(form, from);
        if (first.isNull() || (!place.isNull() && place.selectionStart() < first.selectionStart()))
            first = place;
    }
    return first;
}

} // namespace

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
    const QStringList forms = formsOf(words);
    while (marks.size() < MostMarks) {
        place = findAny(*document(), forms, place);
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

bool TextView::copies(const QEvent &event) const
{
    return textCursor().hasSelection()
        && static_cast<const QKeyEvent &>(event).matches(QKeySequence::Copy);
}

/// The shortcut of the window would copy rows.
bool TextView::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !copies(*event))
        return QPlainTextEdit::event(event);
    event->accept();
    return true;
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (copies(*event))
        copySelectionAndTell(this);
    else
        QPlainTextEdit::keyPressEvent(event);
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
