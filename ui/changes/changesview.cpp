// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/changesview.h"

#include "insight/advice/changetext.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/changes/comparewith.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/rows.h"
#include "ui/parts/tonelabel.h"
#include "ui/tables/aging.h"
#include "ui/tables/celldelegate.h"
#include "ui/tables/columnmenu.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// In the order of ChangesModel::Column.
constexpr std::array ChangeWidths{132, 80, 170, 230, 210, 190, 190};

} // namespace

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent), m_compareWith(new CompareWithBox(this)), m_day(new QDateEdit(this)),
      m_headline(makePlainLabel(this)), m_part(new ToneLabel(ToneLabel::Meaning::Muted, this)),
      m_topRow(makeTopRow()), m_table(new TableView(tr("Changes"), this)),
      m_empty(new EmptyState(this)), m_stack(new PageStack(this))
{
    m_table->setModel(&m_model);
    keepAging(*m_table);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setColumnWidths(ChangeWidths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    offerColumnMenu(*m_table);
    layOut();
    connect(m_compareWith, &CompareWithBox::chosenChanged, this, &ChangesView::showDay);
    connect(m_compareWith, &CompareWithBox::chosenChanged, this, &ChangesView::compareAndTell);
    connect(m_day, &QDateEdit::dateChanged, this, [this](QDate day) {
        m_compareWith->setDay(day);
        if (m_compareWith->asksForDay())
            compareAndTell();
    });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(m_model.changeAt(index.row())); });
    showComparison();
}

QWidget *ChangesView::makeTopRow()
{
    m_headline->setFont(theme::bold(font()));
    m_headline->setWordWrap(true);
    m_headline->setAccessibleDescription(tr("Changes"));
    m_part->setWordWrap(true);
    m_part->setAccessibleDescription(tr("What is missing"));
    makeSelectable(m_part);
    m_day->setAccessibleName(tr("Date to compare with"));
    m_day->setToolTip(tr("Compares with the last check on this day or before it."));
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setCalendarPopup(true);
    m_day->setKeyboardTracking(false);
    leaveWheelUnlessFocused(*m_day);
    auto *label = makePlainLabel(this, tr("Compare with"));
    label->setBuddy(m_compareWith);
    auto *row = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_headline);
    words->addWidget(m_part);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(theme::Gap);
    layout->addWidget(label);
    layout->addWidget(m_compareWith);
    layout->addWidget(m_day);
    layout->addLayout(words, 1);
    return row;
}

void ChangesView::layOut()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    for (QWidget *part : std::initializer_list<QWidget *>{m_topRow, m_stack})
        part->raise();
    layOutRows(*this, {m_topRow, m_stack}, m_stack);
    setFocusHeirs(*this, {m_stack});
}

void ChangesView::setHistory(insight::HistoryKeeper *history)
{
    if (m_history)
        disconnect(m_history, nullptr, this, nullptr);
    m_history = history;
    if (history) {
        connect(history, &insight::HistoryKeeper::readingsChanged, this,
                &ChangesView::showReadings);
        connect(history, &insight::HistoryKeeper::compared, this, &ChangesView::showComparison);
        connect(history, &insight::HistoryKeeper::failed, this, &ChangesView::showComparison);
    }
    showReadings();
}

void ChangesView::setAuthors(insight::AuthorReader *authors)
{
    if (m_authors == authors)
        return;
    if (m_authors)
        disconnect(m_authors, nullptr, this, nullptr);
    m_authors = authors;
    if (authors)
        connect(authors, &insight::AuthorReader::changed, this, &ChangesView::showAuthors);
    askForAuthors();
}

void ChangesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askForAuthors();
}

/// Nobody is asked before somebody looks.
void ChangesView::askForAuthors()
{
    if (m_authors && m_history && m_history->comparison() && isVisible())
        m_authors->read(*m_history->comparison());
    showAuthors();
}

void ChangesView::showAuthors()
{
    const bool areKnown = m_authors && m_history && m_history->comparison()
        && m_authors->isAbout(*m_history->comparison());
    m_model.setAuthors(areKnown ? m_authors->authors() : insight::Authors());
}

void ChangesView::showReadings()
{
    m_compareWith->setReadings(m_history ? m_history->readings() : QList<insight::ReadingInfo>());
    showDay();
    // With the same one as before: the latest is another.
    compare();
}

/// Only days on or after which there is a reading can be chosen.
void ChangesView::showDay()
{
    const QSignalBlocker quiet(m_day);
    const QDate last = m_compareWith->lastDay();
    if (last.isValid())
        m_day->setDateRange(std::min(m_compareWith->firstDay(), last), last);
    m_compareWith->setDay(m_day->date());
    m_day->setVisible(m_compareWith->asksForDay());
}

/// Somebody chose what to compare with, and waits for what comes of it.
void ChangesView::compareAndTell()
{
    m_isAwaited = true;
    compare();
}

void ChangesView::compare()
{
    const auto with = m_compareWith->chosen();
    if (m_history && with)
        m_history->compare(*with);
    else
        showComparison();
}

void ChangesView::showComparison()
{
    const bool isCompared = m_history && m_history->comparison();
    m_model.setChanges(isCompared ? m_history->comparison()->changes : QList<insight::Change>());
    askForAuthors();
    m_headline->setText(isCompared ? insight::comparisonText(*m_history->comparison()) : QString());
    showDoubt();
    m_topRow->setVisible(isCompared);
    m_empty->setMessage(emptyMessage());
    showPage(*m_stack, m_model.rowCount() > 0 ? static_cast<QWidget &>(*m_table) : *m_empty);
    if (std::exchange(m_isAwaited, false))
        tellComparison();
    Q_EMIT countChanged();
}

void ChangesView::tellComparison()
{
    const bool isCompared = m_history && m_history->comparison();
    announce(this, isCompared ? m_headline->text() : m_empty->message().title);
    announce(this, m_part->text());
}

/// Why the numbers may not be all, or not of today.
void ChangesView::showDoubt()
{
    const bool hasFailed = m_history && m_history->problem();
    const QString part = m_history && m_history->comparison()
        ? insight::comparedInPartText(*m_history->comparison())
        : QString();
    m_part->showText(hasFailed ? ToneLabel::Meaning::Warning : ToneLabel::Meaning::Muted,
                     hasFailed ? m_history->problem()->text.toString() : part);
    m_part->setVisible(!m_part->text().isEmpty());
}

EmptyState::Message ChangesView::emptyMessage() const
{
    if (!m_history) {
        return {LineIcon::Information,
                tr("Changes are not kept"),
                tr("To compare with earlier days, turn on “Remember what was read” in "
                   "Settings."),
                {}};
    }
    if (m_history->problem() && !m_history->comparison()) {
        EmptyState::Message message{LineIcon::Warning,
                                    tr("Changes cannot be shown"),
                                    m_history->problem()->text.toString(),
                                    {}};
        message.kind = EmptyState::Kind::Warning;
        return message;
    }
    if (m_history->comparison()) {
        return {LineIcon::Bucket,
                tr("No changes"),
                m_history->comparison()->comparedInPart.isEmpty()
                    ? tr("Export buckets, backup schedules and roles have not changed.")
                    : tr("Everything that was loaded both times is unchanged."),
                {}};
    }
    // What starts the check stands below every view but that of the findings.
    return {LineIcon::Bucket,
            tr("Nothing to compare with yet"),
            tr("Each check is saved on this computer. After the next check, changes appear "
               "here."),
            {}};
}

} // namespace ui
