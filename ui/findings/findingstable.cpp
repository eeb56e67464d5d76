// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingstable.h"

#include "ui/accessibility/popupmenu.h"
#include "ui/findings/findingdelegate.h"
#include "ui/look/measures.h"
#include "ui/tables/columnmenu.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace ui {

namespace {

using FindingColumn = models::FindingsModel::Column;

/// In the order of FindingColumn; the last but one and what it says are shared out.
constexpr std::array FindingWidths{98, 125, 120, 150, 240, 158, 240};
/// What a sentence needs at least.
constexpr int LeastSentenceWidth = 170;

constexpr std::array Sentences{static_cast<int>(FindingColumn::Finding),
                               static_cast<int>(FindingColumn::NextStep)};

} // namespace

FindingsTable::FindingsTable(models::FindingsModel &findings, QWidget *parent)
    : TableView(tr("Findings"), parent), m_findings(findings)
{
    setModel(&findings);
    setItemDelegate(new FindingDelegate(this));
    {
        const QScopedValueRollback sharing(m_isSharing, true);
        setColumnWidths(FindingWidths);
    }
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &FindingsTable::showMenu);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this] { announceOrder(*this); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_isSharing)
            m_hasOwnWidths = true;
    });
}

void FindingsTable::whileKeepingPlace(const std::function<void()> &change)
{
    const bool isAtTop = verticalScrollBar()->value() == 0;
    const QPersistentModelIndex top = m_findings.index(std::max(0, rowAt(0)), 0);
    const int current = currentIndex().row();
    const int column = std::max(0, currentIndex().column());
    change();
    if (!isAtTop && top.isValid())
        scrollTo(top, PositionAtTop);
    const int rows = m_findings.rowCount();
    if (current >= 0 && !currentIndex().isValid() && rows > 0)
        setCurrentIndex(m_findings.index(std::min(current, rows - 1), column));
}

std::optional<insight::Finding> FindingsTable::selectedFinding() const
{
    const auto rows = selectedRows();
    if (rows.size() != 1)
        return std::nullopt;
    return m_findings.findingAt(rows.front());
}

void FindingsTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    shareWidth();
}

void FindingsTable::shareWidth()
{
    if (m_hasOwnWidths)
        return;
    const QScopedValueRollback sharing(m_isSharing, true);
    int rest = viewport()->width();
    for (int column = 0; column < models::FindingsModel::ColumnCount; ++column) {
        const auto at = static_cast<std::size_t>(column);
        const int width = measures::widthFor(FindingWidths.at(at), font());
        if (std::find(Sentences.begin(), Sentences.end(), column) != Sentences.end())
            continue;
        setColumnWidth(column, width);
        rest -= width;
    }
    const int least = measures::widthFor(LeastSentenceWidth, font());
    const int first = std::max(least, rest / 2);
    setColumnWidth(Sentences.front(), first);
    setColumnWidth(Sentences.back(), std::max(least, rest - first));
}

void FindingsTable::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuRequested(*menu);
    menu->addSeparator();
    addColumnEntries(*menu, *this);
    const QPoint corner = viewport()->mapToGlobal(place);
    popupMenu(*menu, corner, isWantedByKey(corner));
}

} // namespace ui
