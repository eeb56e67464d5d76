// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/accessibility/focuswindow.h"
#include "ui/tables/tableview.h"

#include <QKeySequence>
#include <QList>
#include <QStandardItemModel>

#include <functional>

namespace ui {

/// Keys, and what they do.
struct KeyHelp
{
    QList<QKeySequence> keys;
    QString what;
};

/// All keys of the window: those of commands, then those of its parts; in the language of the
/// moment.
QList<KeyHelp> allKeys();

/// The list of keys, and the way to the help.
class KeysDialog : public FocusDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(QWidget *parent = nullptr);

    /// Opens one over `window`, which goes once it is closed. `openHelp` is called for its button.
    static void openOver(QWidget &window, const std::function<void()> &openHelp);

Q_SIGNALS:
    /// The button of the help was pressed; the dialog has closed.
    void helpRequested();

private:
    void fillTable();
    QSize sizeOfTable() const;

    QStandardItemModel m_keys;
    TableView *m_table;
};

} // namespace ui
