// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/pagerbar.h"

#include "base/texts/timetext.h"
#include "buckets/reading/bucketpager.h"
#include "insight/advice/pagestatus.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int StatusWidth = 150;
constexpr int LeastStatusWidth = 90;
constexpr int Spacing = 6;
/// The age of rows is told in minutes.
constexpr auto PageAgingStep = 20s;

/// Side by side, with the room between them.
int widthOf(const QList<const QWidget *> &parts)
{
    int width = 0;
    for (const QWidget *part : parts)
        width +=
            part->sizeHint().expandedTo(part->minimumSize()).boundedTo(part->maximumSize()).width()
            + Spacing;
    return width;
}

/// The page that is wished for is shown in the size of the rows on screen: another size leaves them
/// where they are.
atlas::PageNumber pageToShow(const buckets::BucketPager &pager)
{
    const bool isWish = pager.isLoading() && !pager.wantsAnotherSize();
    return isWish ? pager.wantedPage() : pager.page();
}

} // namespace

PagerBar::PagerBar(QWidget *parent)
    : QWidget(parent), m_status(new ElidedLabel(this)),
      m_first(makeFlatButton(this, tr("First page"), LineIcon::First)),
      m_previous(makeFlatButton(this, tr("Previous page"), LineIcon::Previous)),
      m_pageLabel(makePlainLabel(this, tr("Page"))), m_page(new RestingSpinBox(this)),
      m_pageCount(makePlainLabel(this)),
      m_next(makeFlatButton(this, tr("Next page"), LineIcon::Next)),
      m_last(makeFlatButton(this, tr("Last page"), LineIcon::Last)),
      m_all(
          makeFlatButton(this, tr("Load all pages"), LineIcon::All, Qt::ToolButtonTextBesideIcon)),
      m_itemsPerPageLabel(makePlainLabel(this, tr("Items per page"))),
      m_itemsPerPage(new RestingSpinBox(this))
{
    build();
    layOut();
    connectControls();
    showPager();
}

void PagerBar::build()
{
    m_status->setAccessibleDescription(tr("Page status"));
    m_status->setMinimumWidth(LeastStatusWidth);
    // What loads is told in the room that is there: the buttons keep their places.
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_aging.setInterval(PageAgingStep);
    m_page->setAccessibleName(tr("Page"));
    m_page->setBounds(atlas::PageNumber::Min, atlas::PageNumber::Max);
    m_page->setFixedWidth(m_page->fontMetrics().horizontalAdvance(u"9,999,999"_s) + 30);
    m_page->setGroupSeparatorShown(true);
    m_pageLabel->setBuddy(m_page);
    m_itemsPerPage->setAccessibleName(tr("Items per page"));
    m_itemsPerPage->setBounds(atlas::ItemsPerPage::Min, atlas::ItemsPerPage::Max);
    m_itemsPerPage->showValue(atlas::ItemsPerPage().value());
    m_itemsPerPageLabel->setBuddy(m_itemsPerPage);
    setFocusHeirs(*this, {m_page});
}

void PagerBar::layOut()
{
    m_turning = new QHBoxLayout;
    m_turning->setSpacing(Spacing);
    m_turning->addWidget(m_first);
    m_turning->addWidget(m_previous);
    m_turning->addSpacing(theme::Gap);
    m_turning->addWidget(m_pageLabel);
    m_turning->addWidget(m_page);
    m_turning->addWidget(m_pageCount);
    m_turning->addSpacing(theme::Gap);
    m_turning->addWidget(m_next);
    m_turning->addWidget(m_last);

    m_upper = new QHBoxLayout;
    m_upper->setSpacing(Spacing);
    m_upper->addWidget(m_status, 1);
    m_upper->addLayout(m_turning);
    m_upper->addSpacing(theme::Gap);
    m_upper->addWidget(m_all);
    m_upper->addStretch(1);
    m_upper->addWidget(m_itemsPerPageLabel);
    m_upper->addWidget(m_itemsPerPage);
    m_lower = new QHBoxLayout;
    m_lower->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(0);
    layout->addLayout(m_upper);
    layout->addLayout(m_lower);
}

/// First the labels go, which the boxes have as names; then what turns pages gets a line of its
/// own.
void PagerBar::fit()
{
    const bool hasLabels = width() >= widthInOneLine(true);
    const bool isOneLine = width() >= widthInOneLine(false);
    for (QLabel *label : {m_pageLabel, m_itemsPerPageLabel})
        label->setVisible(hasLabels);
    QHBoxLayout *line = isOneLine ? m_upper : m_lower;
    if (m_turning->parent() == line)
        return;
    (isOneLine ? m_lower : m_upper)->removeItem(m_turning);
    line->insertLayout(isOneLine ? 1 : 0, m_turning);
    m_upper->setContentsMargins(0, 0, 0, isOneLine ? 0 : Spacing);
    updateGeometry();
}

int PagerBar::widthInOneLine(bool hasLabels) const
{
    const int labels = hasLabels ? widthOf({m_pageLabel, m_itemsPerPageLabel}) : 0;
    return StatusWidth + Spacing + widthOf(turningParts()) + widthOf({m_all, m_itemsPerPage})
        + labels + 3 * theme::Gap + 2 * theme::Margin;
}

QList<const QWidget *> PagerBar::turningParts() const
{
    return {m_first, m_previous, m_page, m_pageCount, m_next, m_last};
}

