// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorpanel.h"

#include "browse/showntext.h"
#include "browse/timetext.h"
#include "session/session.h"
#include "ui/flattabwidget.h"
#include "ui/inspector/detailstab.h"
#include "ui/inspector/jobstab.h"
#include "ui/inspector/jsontab.h"
#include "ui/inspector/requesttab.h"
#include "ui/inspector/usedbytab.h"
#include "ui/theme.h"
#include "ui/tooltiptext.h"
#include "ui/widgets.h"

#include <QLocale>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

using browse::BucketInspector;

namespace {

constexpr qsizetype LongestTitle = 200;

/// `AWS · ap-northeast-2 · registered Thursday, October 3, 2024`
QString subtitleOf(const atlas::ExportBucket &bucket)
{
    const QString day = browse::longDateText(bucket.id.createdAt().toLocalTime().date());
    QStringList parts{browse::shownText(bucket.provider.displayName(), LongestTitle),
                      browse::shownText(bucket.region.value_or(QString()), LongestTitle),
                      InspectorPanel::tr("registered %1").arg(day)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString usedByTitle(int users)
{
    return users > 0 ? InspectorPanel::tr("Used by (%1)").arg(QLocale().toString(users))
                     : InspectorPanel::tr("Used by");
}

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QGroupBox(parent), m_stack(new QStackedWidget(this)),
      m_nothing(new ToneLabel(ToneLabel::Meaning::Muted, this))
{
    setAccessibleName(tr("Bucket details"));
    m_nothing->setText(tr("Select an export bucket to see what uses it and whether exports to it "
                          "work."));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(4 * theme::Margin);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void InspectorPanel::makeBucketView()
{
    m_bucketView = new QWidget(m_stack);
    m_tabs = new FlatTabWidget(m_bucketView);
    addTabs();
    auto *layout = new QVBoxLayout(m_bucketView);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(m_bucketView);
}

void InspectorPanel::addTabs()
{
    m_details = new DetailsTab(m_tabs);
    m_usedBy = new UsedByTab(m_tabs);
    m_jobs = new JobsTab(m_tabs);
    m_json = new JsonTab(m_tabs);
    m_request = new RequestTab(m_tabs);
    m_tabs->addTab(m_details, tr("Details"));
    m_tabs->addTab(m_usedBy, tr("Used by"));
    m_tabs->addTab(m_jobs, tr("Export jobs"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->addTab(m_request, tr("Request"));
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->tabBar()->setAccessibleTabName(tab, m_tabs->tabText(tab));
    const auto retry = [this] {
        if (m_session)
            m_session->inspector().retry();
    };
    connect(m_usedBy, &UsedByTab::retryRequested, this, retry);
    connect(m_jobs, &JobsTab::retryRequested, this, retry);
    m_tabs->setCurrentIndex(m_firstTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPanel::showCurrentTab);
}

QWidget *InspectorPanel::makeHeader()
{
    auto *header = new QWidget(m_bucketView);
    m_title = makePlainLabel(header);
    m_title->setFont(theme::heading(font()));
    m_title->setMinimumWidth(1);
    m_subtitle = new ToneLabel(ToneLabel::Meaning::Muted, header);
    m_subtitle->setMinimumWidth(1);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Gap);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    return header;
}

void InspectorPanel::setSession(Session *session)
{
    if (m_session) {
        disconnect(&m_session->inspector(), nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        m_session->inspector().setJobsShown(false);
    }
    m_session = session;
    if (session) {
        connect(&session->inspector(), &BucketInspector::bucketChanged, this,
                &InspectorPanel::showBucket);
        connect(&session->inspector(), &BucketInspector::detailsChanged, this,
                &InspectorPanel::showBucket);
        connect(&session->inspector(), &BucketInspector::usageChanged, this,
                &InspectorPanel::showBucket);
        connect(&session->pager(), &browse::BucketPager::changed, this,
                &InspectorPanel::showCurrentTab);
    }
    showBucket();
}

int InspectorPanel::tab() const
{
    return m_tabs ? m_tabs->currentIndex() : m_firstTab;
}

void InspectorPanel::setTab(int tab)
{
    m_firstTab = tab;
    if (m_tabs)
        m_tabs->setCurrentIndex(tab);
}

void InspectorPanel::showBucket()
{
    const bool hasBucket = m_session && m_session->inspector().bucket();
    if (hasBucket && !m_bucketView)
        makeBucketView();
    m_stack->setCurrentWidget(hasBucket ? m_bucketView : m_nothing);
    if (hasBucket) {
        showHeader();
        showTabTitles();
    }
    showCurrentTab();
}

void InspectorPanel::showHeader()
{
    const atlas::ExportBucket &bucket = *m_session->inspector().bucket();
    const QString name = browse::shownText(bucket.name, LongestTitle);
    const QString subtitle = subtitleOf(bucket);
    const int room = width() - 2 * theme::Margin;
    m_title->setText(m_title->fontMetrics().elidedText(name, Qt::ElideMiddle, room));
    m_title->setToolTip(toolTipFor(name));
    m_subtitle->setText(m_subtitle->fontMetrics().elidedText(subtitle, Qt::ElideRight, room));
}

void InspectorPanel::showTabTitles()
{
    const BucketInspector &inspector = m_session->inspector();
    const int users =
        inspector.usage() ? inspector.usage()->of(inspector.bucket()->id).clusters : 0;
    m_tabs->showText(*m_usedBy, usedByTitle(users));
}

/// The other tabs catch up when they are chosen: a held arrow key shows many buckets a second.
void InspectorPanel::showCurrentTab()
{
    if (!m_session || !m_bucketView)
        return;
    BucketInspector &inspector = m_session->inspector();
    const QWidget *current = m_tabs->currentWidget();
    inspector.setJobsShown(inspector.bucket() && current == m_jobs);
    if (!inspector.bucket())
        return;
    if (current == m_details)
        m_details->show(inspector);
    else if (current == m_usedBy)
        m_usedBy->show(inspector);
    else if (current == m_jobs)
        m_jobs->show(inspector);
    else if (current == m_json)
        m_json->show(inspector);
    else
        m_request->setCall(callOnScreen());
}

std::optional<share::ListBucketsCall> InspectorPanel::callOnScreen() const
{
    const accounts::Profile &profile = m_session->profile();
    const auto project = m_session->inspector().project();
    if (!project)
        return std::nullopt;
    // Rows of all projects are of no page: the list of the bucket's own project has it.
    const browse::BucketPager &pager = m_session->pager();
    atlas::PageRequest page = pager.request();
    if (m_session->inventory().isShown() || pager.project() != project)
        page.page = {};
    return share::ListBucketsCall{profile.baseUrl.url(), *project, page, profile.caFile,
                                  profile.atlasCliProfile};
}

/// Fusion would draw a frame.
void InspectorPanel::paintEvent(QPaintEvent *) { }

void InspectorPanel::resizeEvent(QResizeEvent *event)
{
    QGroupBox::resizeEvent(event);
    if (m_bucketView && m_session && m_session->inspector().bucket())
        showHeader();
}

} // namespace ui
