// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketrecordsource.h"
#include "share/report/exportformat.h"
#include "share/report/exportname.h"
#include "share/report/exportresult.h"
#include "ui/accessibility/focuswindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QString>
#include <QVBoxLayout>

#include <functional>
#include <memory>

namespace share {
class FileExport;
}

namespace ui {

class FileEdit;
class FormField;
class RoomyButton;
class ToneLabel;

/// Asks where and in what format rows are written, and writes them. Shown with open() or show().
class ExportDialog : public FocusDialog
{
    Q_OBJECT

public:
    /// What is written.
    struct Rows
    {
        /// nullptr if there is nothing any more.
        std::unique_ptr<share::BucketRecordSource> source;
        share::ExportScope scope;
    };
    using MakeRows = std::function<Rows()>;

    /// `count` is how many rows there are now; `makeRows` is called for each try. `project` is the
    /// name of the open project, empty for all projects.
    ExportDialog(int count, const QString &project, const MakeRows &makeRows,
                 QWidget *parent = nullptr);
    /// Stops an export that is running.
    ~ExportDialog() override;

    /// Says how many rows there are now, and what they are not; empty: they are all that they seem
    /// to be. While an export is running, it is of what there was when it began: nothing changes.
    void showWhatThereIs(int count, const QString &reservation);

    /// Stops an export that is running, and stays; closes otherwise.
    void reject() override;

Q_SIGNALS:
    /// The file is there, and the dialog has closed.
    void exported(const QString &path, int rows);

private:
    QLayout *makeHead();
    QLayout *makeButtons();
    void fillFormats();
    QString suggestedPath() const;
    void suggestPath();
    void showExtent(share::ExportExtent extent);
    share::ExportFormat format() const;
    QString path() const;

    void changeFormat();
    void completePath();
    void showWhatBecomesOfTheFile();
    void start();
    void showRunning(bool running);
    void end(const share::ExportResult &result);

    MakeRows m_makeRows;
    QString m_project;
    share::ExportExtent m_extent = share::ExportExtent::Whole;
    /// Where a file without a folder is written.
    QString m_folder;
    QLabel *m_subject;
    ToneLabel *m_reservation;
    /// That the format chosen has no place for it.
    ToneLabel *m_unsaid;
    QWidget *m_formParent;
    QComboBox *m_format;
    QCheckBox *m_byteOrderMark;
    FileEdit *m_file;
    FormField *m_fileField = nullptr;
    ToneLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_ok;
    RoomyButton *m_cancel;
    share::ExportFormat m_formatBefore = share::ExportFormat::Csv;
    /// nullptr unless it is running.
    std::unique_ptr<share::FileExport> m_export;
};

} // namespace ui
