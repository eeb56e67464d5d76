// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/exportdialog.h"

#include "accounts/profiles/fieldproblem.h"
#include "share/report/exporttarget.h"
#include "share/report/fileexport.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/fileedit.h"
#include "ui/parts/formfield.h"
#include "ui/parts/roomybutton.h"
#include "ui/parts/tonelabel.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::FieldProblem;
using share::ExportFormat;
using share::ExportResult;

constexpr int FirstWidth = 620;
constexpr int ProgressHeight = 6;

QString fileFilterOf(ExportFormat format)
{
    const share::ExportFormatRow &row = share::rowOf(format);
    return u"%1 (*.%2);;%3 (*)"_s.arg(row.name, row.suffix, ExportDialog::tr("All files"));
}

QString documentsOrHome()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

ExportDialog::ExportDialog(int count, const QString &project, const MakeRows &makeRows,
                           QWidget *parent)
    : FocusDialog(parent), m_makeRows(makeRows), m_project(project), m_folder(documentsOrHome()),
      m_subject(makePlainLabel(this)),
      m_reservation(new ToneLabel(ToneLabel::Meaning::Warning, this)),
      m_unsaid(new ToneLabel(ToneLabel::Meaning::Muted, this)), m_formParent(new QWidget(this)),
      m_format(new QComboBox(m_formParent)),
      m_byteOrderMark(new QCheckBox(tr("&Byte order mark (for Excel)"), m_formParent)),
      m_file(new FileEdit({tr("Export"), fileFilterOf(ExportFormat::Csv), FileEdit::Purpose::Save},
                          m_formParent)),
      m_message(new ToneLabel(ToneLabel::Meaning::Plain, this)), m_progress(new QProgressBar(this)),
      m_ok(new RoomyButton(tr("&Export"), this)), m_cancel(new RoomyButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Export"));
    fillFormats();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead(), 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(makeButtons());

    suggestPath();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(m_file, &FileEdit::edited, m_message, &QWidget::hide);
    connect(m_file, &FileEdit::edited, this, &ExportDialog::showWhatBecomesOfTheFile);
    connect(m_fileField, &FormField::left, this, &ExportDialog::completePath);
    showWhatThereIs(count, {});
    showRunning(false);
    // With room for a word about the file, so that the window does not grow while one types.
    resize(FirstWidth, sizeHint().height() + NoteDistance + fontMetrics().height());
    m_ok->setFocus();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::showWhatThereIs(int count, const QString &reservation)
{
    if (m_export)
        return;
    m_subject->setText(tr("%Ln export bucket(s)", nullptr, count));
    m_reservation->setText(reservation);
    m_reservation->setVisible(!reservation.isEmpty());
    showExtent(reservation.isEmpty() ? share::ExportExtent::Whole : share::ExportExtent::Part);
}

/// A path that somebody has typed stays.
void ExportDialog::showExtent(share::ExportExtent extent)
{
    const bool isSuggested = m_file->path() == suggestedPath();
    m_extent = extent;
    m_unsaid->setVisible(extent == share::ExportExtent::Part && !share::rowOf(format()).tellsScope);
    if (isSuggested && m_file->path() != suggestedPath())
        suggestPath();
}

QLayout *ExportDialog::makeHead()
{
    m_subject->setFont(theme::bold(m_subject->font()));
    m_subject->setAccessibleDescription(tr("What is exported"));

    m_reservation->setAccessibleDescription(tr("What is missing"));
    m_reservation->setWordWrap(true);
    m_reservation->hide();
    m_unsaid->setText(tr("A CSV file cannot say that rows are missing. The suggested file name "
                         "says “part” instead."));
    m_unsaid->setAccessibleDescription(tr("What the file does not say"));
    m_unsaid->setWordWrap(true);
    m_unsaid->hide();

    QGridLayout *form = makeForm(m_formParent);
    form->setContentsMargins(0, 0, 0, 0);
    new FormField(form, tr("&Format"), m_format);
    m_byteOrderMark->setAccessibleName(withoutMnemonic(m_byteOrderMark->text()));
    form->addWidget(m_byteOrderMark, form->rowCount(), 1);
    m_fileField = new FormField(form, tr("F&ile"), m_file, m_file->input());

    m_message->setAccessibleDescription(tr("Export message"));
    makeSelectable(m_message);
    m_message->setMinimumWidth(1); // A long word widens no window.
    m_message->hide();
    m_progress->setAccessibleName(tr("Export progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(ProgressHeight);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(PageMargin, PageMargin, PageMargin, theme::Margin);
    head->setSpacing(theme::Margin);
    head->addWidget(m_subject);
    head->addWidget(m_reservation);
    head->addWidget(m_unsaid);
    head->addWidget(m_formParent);
    head->addWidget(m_message);
    head->addStretch(1);
    head->addWidget(m_progress);
    return head;
}

QLayout *ExportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_ok, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_ok->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(PageMargin, theme::Margin, PageMargin, theme::Margin);
    row->addWidget(buttons);
    return row;
}

void ExportDialog::fillFormats()
{
    for (const share::ExportFormatRow &row : share::exportFormats())
        m_format->addItem(row.name);
    m_format->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QString ExportDialog::suggestedPath() const
{
    const QString name =
        share::suggestedExportName(m_project, QDate::currentDate(), m_extent, m_formatBefore);
    return QDir::toNativeSeparators(QDir(m_folder).filePath(name));
}

void ExportDialog::suggestPath()
{
    m_file->setPath(suggestedPath());
    showWhatBecomesOfTheFile();
}

ExportFormat ExportDialog::format() const
{
    return share::exportFormats()[static_cast<std::size_t>(m_format->currentIndex())].format;
}

QString ExportDialog::path() const
{
    return share::absoluteExportPath(m_file->path(), m_folder);
}

void ExportDialog::changeFormat()
{
    m_file->setPath(share::withSuffixOf(format(), m_formatBefore, m_file->path()));
    m_file->setFilter(fileFilterOf(format()));
    m_formatBefore = format();
    enableUnless(*m_byteOrderMark,
                 share::rowOf(format()).mayHaveByteOrderMark
                     ? QString()
                     : tr("Only CSV files can have a byte order mark."));
    showExtent(m_extent);
    showWhatBecomesOfTheFile();
}

void ExportDialog::completePath()
{
    const QString whole = QDir::toNativeSeparators(path());
    if (whole == m_file->path())
        return;
    m_file->setPath(whole);
    showWhatBecomesOfTheFile();
}

void ExportDialog::showWhatBecomesOfTheFile()
{
    if (const auto problem = share::exportTargetProblem(path()))
        m_fileField->setProblem({{FieldProblem::Severity::Error, *problem}});
    else if (QFileInfo::exists(path()))
        m_fileField->setProblem(
            {{FieldProblem::Severity::Warning, tr("This file exists and will be replaced.")}});
    else
        m_fileField->setProblem(std::nullopt);
}

void ExportDialog::start()
{
    completePath();
    // The disk may have changed since the path was typed.
    showWhatBecomesOfTheFile();
    m_message->hide();
    if (share::exportTargetProblem(path())) {
        m_file->input()->setFocus();
        return;
    }
    const auto mark = m_byteOrderMark->isChecked() ? share::CsvWriter::ByteOrderMark::With
                                                   : share::CsvWriter::ByteOrderMark::Without;
    Rows rows = m_makeRows();
    if (!rows.source) {
        reject();
        return;
    }
    m_export = std::make_unique<share::FileExport>(
        std::move(rows.source), share::makeWriter(format(), mark, rows.scope), path());
    m_progress->setRange(0, std::max(1, m_export->rowCount()));
    m_progress->setValue(0);
    connect(m_export.get(), &share::FileExport::progressed, m_progress, &QProgressBar::setValue);
    connect(m_export.get(), &share::FileExport::finished, this, &ExportDialog::end);
    showRunning(true);
    m_export->start();
}

void ExportDialog::showRunning(bool running)
{
    m_progress->setVisible(running);
    const QString obstacle = running ? tr("The file is being written.") : QString();
    for (QWidget *control : std::initializer_list<QWidget *>{m_formParent, m_ok})
        enableUnless(*control, obstacle);
    m_cancel->setLabel(tr("Cancel"));
    if (running)
        m_cancel->setFocus();
}

void ExportDialog::end(const ExportResult &result)
{
    const QString path = m_export->path();
    // It is still in its signal.
    m_export.release()->deleteLater();
    showRunning(false);
    // Before the file is looked at: that it exists is no warning now.
    if (result.outcome == ExportResult::Outcome::Written) {
        accept();
        Q_EMIT exported(path, result.rows);
        return;
    }
    showWhatBecomesOfTheFile();
    if (result.outcome == ExportResult::Outcome::Cancelled)
        m_message->showText(ToneLabel::Meaning::Plain,
                            tr("Export stopped. No files were changed."));
    else
        m_message->showText(ToneLabel::Meaning::Failure, result.problem);
    m_message->show();
    announce(this, m_message->text());
    m_file->input()->setFocus();
}

void ExportDialog::reject()
{
    if (!m_export) {
        FocusDialog::reject();
        return;
    }
    m_export->cancel();
    // The disk may take its time.
    m_cancel->setLabel(tr("Cancelling…"));
}

} // namespace ui
