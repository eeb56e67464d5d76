// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/filteredit.h"

#include "base/texts/mixedlettersnote.h"
#include "base/texts/showntext.h"
#include "buckets/search/bucketcompletion.h"
#include "buckets/search/bucketquery.h"
#include "models/roles.h"
#include "ui/accessibility/announcer.h"

#include <QAbstractItemView>
#include <QKeyEvent>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto PauseInTyping = 50ms;
constexpr int MostVisibleOffers = 12;

/// Those that name a column, or those that do not.
QString prefixes(bool nameColumns)
{
    QStringList chosen = buckets::BucketQuery::prefixes();
    chosen.removeIf([nameColumns](const QString &prefix) {
        return buckets::BucketQuery::columnOf(prefix).has_value() != nameColumns;
    });
    return chosen.join(QLatin1Char(' '));
}

} // namespace

FilterEdit::FilterEdit(QWidget *parent) : QLineEdit(parent)
{
    setToolTip(tr("Words match in any order and column.\nOne column: %1\nUsage, where known: "
                  "%2\nExact phrase: %3")
                   .arg(prefixes(true), prefixes(false), QStringLiteral("project:\"a b\"")));
    // Else screen readers say all of that at each visit.
    setAccessibleDescription(tr("Words in any order, in any column."));
    m_completer.setModel(&m_terms);
    m_completer.setWidget(this);
    // Without a prefix it offers all that there is in the model, and chooses nothing by itself.
    m_completer.setCompletionMode(QCompleter::PopupCompletion);
    m_completer.setMaxVisibleItems(MostVisibleOffers);
    m_completer.popup()->setAccessibleName(tr("Filter suggestions"));
    m_completer.popup()->installEventFilter(this);
    installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseInTyping);

    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const buckets::BucketCompletion completion(text());
        offer(completion.isEmpty() ? QStringList() : termsFor(completion));
    });
    connect(&m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &FilterEdit::take);
}

void FilterEdit::setBuckets(const buckets::BucketStore *buckets)
{
    m_buckets = buckets;
}

QStringList FilterEdit::termsFor(const buckets::BucketCompletion &completion) const
{
    return completion.terms(m_buckets ? &m_buckets->rows() : nullptr);
}

/// Esc closes what is offered before it is any shortcut of the window's.
bool FilterEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOffering()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::eventFilter(watched, event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !isOffering()) {
        m_pause.stop();
        offer(termsFor(buckets::BucketCompletion(text())));
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// Tab takes what is offered before it leaves.
bool FilterEdit::focusNextPrevChild(bool next)
{
    if (!next || !isOffering())
        return QLineEdit::focusNextPrevChild(next);
    const QModelIndex current = m_completer.popup()->currentIndex();
    const QModelIndex taken = current.isValid() ? current : m_terms.index(0, 0);
    m_completer.popup()->hide();
    take(taken);
    return true;
}

bool FilterEdit::isOffering() const
{
    return m_completer.popup()->isVisible();
}

void FilterEdit::offer(const QStringList &terms)
{
    // In the midst of the text, what comes next is there already.
    if (terms.isEmpty() || !hasFocus() || cursorPosition() < text().size()) {
        m_completer.popup()->hide();
        return;
    }
    const bool isNews = !isOffering();
    m_terms.clear();
    for (const QString &term : terms) {
        auto *item = new QStandardItem(base::shownText(term));
        item->setData(term, models::TermRole);
        item->setData(base::spokenWithLetters({}, term), Qt::AccessibleTextRole);
        m_terms.appendRow(item);
    }
    m_completer.complete();
    if (isNews)
        announce(this, tr("%Ln suggestion(s)", nullptr, m_terms.rowCount()));
}

void FilterEdit::take(const QModelIndex &offered)
{
    const QString term = offered.data(models::TermRole).toString();
    const buckets::BucketCompletion completion(text());
    setSelection(static_cast<int>(completion.begin()), static_cast<int>(text().size()));
    insert(buckets::BucketCompletion::isField(term) ? term : QString(term + u' '));
}

} // namespace ui
