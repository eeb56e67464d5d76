// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/accessibility/focuswindow.h"
#include "ui/parts/tonelabel.h"
#include "ui/settings/importrow.h"

#include <QList>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

/// Shows what profiles the Atlas CLI has, and lets the user choose which to import.
/// Shown with open() or show().
class ImportDialog : public FocusDialog
{
    Q_OBJECT

public:
    /// Reads the file at once.
    explicit ImportDialog(const QString &path, QWidget *parent = nullptr);

    /// Shows what is in another file.
    void read(const QString &path);

Q_SIGNALS:
    /// Import was pressed. At least one profile is chosen; nothing is saved yet.
    void imported(const QList<accounts::ImportCandidate> &candidates);

private:
    QLayout *makeHead();
    QLayout *makeButtons();
    void showCandidates(const QList<accounts::ImportCandidate> &candidates);
    void showMessage(ToneLabel::Meaning meaning, const QString &text);
    void clear();
    void showWhetherAnyIsChosen();
    QList<accounts::ImportCandidate> chosen() const;
    void chooseFile();
    void confirm();

    QString m_path;
    QLabel *m_shownPath;
    ToneLabel *m_message;
    QScrollArea *m_scroll;
    QPushButton *m_ok;
    QList<ImportRow *> m_rows;
};

} // namespace ui
