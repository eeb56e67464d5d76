// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingsview.h"

#include "insight/advice/errorhint.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/dialogend.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/matchnews.h"
#include "ui/findings/acceptdialog.h"
#include "ui/findings/checkbar.h"
#include "ui/findings/findingdetail.h"
#include "ui/findings/findingmessages.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/severitytoggles.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/rows.h"

#include <QDate>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

using insight::ExportCheck;

namespace {

/// As high a view has room for the finding below its rows.
constexpr int LeastRowsWithDetail = 12;

} // namespace

FindingsView::FindingsView(QWidget *parent)
    : QWidget(parent), m_bar(new CheckBar(CheckBar::Place::AboveFindings, this)),
      m_severities(new SeverityToggles(this)), m_filter(new QLineEdit(this)),
      m_showsAccepted(new QCheckBox(tr("Show accepted"), this)),
      m_accept(makeFlatButton(this, tr("Accept…"), LineIcon::Information, Qt::ToolButtonTextOnly)),
      m_filterRow(makeFilterRow()), m_table(new FindingsTable(m_model, this)),
      m_detail(new FindingDetail(this)), m_rows(new QWidget(this)), m_empty(new EmptyState(this)),
      m_stack(new PageStack(this)), m_notice(new NoticeBar(this))
{
    m_filter->setAccessibleName(tr("Filter findings"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setToolTip(tr("Words that must occur. A word can begin with %1.")
                             .arg(u"severity:, code:, project:, cluster:"_s));
    offerToClear(m_filter);
    m_showsAccepted->setAccessibleName(m_showsAccepted->text());
    m_notice->hide();
    m_model.setActive(false);
    layOut();
    connectParts();
    showCheck();
}

QWidget *FindingsView::makeFilterRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_severities);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_showsAccepted);
    layout->addWidget(m_accept);
    return row;
}

void FindingsView::layOut()
{
    layOutRows(*m_rows, {m_table, m_detail}, m_table);
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_empty);
    // In the order on screen, as assistive technology goes through them.
    for (QWidget *part : std::initializer_list<QWidget *>{m_bar, m_filterRow, m_stack, m_notice})
        part->raise();
    // The notice stands below the rows: none that is aimed at moves when it comes.
    layOutRows(*this, {m_bar, m_filterRow, m_stack, m_notice}, m_stack);
    setFocusHeirs(*this, {m_stack});
}

void FindingsView::connectParts()
{
    connect(m_severities, &SeverityToggles::changed, this, [this] {
        m_table->whileKeepingPlace([this] { m_model.setSeverities(m_severities->chosen()); });
        showTable();
        announce(this, matchText(m_model.rowCount()));
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilterText(text);
        showTable();
    });
    announceMatches(m_filter, &m_model);
    connect(m_showsAccepted, &QCheckBox::toggled, this, [this](bool shows) {
        m_table->whileKeepingPlace([this, shows] { m_model.setShowsAccepted(shows); });
        showTable();
        announce(this, matchText(m_model.rowCount()));
    });
    connect(m_accept, &QToolButton::clicked, this, &FindingsView::acceptSelected);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { open(index.row()); });
    connect(m_table, &FindingsTable::menuRequested, this, &FindingsView::fillMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FindingsView::showWhatCanBeUsed);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &FindingsView::showWhatCanBeUsed);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_check && m_check->state() == ExportCheck::State::Unchecked)
            m_check->start();
        else
            clearFilter();
    });
    connect(m_notice, &NoticeBar::actionTriggered, this, &FindingsView::runNoticeAction);
}

void FindingsView::setCheck(ExportCheck &check, const insight::AcceptedFile &acceptedFile)
{
    forgetCheck();
    m_check = &check;
    m_acceptedFile = acceptedFile;
    m_lastState = check.state();
    m_bar->setCheck(&check);
    connect(&check, &ExportCheck::changed, this, &FindingsView::showCheck);
    readAccepted();
}

void FindingsView::forgetCheck()
{
    if (m_check)
        disconnect(m_check, nullptr, this, nullptr);
    m_check = nullptr;
    m_acceptedFile.reset();
    m_lastState = ExportCheck::State::Unchecked;
    m_bar->setCheck(nullptr);
    readAccepted();
}

int FindingsView::openCount() const
{
    const insight::FindingCounts &counts = m_model.counts();
    return counts.critical + counts.warning + counts.info;
}

QString FindingsView::statusText() const
{
    return m_bar->statusText();
}

void FindingsView::choose(models::FindingsModel::ShownSeverities severities)
{
    m_filter->clear();
    m_severities->choose(severities);
}

TableView *FindingsView::table() const
{
    return m_table;
}

void FindingsView::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

/// Others write to the file, too.
void FindingsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    readAccepted();
}

void FindingsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

/// Where there is little room, rows come first.
void FindingsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_detail->setVisible(height() >= LeastRowsWithDetail * measures::rowHeight(font()));
}

/// A file that cannot be read accepts nothing.
void FindingsView::readAccepted()
{
    m_accepted = {};
    m_acceptedProblem.clear();
    if (m_acceptedFile) {
        if (auto accepted = m_acceptedFile->load())
            m_accepted = *std::move(accepted);
        else
            m_acceptedProblem = accepted.error().toString();
    }
    showFindings();
}

