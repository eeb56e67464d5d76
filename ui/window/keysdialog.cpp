// SPDX-License-Identifier: Apache-2.0
#include "ui/window/keysdialog.h"

#include "ui/look/theme.h"
#include "ui/tables/celldelegate.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// Fits the smallest window; what is longer scrolls.
constexpr QSize MostSize(900, 540);

struct KeyHelp
{
    QList<QKeySequence> keys;
    QString what;
};

QList<KeyHelp> allKeys()
{
    return {
        {{Qt::Key_F5, Qt::CTRL | Qt::Key_R}, KeysDialog::tr("Refresh")},
        {{Qt::Key_Escape}, KeysDialog::tr("Stop loading")},
        {{Qt::ALT | Qt::Key_Left}, KeysDialog::tr("Previous page, or back to the finding")},
        {{Qt::ALT | Qt::Key_Right}, KeysDialog::tr("Next page")},
        {{Qt::ALT | Qt::Key_Home}, KeysDialog::tr("First page")},
        {{Qt::ALT | Qt::Key_End}, KeysDialog::tr("Last page")},
        {{Qt::CTRL | Qt::Key_F}, KeysDialog::tr("Filter buckets")},
        {{Qt::Key_Down}, KeysDialog::tr("In the filter: show fields and values")},
        {{Qt::CTRL | Qt::Key_L}, KeysDialog::tr("Go to the projects")},
        {{Qt::Key_F6}, KeysDialog::tr("Next pane")},
        {{Qt::SHIFT | Qt::Key_F6}, KeysDialog::tr("Previous pane")},
        {{Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Right},
         KeysDialog::tr("Move the column left or right")},
        {{Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10}, KeysDialog::tr("Open the context menu")},
        {{Qt::CTRL | Qt::Key_C}, KeysDialog::tr("Copy the selected buckets as text")},
        {{Qt::CTRL | Qt::SHIFT | Qt::Key_C}, KeysDialog::tr("Copy the selected buckets as JSON")},
        {{Qt::CTRL | Qt::Key_E}, KeysDialog::tr("Export the buckets shown to a file")},
        {{Qt::CTRL | Qt::Key_Comma}, KeysDialog::tr("Settings")},
        {{Qt::Key_F1}, KeysDialog::tr("Keyboard shortcuts")},
    };
}

QString textOf(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

} // namespace

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent), m_table(new TableView(tr("Keys"), this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    fillTable();
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::Margin);
    layout->setSpacing(theme::Margin);
    layout->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme::Margin, 0, theme::Margin, 0);
    row->addWidget(buttons);
    layout->addLayout(row);
    const QSize whole = sizeOfTable() + QSize(0, row->sizeHint().height() + 2 * theme::Margin);
    resize(sizeHint().expandedTo(whole).boundedTo(MostSize));
}

void KeysDialog::openIn(QWidget &window)
{
    auto *dialog = new KeysDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void KeysDialog::fillTable()
{
    m_keys.setHorizontalHeaderLabels({tr("Key"), tr("Action")});
    for (const KeyHelp &help : allKeys())
        m_keys.appendRow({new QStandardItem(textOf(help.keys)), new QStandardItem(help.what)});
    m_table->setModel(&m_keys);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->resizeColumnsToContents();
    const int scrollBar = m_table->verticalScrollBar()->sizeHint().width();
    m_table->setMinimumWidth(m_table->horizontalHeader()->length() + scrollBar);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setCurrentIndex(m_keys.index(0, 0));
    m_table->setFocus();
}

/// All of it, as long as that is.
QSize KeysDialog::sizeOfTable() const
{
    return {m_table->minimumWidth(),
            m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length()};
}

} // namespace ui
