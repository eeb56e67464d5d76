// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/fileedit.h"

#include "ui/accessibility/enabling.h"
#include "ui/look/theme.h"
#include "ui/parts/roomybutton.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>

namespace ui {

FileEdit::FileEdit(const Dialog &dialog, QWidget *parent)
    : QWidget(parent), m_dialog(dialog), m_input(new QLineEdit(this)),
      m_browse(new RoomyButton(tr("Bro&wse…"), this))
{
    m_browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_input, 1);
    layout->addWidget(m_browse);
    connect(m_input, &QLineEdit::textChanged, this, &FileEdit::edited);
    connect(m_browse, &QPushButton::clicked, this, &FileEdit::browse);
}

void FileEdit::setPath(const QString &path)
{
    m_input->setText(path);
}

void FileEdit::setReadOnly(bool readOnly)
{
    m_input->setReadOnly(readOnly);
    enableUnless(*m_browse, readOnly ? tr("This cannot be changed here.") : QString());
}

void FileEdit::browse()
{
    auto *dialog = new QFileDialog(this, m_dialog.title, QFileInfo(path()).path(), m_dialog.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_dialog.purpose == Purpose::Open) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->selectFile(QFileInfo(path()).fileName());
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        setPath(QDir::toNativeSeparators(chosen));
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace ui
