// SPDX-License-Identifier: Apache-2.0
#include "ui/status/statuspanel.h"

#include "session/session.h"
#include "ui/accessibility/clipboardnews.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/status/statusdelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>

#include <array>
#include <chrono>

namespace ui {

namespace {

using models::ExchangeLog;
using models::ProblemLog;

/// In the order of ProblemLog::Column and ExchangeLog::Column.
constexpr std::array ProblemWidths{150, 60, 230, 130, 380, 280, 500};
constexpr std::array RequestWidths{150, 70, 640, 140, 90, 90, 140};

constexpr std::chrono::milliseconds RecountInterval{250};

QToolButton *makeTextButton(QWidget *parent, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// What to do comes before what happened. Assistive technology has the order of the model.
void showHintFirst(QHeaderView &header)
{
    const auto move = [&header](ProblemLog::Column column, int place) {
        header.moveSection(header.visualIndex(static_cast<int>(column)), place);
    };
    move(ProblemLog::Column::Hint, static_cast<int>(ProblemLog::Column::Status) + 1);
    move(ProblemLog::Column::Reason, ProblemLog::ColumnCount - 1);
}

} // namespace

StatusPanel::StatusPanel(QWidget *parent)
    : QWidget(parent), m_tabs(new FlatTabWidget(this)),
      m_problems(new TableView(tr("Problems"), m_tabs)),
      m_requests(new TableView(tr("Requests"), m_tabs)), m_retry(makeTextButton(this, tr("Retry"))),
      m_copyReport(makeTextButton(this, tr("Copy report"))),
      m_clear(makeTextButton(this, tr("Clear")))
{
    m_problems->setItemDelegate(
        new StatusDelegate(static_cast<int>(ProblemLog::Column::Status), m_problems));
    m_requests->setItemDelegate(
        new StatusDelegate(static_cast<int>(ExchangeLog::Column::Status), m_requests));
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_requests->horizontalHeader()->setStretchLastSection(true);
    layOut();
    connectButtons();
    m_recount.setSingleShot(true);
    m_recount.setInterval(RecountInterval);
    connect(&m_recount, &QTimer::timeout, this, &StatusPanel::showCounts);
    showCounts();
}

void StatusPanel::layOut()
{
    // The widget of the tabs takes the focus for its bar.
    for (QWidget *part : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_tabs->tabBar())})
        part->setAccessibleName(tr("Status"));
    m_tabs->addTab(m_problems, {});
    m_tabs->addTab(m_requests, {});
    m_tabs->tabBar()->setAccessibleTabName(0, tr("Problems"));
    m_tabs->tabBar()->setAccessibleTabName(1, tr("Requests"));
    QWidget *buttons = makeButtons();
    m_tabs->setCornerWidget(buttons);
    // Beside the bar, before what is below it.
    buttons->stackUnder(m_problems->parentWidget());
    setFocusHeirs(*this, {m_problems, m_requests});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

QWidget *StatusPanel::makeButtons()
{
    auto *buttons = new QWidget(m_tabs);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 2, theme::Margin, 2);
    layout->setSpacing(theme::Gap);
    for (QToolButton *button : {m_retry, m_copyReport, m_clear})
        layout->addWidget(button);
    return buttons;
}

void StatusPanel::connectButtons()
{
    connect(m_retry, &QToolButton::clicked, this, [this] {
        if (m_session)
            m_session->retry();
    });
    connect(m_copyReport, &QToolButton::clicked, this, &StatusPanel::copyReport);
    connect(m_clear, &QToolButton::clicked, this, &StatusPanel::clearShown);
    connect(m_tabs, &QTabWidget::currentChanged, this, &StatusPanel::showCounts);
}

void StatusPanel::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->problemLog(), nullptr, this, nullptr);
        disconnect(&m_session->exchangeLog(), nullptr, this, nullptr);
    }
    m_session = session;
    m_problems->setModel(session ? &session->problemLog() : nullptr);
    m_requests->setModel(session ? &session->exchangeLog() : nullptr);
    if (session) {
        m_problems->setColumnWidths(ProblemWidths);
        m_requests->setColumnWidths(RequestWidths);
        showHintFirst(*m_problems->horizontalHeader());
        watch(*session);
    }
    showCounts();
}

void StatusPanel::watch(Session &session)
{
    const ProblemLog &problems = session.problemLog();
    const ExchangeLog &requests = session.exchangeLog();
    connect(&problems, &QAbstractItemModel::rowsInserted, this, &StatusPanel::showCounts);
    connect(&problems, &QAbstractItemModel::modelReset, this, &StatusPanel::showCounts);
    connect(&requests, &QAbstractItemModel::rowsInserted, this, &StatusPanel::showCountsSoon);
    connect(&requests, &QAbstractItemModel::modelReset, this, &StatusPanel::showCounts);
    connect(&session, &Session::busyChanged, this, &StatusPanel::showCounts);
}

/// Requests may end by the hundred a second, and each count has the tabs laid out anew.
void StatusPanel::showCountsSoon()
{
    if (m_session && !m_session->isBusy())
        showCounts();
    else if (!m_recount.isActive())
        m_recount.start();
}

void StatusPanel::showCounts()
{
    m_recount.stop();
    const QLocale locale;
    const int problems = m_session ? m_session->problemLog().rowCount() : 0;
    const int requests = m_session ? static_cast<int>(m_session->exchangeLog().totalCount()) : 0;
    m_tabs->showText(*m_problems,
                     problems > 0 ? tr("Problems (%1)").arg(locale.toString(problems))
                                  : tr("Problems"),
                     problems > 0 ? tr("%Ln problem(s)", nullptr, problems) : QString());
    m_tabs->showText(*m_requests,
                     requests > 0 ? tr("Requests (%1)").arg(locale.toString(requests))
                                  : tr("Requests"),
                     requests > 0 ? tr("%Ln request(s)", nullptr, requests) : QString());
    const bool showsProblems = m_tabs->currentWidget() == m_problems;
    const bool isBusy = m_session && m_session->isBusy();
    const bool hasFailed = m_session && m_session->hasFailed();
    const QString nothingFailed = tr("Nothing on screen has failed.");
    enableUnless(*m_retry,
                 isBusy          ? tr("Wait until everything is loaded, or select Stop.")
                     : hasFailed ? QString()
                                 : nothingFailed);
    enableUnless(*m_copyReport, problems > 0 ? QString() : tr("No problems to report."));
    // Each speaks of problems alone.
    for (QToolButton *button : {m_retry, m_copyReport})
        button->setVisible(showsProblems);
    const bool isEmpty = showsProblems ? problems == 0 : requests == 0;
    enableUnless(*m_clear, isEmpty ? tr("The list is empty.") : QString());
}

void StatusPanel::copyReport()
{
    if (m_session)
        copyAndTell(this, m_session->problemLog().report());
}

void StatusPanel::clearShown()
{
    if (!m_session)
        return;
    if (m_tabs->currentWidget() == m_problems)
        m_session->problemLog().clear();
    else
        m_session->exchangeLog().clear();
}

} // namespace ui
