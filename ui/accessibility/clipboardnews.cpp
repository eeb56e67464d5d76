// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/clipboardnews.h"

#include "ui/accessibility/announcer.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

namespace ui {

namespace {

struct ClipboardNews
{
    Q_DECLARE_TR_FUNCTIONS(ui::ClipboardNews)
};

} // namespace

void copyAndTell(QWidget *widget, const QString &text, const QString &news)
{
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    announce(widget, news.isEmpty() ? ClipboardNews::tr("Copied.") : news);
}

void copySelectionAndTell(QPlainTextEdit *edit)
{
    copyAndTell(edit, edit->textCursor().selection().toPlainText());
}

QString rowsCopiedText(int rows)
{
    return ClipboardNews::tr("%Ln row(s) copied.", nullptr, rows);
}

} // namespace ui
