// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/inventorybar.h"

#include "base/texts/timetext.h"
#include "insight/advice/inventorytext.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace ui {

using buckets::Inventory;

namespace {

constexpr int SweepProgressWidth = 120;
constexpr int SweepProgressHeight = 6;
constexpr auto SweepCountdownStep = 250ms;
/// The age of rows is told in minutes.
constexpr auto RowsAgingStep = 20s;

} // namespace

InventoryBar::InventoryBar(QWidget *parent)
    : QWidget(parent), m_status(new ElidedLabel(this)), m_shown(new ElidedLabel(this)),
      m_delay(new ElidedLabel(this)), m_progress(new QProgressBar(this)),
      m_stop(
          makeFlatButton(this, tr("Stop loading"), LineIcon::Stop, Qt::ToolButtonTextBesideIcon)),
      m_resume(makeFlatButton(this, tr("Resume"), LineIcon::Next, Qt::ToolButtonTextBesideIcon)),
      m_pages(
          makeFlatButton(this, tr("Show pages"), LineIcon::First, Qt::ToolButtonTextBesideIcon)),
      m_checkBar(new CheckBar(CheckBar::Place::BelowView, this))
{
    m_status->setAccessibleDescription(tr("Inventory status"));
    m_shown->setAccessibleDescription(tr("Rows shown"));
    m_delay->setAccessibleDescription(tr("Waiting"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(SweepProgressWidth, SweepProgressHeight);
    m_countdown.setInterval(SweepCountdownStep);
    m_aging.setInterval(RowsAgingStep);
    connect(&m_aging, &QTimer::timeout, this, &InventoryBar::showStatus);
    layOut();
    connect(&m_countdown, &QTimer::timeout, this, &InventoryBar::showStatus);
    connect(m_pages, &QToolButton::clicked, this, &InventoryBar::pagesRequested);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_inventory)
            m_inventory->stop();
    });
    connect(m_resume, &QToolButton::clicked, this, [this] {
        if (m_inventory)
            m_inventory->resume();
    });
    keepColored(*this, [this] {
        for (QLabel *label : {m_shown, m_delay})
            theme::setTextColor(*label, theme::mutedText(palette()));
    });
}

void InventoryBar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    // With room for the buttons, and so no higher while one of them is shown.
    layout->setContentsMargins(theme::Margin, theme::Gap / 2, theme::Margin, theme::Gap / 2);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_status);
    layout->addWidget(m_shown);
    layout->addWidget(m_progress);
    layout->addWidget(m_delay);
    layout->addStretch();
    layout->addWidget(m_pages);
    layout->addWidget(m_stop);
    layout->addWidget(m_resume);
    layout->addWidget(m_checkBar);
    // As high while that is hidden: rows stay where they are from view to view.
    measures::keepFitting(*this, [this] {
        const QMargins around = this->layout()->contentsMargins();
        setMinimumHeight(m_checkBar->minimumHeight() + around.top() + around.bottom());
    });
}

void InventoryBar::setInventory(Inventory *inventory)
{
    if (m_inventory)
        disconnect(m_inventory, nullptr, this, nullptr);
    m_inventory = inventory;
    if (m_inventory)
        connect(m_inventory, &Inventory::changed, this, &InventoryBar::showInventory);
    showInventory();
}

void InventoryBar::setShownRows(std::optional<int> rows)
{
    if (m_shownRows == rows)
        return;
    m_shownRows = rows;
    m_shown->setVisible(rows.has_value());
    //: How many of the rows match the filter.
    m_shown->setText(rows ? tr("· %Ln shown", nullptr, *rows) : QString());
}

void InventoryBar::showInventory()
{
    const bool isOpen = m_inventory && m_inventory->isShown();
    const bool isReading = isOpen && m_inventory->isReading();
    m_stop->setVisible(isReading);
    m_resume->setVisible(isOpen && m_inventory->state() == Inventory::State::Stopped);
    m_pages->setVisible(isOpen && m_inventory->project());
    m_progress->setVisible(isReading && !m_inventory->project());
    showStatus();
}

void InventoryBar::showStatus()
{
    if (!m_inventory)
        return;
    const Inventory::Tally tally = m_inventory->tally();
    m_status->setText(insight::inventoryText(*m_inventory));
    const QDateTime keptAt = m_inventory->keptAt();
    m_status->setToolTip(keptAt.isValid() ? base::timeToolTip(keptAt) : QString());
    if (!keptAt.isValid())
        m_aging.stop();
    else if (!m_aging.isActive())
        m_aging.start();
    m_delay->setText(m_inventory->isReading() ? insight::inventoryDelayText(tally) : QString());
    m_progress->setMaximum(std::max(1, tally.projects));
    m_progress->setValue(tally.read + tally.failed + tally.cloudManager + tally.unsupported);
    const bool isCounting = tally.delayed > 0 && m_inventory->isReading();
    if (isCounting && !m_countdown.isActive())
        m_countdown.start();
    else if (!isCounting)
        m_countdown.stop();
}

} // namespace ui
