// SPDX-License-Identifier: Apache-2.0
#include "ui/finder/finddialog.h"

#include "ui/accessibility/announcer.h"
#include "ui/accessibility/matchnews.h"
#include "ui/accessibility/selectionfollower.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/tables/twolinedelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr QSize FirstSize(600, 460);
constexpr int MostResults = 100;
/// Who pages moves by so many.
constexpr int Page = 8;

} // namespace

FindDialog::FindDialog(insight::Finder finder, QWidget *parent)
    : FocusDialog(parent), m_finder(std::move(finder)), m_search(new QLineEdit(this)),
      m_results(new QListView(this)), m_hint(makePlainLabel(this))
{
    setWindowTitle(tr("Find anything"));
    setAccessibleName(tr("Find anything"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Projects, export buckets, clusters, commands, and settings"));
    m_search->installEventFilter(this);
    m_results->setAccessibleName(tr("Results"));
    m_results->setModel(&m_places);
    m_results->setItemDelegate(new TwoLineDelegate(m_results));
    m_results->setUniformItemSizes(true);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->setMouseTracking(true);
    m_results->installEventFilter(this);
    followSelection(m_results);
    m_hint->setWordWrap(true);
    m_hint->setFont(theme::smaller(font()));
    keepColored(*this, [this] { theme::setTextColor(*m_hint, theme::mutedText(palette())); });
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &FindDialog::search);
    connect(m_results, &QAbstractItemView::clicked, this, &FindDialog::openChosen);
    announceAfterTyping(m_search, [this] { return newsOfResults(); });
    search();
    m_search->setFocus();
}

void FindDialog::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_search);
    layout->addWidget(m_results, 1);
    layout->addWidget(m_hint);
    resize(FirstSize);
}

void FindDialog::search()
{
    m_places.setPlaces(m_finder.find(m_search->text(), MostResults));
    choose(0);
    showHint();
}

void FindDialog::showHint()
{
    if (m_places.rowCount() == 0) {
        m_hint->setText(tr("Nothing matches. Only what has been loaded is searched: load all "
                           "projects, then try again."));
        return;
    }
    const QString buckets = tr("%Ln export bucket(s)", nullptr, m_finder.bucketCount());
    const QString projects = tr("%Ln project(s)", nullptr, m_finder.projectCount());
    //: %1: 2,925 export buckets. %2: 14 projects.
    m_hint->setText(tr("Searches %1 and %2 that have been loaded. Enter opens, Ctrl+Enter copies "
                       "the ID.")
                        .arg(buckets, projects));
}

/// How many there are, and which of them Return opens.
QString FindDialog::newsOfResults() const
{
    const int found = m_places.rowCount();
    if (found == 0)
        return m_hint->text();
    const QString count = found < MostResults ? tr("%Ln result(s)", nullptr, found)
                                              : tr("First %Ln result(s)", nullptr, found);
    return count + u'\n' + chosenText();
}

/// Keys for the list, while one types; and what Return means in both.
bool FindDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FocusDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isTyping = watched == m_search;
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ControlModifier))
            copyId();
        else
            openChosen();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (isTyping)
            move(key->key() == Qt::Key_Down ? 1 : -1);
        return isTyping;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (isTyping)
            move(key->key() == Qt::Key_PageDown ? Page : -Page);
        return isTyping;
    default:
        return FocusDialog::eventFilter(watched, event);
    }
}

void FindDialog::choose(int row)
{
    m_results->setCurrentIndex(m_places.rowCount() > 0 ? m_places.index(row) : QModelIndex());
}

void FindDialog::move(int steps)
{
    if (m_places.rowCount() == 0)
        return;
    choose(std::clamp(m_results->currentIndex().row() + steps, 0, m_places.rowCount() - 1));
    tellChosen();
}

/// Who listens is in the line above the list.
void FindDialog::tellChosen()
{
    announce(this, chosenText());
}

QString FindDialog::chosenText() const
{
    return m_results->currentIndex().data(Qt::AccessibleTextRole).toString();
}

void FindDialog::openChosen()
{
    const QModelIndex current = m_results->currentIndex();
    if (!current.isValid())
        return;
    const insight::Place place = m_places.placeAt(current.row());
    accept();
    Q_EMIT chosen(place);
}

/// Of the bucket, or of the project; other places have none.
void FindDialog::copyId()
{
    const QModelIndex current = m_results->currentIndex();
    if (!current.isValid())
        return;
    const insight::Place &place = m_places.placeAt(current.row());
    if (!place.project)
        return;
    QApplication::clipboard()->setText(place.bucket ? place.bucket->toHex()
                                                    : place.project->toHex());
    announce(this, tr("ID copied"));
    accept();
}

} // namespace ui
