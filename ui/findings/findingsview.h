// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/check/exportcheck.h"
#include "insight/health/acceptedfile.h"
#include "models/findingsmodel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/pagestack.h"
#include "ui/tables/tablecopy.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace ui {

class AcceptDialog;
class CheckBar;
class FindingDetail;
class FindingsTable;
class NoticeBar;
class SeverityToggles;

/// What is wrong in all projects: the findings of the session's check, and the ways to check, to
/// filter, to open what a finding is about, and to accept it.
class FindingsView : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsView(QWidget *parent = nullptr);

    /// Shows what `check` finds, but for what `acceptedFile` says.
    void setCheck(insight::ExportCheck &check, const insight::AcceptedFile &acceptedFile);
    /// Shows none any more.
    void forgetCheck();

    /// How many findings there are, whatever is shown of them.
    const insight::FindingCounts &counts() const { return m_model.counts(); }
    /// How many of them nobody has accepted.
    int openCount() const;
    /// What the check has come to, in a line.
    QString statusText() const;
    /// Shows the findings of these severities alone.
    void choose(models::FindingsModel::ShownSeverities severities);
    /// The table, for who copies what is selected in it.
    TableView *table() const;
    void focusFilter();

Q_SIGNALS:
    /// counts() or statusText() may have changed.
    void countChanged();
    /// The user wants to see what a finding is about.
    void opened(const insight::Finding &finding);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFilterRow();
    void layOut();
    void connectParts();
    void readAccepted();
    void showCheck();
    void showFindings();
    void showTable();
    void showNotice();
    void runNoticeAction();
    void clearFilter();
    void showWhatCanBeUsed();
    void open(int row);
    void fillMenu(QMenu &menu);
    void acceptSelected();
    void accept(AcceptDialog &dialog, const insight::AcceptedEntry &entry);

    QPointer<insight::ExportCheck> m_check;
    insight::ExportCheck::State m_lastState = insight::ExportCheck::State::Unchecked;
    std::optional<insight::AcceptedFile> m_acceptedFile;
    insight::AcceptedFindings m_accepted;
    /// What is wrong with the file of accepted findings; empty if nothing is.
    QString m_acceptedProblem;
    /// What is to be known of the check, and of what is accepted.
    QString m_notes;
    /// The notes that the user has read.
    QString m_closedNotes;
    models::FindingsModel m_model;
    CheckBar *m_bar;
    SeverityToggles *m_severities;
    QLineEdit *m_filter;
    QCheckBox *m_showsAccepted;
    QToolButton *m_accept;
    QWidget *m_filterRow;
    FindingsTable *m_table;
    FindingDetail *m_detail;
    QWidget *m_rows;
    EmptyState *m_empty;
    PageStack *m_stack;
    NoticeBar *m_notice;
    TableCopy m_copy;
};

} // namespace ui
