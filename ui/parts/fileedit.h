// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace ui {

/// The path of a file: typed, or chosen in a dialog.
class FileEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose {
        /// Of a file that is there.
        Open,
        /// Of a file that will be written. Whoever shows the path says what becomes of one that is
        /// there.
        Save,
    };

    /// The dialog's title and its filter, as in QFileDialog.
    struct Dialog
    {
        QString title;
        QString filter;
        Purpose purpose = Purpose::Open;
    };

    explicit FileEdit(const Dialog &dialog, QWidget *parent = nullptr);

    QLineEdit *input() const { return m_input; }
    QString path() const { return m_input->text(); }
    /// Shows a path; edited() is not emitted.
    void setPath(const QString &path);
    void setReadOnly(bool readOnly);
    /// Changes the dialog's filter.
    void setFilter(const QString &filter) { m_dialog.filter = filter; }

Q_SIGNALS:
    /// The user typed or chose another path.
    void edited();

private:
    void browse();

    Dialog m_dialog;
    QLineEdit *m_input;
    QPushButton *m_browse;
};

} // namespace ui
