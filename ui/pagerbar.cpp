// SPDX-License-Identifier: Apache-2.0
#include "ui/pagerbar.h"

#include "browse/bucketpager.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int StatusWidth = 190;

atlas::PageNumber pageToShow(const browse::BucketPager &pager)
{
    return pager.isLoading() ? pager.wantedPage() : pager.page();
}

/// Setting the value that is there already would take away what is being typed.
void setUnlessSame(QSpinBox &box, int value)
{
    if (box.value() != value)
        box.setValue(value);
}

} // namespace

PagerBar::PagerBar(QWidget *parent)
    : QWidget(parent), m_status(makePlainLabel(this)),
      m_first(makeFlatButton(this, tr("First page"), LineIcon::First)),
      m_previous(makeFlatButton(this, tr("Previous page"), LineIcon::Previous)),
      m_pageLabel(makePlainLabel(this, tr("Page"))), m_page(new QSpinBox(this)),
      m_pageCount(makePlainLabel(this)),
      m_next(makeFlatButton(this, tr("Next page"), LineIcon::Next)),
      m_last(makeFlatButton(this, tr("Last page"), LineIcon::Last)),
      m_all(makeFlatButton(this, tr("Load all pages"), LineIcon::All)),
      m_itemsPerPageLabel(makePlainLabel(this, tr("Items per page"))),
      m_itemsPerPage(new QSpinBox(this))
{
    build();
    layOut();
    connectControls();
    showPager();
}

void PagerBar::build()
{
    m_status->setAccessibleDescription(tr("Page status"));
    m_status->setMinimumWidth(StatusWidth);
    m_page->setAccessibleName(tr("Page"));
    m_page->setKeyboardTracking(false);
    m_page->setMinimum(atlas::PageNumber::Min);
    m_page->setFixedWidth(m_page->fontMetrics().horizontalAdvance(u"9,999,999"_s) + 30);
    m_page->setGroupSeparatorShown(true);
    m_pageLabel->setBuddy(m_page);
    m_itemsPerPage->setAccessibleName(tr("Items per page"));
    m_itemsPerPage->setKeyboardTracking(false);
    m_itemsPerPage->setRange(atlas::ItemsPerPage::Min, atlas::ItemsPerPage::Max);
    m_itemsPerPage->setValue(atlas::ItemsPerPage().value());
    m_itemsPerPageLabel->setBuddy(m_itemsPerPage);
}

void PagerBar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(6);
    layout->addWidget(m_status);
    layout->addStretch();
    layout->addWidget(m_first);
    layout->addWidget(m_previous);
    layout->addSpacing(theme::Gap);
    layout->addWidget(m_pageLabel);
    layout->addWidget(m_page);
    layout->addWidget(m_pageCount);
    layout->addSpacing(theme::Gap);
    layout->addWidget(m_next);
    layout->addWidget(m_last);
    layout->addSpacing(theme::Gap);
    layout->addWidget(m_all);
    layout->addStretch();
    layout->addWidget(m_itemsPerPageLabel);
    layout->addWidget(m_itemsPerPage);
}

void PagerBar::connectControls()
{
    const auto press = [this](QToolButton *button, void (browse::BucketPager::*turn)()) {
        connect(button, &QToolButton::clicked, this, [this, turn] {
            if (m_pager)
                (m_pager->*turn)();
        });
    };
    press(m_first, &browse::BucketPager::goToFirst);
    press(m_previous, &browse::BucketPager::goToPrevious);
    press(m_next, &browse::BucketPager::goToNext);
    press(m_last, &browse::BucketPager::goToLast);
    connect(m_all, &QToolButton::clicked, this, &PagerBar::allPagesRequested);
    connect(m_page, &QSpinBox::valueChanged, this, &PagerBar::turnTo);
    connect(m_itemsPerPage, &QSpinBox::valueChanged, this, &PagerBar::itemsPerPageChosen);
}

void PagerBar::setPager(browse::BucketPager *pager)
{
    if (m_pager)
        disconnect(m_pager, nullptr, this, nullptr);
    m_pager = pager;
    if (m_pager)
        connect(m_pager, &browse::BucketPager::changed, this, &PagerBar::showPager);
    showPager();
}

void PagerBar::turnTo(int page)
{
    const auto number = atlas::PageNumber::from(page);
    if (m_pager && number)
        m_pager->goTo(*number);
}

void PagerBar::showPager()
{
    const bool open = m_pager && m_pager->project();
    const bool hasPrevious = open && m_pager->hasPrevious();
    // 0: not known.
    const int pageCount = open ? m_pager->pageCount().value_or(0) : 0;
    const QString status = open ? m_pager->pageStatus() : QString();
    m_status->setText(open && status.isEmpty() ? tr("Not loaded") : status);
    m_first->setEnabled(hasPrevious);
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(open && m_pager->hasNext());
    m_last->setEnabled(open && m_pager->canGoToLast());
    m_all->setEnabled(open && (hasPrevious || m_pager->hasNext()));
    m_page->setEnabled(open);
    m_itemsPerPage->setEnabled(m_pager);
    m_pageCount->setText(pageCount > 0 ? tr("of %1").arg(QLocale().toString(pageCount))
                                       : QString());

    const QSignalBlocker quietPage(m_page);
    const int page = open ? pageToShow(*m_pager).value() : 1;
    m_page->setMaximum(std::max(page, pageCount > 0 ? pageCount : atlas::PageNumber::Max));
    setUnlessSame(*m_page, page);
    if (m_pager) {
        const QSignalBlocker quietItems(m_itemsPerPage);
        setUnlessSame(*m_itemsPerPage, m_pager->options().itemsPerPage.value());
    }
}

} // namespace ui
