// SPDX-License-Identifier: Apache-2.0
#include "ui/keysdialog.h"

#include "ui/theme.h"
#include "ui/widgets.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

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
        {{Qt::ALT | Qt::Key_Left}, KeysDialog::tr("Previous page")},
        {{Qt::ALT | Qt::Key_Right}, KeysDialog::tr("Next page")},
        {{Qt::ALT | Qt::Key_Home}, KeysDialog::tr("First page")},
        {{Qt::ALT | Qt::Key_End}, KeysDialog::tr("Last page")},
        {{Qt::CTRL | Qt::Key_F}, KeysDialog::tr("Filter buckets")},
        {{Qt::Key_Down}, KeysDialog::tr("In the filter: show fields and values")},
        {{Qt::CTRL | Qt::Key_L}, KeysDialog::tr("Go to the projects")},
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

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setHorizontalSpacing(24);
    layout->setVerticalSpacing(theme::Gap);
    int row = 0;
    for (const KeyHelp &help : allKeys()) {
        QLabel *keys = makePlainLabel(this, textOf(help.keys));
        theme::setTextColor(*keys, theme::mutedText(palette()));
        layout->addWidget(keys, row, 0);
        layout->addWidget(makePlainLabel(this, help.what), row, 1);
        ++row;
    }
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close"));
    layout->setRowMinimumHeight(row, theme::Margin);
    layout->addWidget(buttons, row + 1, 0, 1, 2);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace ui