QSize PagerBar::minimumSizeHint() const
{
    const int upper = LeastStatusWidth + Spacing + widthOf({m_all, m_itemsPerPage}) + theme::Gap;
    const int lower = widthOf(turningParts()) + 2 * theme::Gap;
    return {std::max(upper, lower) + 2 * theme::Margin, QWidget::minimumSizeHint().height()};
}

void PagerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PagerBar::connectControls()
{
    connect(&m_aging, &QTimer::timeout, this, &PagerBar::showStatus);
    const auto press = [this](QToolButton *button, void (buckets::BucketPager::*turn)()) {
        connect(button, &QToolButton::clicked, this, [this, turn] {
            if (m_pager)
                (m_pager->*turn)();
        });
    };
    press(m_first, &buckets::BucketPager::goToFirst);
    press(m_previous, &buckets::BucketPager::goToPrevious);
    press(m_next, &buckets::BucketPager::goToNext);
    press(m_last, &buckets::BucketPager::goToLast);
    connect(m_all, &QToolButton::clicked, this, &PagerBar::allPagesRequested);
    connect(m_page, &RestingSpinBox::chosen, this, &PagerBar::turnTo);
    connect(m_itemsPerPage, &RestingSpinBox::chosen, this, &PagerBar::itemsPerPageChosen);
}

void PagerBar::setPager(buckets::BucketPager *pager)
{
    if (m_pager)
        disconnect(m_pager, nullptr, this, nullptr);
    m_pager = pager;
    if (m_pager)
        connect(m_pager, &buckets::BucketPager::changed, this, &PagerBar::showPager);
    showPager();
}

void PagerBar::turnTo(int page)
{
    const auto number = atlas::PageNumber::from(page);
    if (m_pager && number)
        m_pager->goTo(*number);
}

void PagerBar::setShownRows(std::optional<int> rows)
{
    m_shownRows = rows;
    showStatus();
}

bool PagerBar::isOpen() const
{
    return m_pager && m_pager->project();
}

void PagerBar::showPager()
{
    const bool open = isOpen();
    // What was typed was for the project that was here.
    if (const auto project = open ? m_pager->project() : std::nullopt; project != m_project) {
        m_project = project;
        m_page->forgetChoice();
    }
    showStatus();
    showButtons();
    showPage();
    showItemsPerPage();
    fit();
}

/// Why there is no page to turn; empty if there is one on screen.
QString PagerBar::obstacle() const
{
    if (!isOpen())
        return tr("No project is open.");
    return m_pager->hasPages() ? QString() : tr("No export buckets to show.");
}

void PagerBar::showButtons()
{
    const QString nothing = obstacle();
    const auto allowIf = [&nothing](QToolButton *button, bool isAllowed, const QString &otherwise) {
        enableUnless(*button, !nothing.isEmpty() ? nothing : isAllowed ? QString() : otherwise);
    };
    const bool hasPrevious = isOpen() && m_pager->hasPrevious();
    const bool hasNext = isOpen() && m_pager->hasNext();
    allowIf(m_first, hasPrevious, tr("This is the first page."));
    allowIf(m_previous, hasPrevious, tr("This is the first page."));
    allowIf(m_next, hasNext, tr("This is the last page."));
    allowIf(m_last, isOpen() && m_pager->canGoToLast(),
            hasNext ? tr("The last page is not known without the total count.")
                    : tr("This is the last page."));
    allowIf(m_all, hasPrevious || hasNext, tr("This page has all export buckets."));
    const auto total = nothing.isEmpty() ? m_pager->totalCount() : std::nullopt;
    m_all->setText(total && (hasPrevious || hasNext)
                       ? tr("Load all %1").arg(QLocale().toString(*total))
                       : tr("Load all pages"));
    m_all->setAccessibleName(m_all->text());
}

void PagerBar::showStatus()
{
    QString status = isOpen() ? insight::pageStatus(*m_pager, m_shownRows) : QString();
    if (isOpen() && status.isEmpty())
        status = tr("Not loaded");
    m_status->setText(status);
    const bool isOld = isOpen() && m_pager->isKept();
    m_status->setToolTip(isOld ? QString(status + u'\n' + base::timeToolTip(m_pager->readAt()))
                               : QString());
    if (!isOld)
        m_aging.stop();
    else if (!m_aging.isActive())
        m_aging.start();
}

void PagerBar::showPage()
{
    const bool open = isOpen();
    const auto pageCount = open ? m_pager->pageCount() : std::nullopt;
    const int page = open ? pageToShow(*m_pager).value() : 1;
    const bool isWish = open && m_pager->isShowing() && page != m_pager->page().value();
    m_pageCount->setText(pageCount ? tr("of %1").arg(QLocale().toString(*pageCount)) : QString());
    m_page->setBounds(atlas::PageNumber::Min,
                      std::max(page, pageCount.value_or(atlas::PageNumber::Max)));
    m_page->showValue(page);
    m_page->markAsWish(
        isWish ? tr("On screen: page %1.").arg(QLocale().toString(m_pager->page().value()))
               : QString());
    enableUnless(*m_page, obstacle());
}

void PagerBar::showItemsPerPage()
{
    const QString nothing = obstacle();
    if (!m_pager) {
        enableUnless(*m_itemsPerPage, nothing);
        return;
    }
    const int onScreen = m_pager->request().itemsPerPage.value();
    m_itemsPerPage->showValue(m_pager->options().itemsPerPage.value());
    m_itemsPerPage->markAsWish(m_pager->wantsAnotherSize()
                                   ? tr("On screen: %1 per page.").arg(QLocale().toString(onScreen))
                                   : QString());
    enableUnless(*m_itemsPerPage, nothing);
}

} // namespace ui