void FindingsView::showCheck()
{
    const ExportCheck::State state = m_check ? m_check->state() : ExportCheck::State::Unchecked;
    const bool isOfToday = m_check && !m_check->isKept();
    const bool hasEnded = isOfToday && state == ExportCheck::State::Checked && state != m_lastState;
    m_lastState = state;
    m_stack->setBusy(state == ExportCheck::State::Checking);
    if (!hasEnded) {
        showFindings();
        return;
    }
    readAccepted();
    announce(this, tr("Check finished: %1").arg(m_bar->statusText()));
}

void FindingsView::showFindings()
{
    QList<insight::Finding> findings = m_check ? m_check->findings() : QList<insight::Finding>();
    const QDate today = QDate::currentDate();
    m_accepted.mark(findings, today);
    m_notes.clear();
    // What has not been checked may fit yet.
    if (m_check && m_check->state() == ExportCheck::State::Checked) {
        QStringList notes;
        if (m_check->note())
            notes += m_check->note()->toString();
        for (const atlas::Wording &note : m_accepted.notesOn(findings, today))
            notes += note.toString();
        m_notes = notes.join(u' ');
    }
    m_table->whileKeepingPlace(
        [&] { m_model.setFindings(findings, QDateTime::currentDateTimeUtc()); });
    m_bar->setCounts(m_model.counts());
    m_severities->setCounts(m_model.counts());
    showTable();
    showNotice();
    Q_EMIT countChanged();
}

void FindingsView::showTable()
{
    const bool hasRows = m_model.rowCount() > 0;
    const bool isFiltered = !m_filter->text().trimmed().isEmpty() || m_severities->chosen();
    if (!hasRows)
        m_empty->setMessage(noFindingsMessage(m_check, {isFiltered, m_model.counts()}));
    const ExportCheck::State state = m_check ? m_check->state() : ExportCheck::State::Unchecked;
    m_filterRow->setVisible(state != ExportCheck::State::Unchecked);
    showWhatCanBeUsed();
    showPage(*m_stack, hasRows ? *m_rows : static_cast<QWidget &>(*m_empty));
}

void FindingsView::showNotice()
{
    if (!m_acceptedProblem.isEmpty()) {
        m_notice->showNotice(NoticeBar::Kind::Warning, tr("Accepted findings"), m_acceptedProblem,
                             tr("Retry"));
    } else if (m_check && m_check->stopReason()) {
        m_notice->showNotice(NoticeBar::Kind::Warning, tr("The check was stopped."),
                             insight::hintFor(*m_check->stopReason()), tr("Resume checking"));
    } else if (!m_notes.isEmpty() && m_notes != m_closedNotes) {
        m_notice->showNotice(NoticeBar::Kind::Information, tr("About this check"), m_notes,
                             tr("Close"));
    } else {
        m_notice->hide();
    }
}

void FindingsView::runNoticeAction()
{
    if (!m_acceptedProblem.isEmpty()) {
        readAccepted();
        return;
    }
    if (m_check && m_check->stopReason()) {
        m_check->resume();
        return;
    }
    m_closedNotes = m_notes;
    showNotice();
}

void FindingsView::clearFilter()
{
    choose({});
}

void FindingsView::showWhatCanBeUsed()
{
    const auto finding = m_table->selectedFinding();
    m_detail->showFinding(finding);
    const auto obstacle = [&]() -> QString {
        if (!finding)
            return tr("Select one finding first.");
        if (finding->accepted)
            return tr("This finding is accepted already.");
        return m_acceptedProblem.isEmpty() ? QString()
                                           : tr("The file of accepted findings cannot be read.");
    };
    enableUnless(*m_accept, obstacle());
}

void FindingsView::open(int row)
{
    Q_EMIT opened(m_model.findingAt(row));
}

void FindingsView::fillMenu(QMenu &menu)
{
    const auto finding = m_table->selectedFinding();
    QAction *open =
        menu.addAction(finding && finding->bucket ? tr("Open export bucket") : tr("Open project"));
    enableUnless(*open, finding ? QString() : tr("Select one finding first."));
    connect(open, &QAction::triggered, this, [this, finding] { Q_EMIT opened(*finding); });
    QAction *copy = menu.addAction(lineIcon(LineIcon::Copy), tr("Copy"));
    connect(copy, &QAction::triggered, this, [this] { m_copy.copy(*m_table); });
    QAction *accept = menu.addAction(m_accept->text());
    enableUnless(*accept, m_accept->isEnabled() ? QString() : m_accept->toolTip());
    connect(accept, &QAction::triggered, this, &FindingsView::acceptSelected);
}

void FindingsView::acceptSelected()
{
    const auto finding = m_table->selectedFinding();
    if (!finding)
        return;
    auto *dialog = new AcceptDialog(*finding, this);
    deleteAfterClose(dialog);
    connect(dialog, &AcceptDialog::chosen, this,
            [this, dialog](const insight::AcceptedEntry &entry) { accept(*dialog, entry); });
    dialog->open();
}

void FindingsView::accept(AcceptDialog &dialog, const insight::AcceptedEntry &entry)
{
    if (!m_acceptedFile)
        return dialog.reject();
    if (const auto written = m_acceptedFile->add(entry); !written) {
        dialog.showProblem(written.error().toString());
        return;
    }
    dialog.accept();
    readAccepted();
    announce(this, tr("Finding accepted."));
}

} // namespace ui
