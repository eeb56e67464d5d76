// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace ui {

/// The value of a field: to be read, and selected in part. It is as high as its text, wrapped
/// wherever it must be, and scrolls only what is longer than that. Copying without a selection, or
/// with all of it selected, asks for the whole value, of which the text may show less.
class FieldValue : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FieldValue(QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    void setText(const QString &text);
    /// Whether there is a whole value to copy, and somewhere to open it.
    void setOffers(bool copy, bool open);
    /// How many lines it may take; what is longer scrolls.
    void setMostLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void copyRequested();
    void openRequested();

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int heightOfLine() const;
    bool isSelectedInPart() const;
    void copyShown();

    int m_mostLines;
    bool m_offersCopy = false;
    bool m_offersOpen = false;
};

} // namespace ui
