// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace ui {

/// Text to be read, searched and copied: monospace, without a frame.
class TextView : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `name` is the accessible name.
    explicit TextView(const QString &name, QWidget *parent = nullptr);

    /// Shows a text, unless it is the one shown already: then selection and scrolling stay.
    void showText(const QString &text);

    /// Marks where `words` stands and goes to the first place; marks nothing if it is empty.
    /// Returns how many places are marked: MostMarks at most.
    int mark(const QString &words);
    static constexpr int MostMarks = 1000;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void colorMarks();
    bool copies(const QEvent &event) const;
};

} // namespace ui
