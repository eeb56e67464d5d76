// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorpanel.h"

#include "base/texts/mixedletters.h"
#include "base/texts/mixedlettersnote.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "session/session.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/inspector/detailstab.h"
#include "ui/inspector/jobstab.h"
#include "ui/inspector/jsontab.h"
#include "ui/inspector/requesttab.h"
#include "ui/inspector/usedbytab.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/parts/flattabwidget.h"
#include "ui/parts/tonelabel.h"

#include <QLocale>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

using buckets::BucketInspector;

namespace {

constexpr qsizetype LongestTitle = 300;

/// `AWS · ap-northeast-2 · registered October 3, 2024`
QString subtitleOf(const atlas::ExportBucket &bucket)
{
    const QString day = base::longDateText(bucket.id.createdAt().toLocalTime().date());
    QStringList parts{
        base::shownText(bucket.provider().displayName(), LongestTitle),
        base::shownText(bucket.text(atlas::BucketField::Region).value_or(QString()), LongestTitle),
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
    // Assistive technology goes by the order in which they were made.
    m_tabs->raise();
    m_stack->addWidget(m_bucketView);
    setFocusHeirs(*m_bucketView, {m_tabs->tabBar()});
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
    for (QWidget *part : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_tabs->tabBar())})
        part->setAccessibleName(tr("Bucket details"));
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->tabBar()->setAccessibleTabName(tab, m_tabs->tabText(tab));
    const auto retry = [this] {
        if (m_session)
            m_session->inspector().retry();
    };
    connect(m_usedBy, &UsedByTab::retryRequested, this, retry);
    connect(m_jobs, &JobsTab::retryRequested, this, retry);
    showPlace(m_first);
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPanel::showCurrentTab);
}

QWidget *InspectorPanel::makeHeader()
{
    auto *header = new QWidget(m_bucketView);
    m_title = new ElidedLabel(header, Qt::ElideMiddle);
    m_title->setFont(theme::heading(font()));
    m_subtitle = new ElidedLabel(header);
    keepColored(*m_subtitle,
                [this] { theme::setTextColor(*m_subtitle, theme::mutedText(palette())); });
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
        disconnect(&m_session->exportCheck(), nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        m_session->inspector().setJobsShown(false);
    }
    m_session = session;
    if (session) {
        connect(&session->exportCheck(), &insight::ExportCheck::changed, this,
                &InspectorPanel::showCurrentTab);
        connect(&session->inspector(), &BucketInspector::bucketChanged, this,
                &InspectorPanel::showBucket);
        connect(&session->inspector(), &BucketInspector::detailsChanged, this,
                &InspectorPanel::showBucket);
        connect(&session->inspector(), &BucketInspector::usageChanged, this,
                &InspectorPanel::showBucket);
        connect(&session->pager(), &buckets::BucketPager::changed, this,
                &InspectorPanel::showCurrentTab);
    }
    showBucket();
}

InspectorPlace InspectorPanel::place() const
{
    return m_tabs
        ? InspectorPlace{m_tabs->currentIndex(), m_request->format(), m_jobs->selectedJob()}
        : m_first;
}

void InspectorPanel::goTo(const InspectorPlace &place)
{
    m_first = place;
    if (m_tabs)
        showPlace(place);
}

void InspectorPanel::showTab(InspectorTab tab)
{
    InspectorPlace next = place();
    next.tab = static_cast<int>(tab);
    goTo(next);
}

void InspectorPanel::showPlace(const InspectorPlace &place)
{
    m_request->setFormat(place.format);
    m_jobs->selectJob(place.job);
    m_tabs->setCurrentIndex(place.tab);
}

void InspectorPanel::showBucket()
{
    const bool hasBucket = m_session && m_session->inspector().bucket();
    if (hasBucket && !m_bucketView)
        makeBucketView();
    showPage(*m_stack, hasBucket ? *m_bucketView : static_cast<QWidget &>(*m_nothing));
    if (hasBucket) {
        showHeader();
        showTabTitles();
    }
    showCurrentTab();
}

/// What is cut on screen is whole for the ear, and under the pointer.
void InspectorPanel::showHeader()
{
    const atlas::ExportBucket &bucket = *m_session->inspector().bucket();
    const QString name = base::shownText(bucket.name(), LongestTitle);
    m_title->setText(name);
    m_title->setToolTip(toolTipFor(base::toolTipWithLetters(name, bucket.name())));
    m_title->setAccessibleDescription(base::mixedLettersText(bucket.name()));
    m_subtitle->setText(subtitleOf(bucket));
}

void InspectorPanel::showTabTitles()
{
    const BucketInspector &inspector = m_session->inspector();
    const int users =
        inspector.usage() ? inspector.usage()->of(inspector.bucket()->id).clusters : 0;
    m_tabs->showText(*m_usedBy, usedByTitle(users),
                     users > 0 ? tr("%Ln cluster(s)", nullptr, users) : QString());
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
        m_details->show(inspector, m_session->exportCheck());
    else if (current == m_usedBy)
        m_usedBy->show(inspector);
    else if (current == m_jobs)
        m_jobs->show(inspector);
    else if (current == m_json)
        m_json->show(inspector);
    else
        m_request->setCall(callOnScreen());
}

std::optional<share::BucketsCall> InspectorPanel::callOnScreen() const
{
    const accounts::Profile &profile = m_session->profile();
    const auto project = m_session->inspector().project();
    if (!project)
        return std::nullopt;
    share::BucketsCall call{profile.baseUrl.url(),        *project,
                            m_session->pager().request(), profile.caFile,
                            profile.atlasCliProfile,      m_session->pager().callOptions()};
    const atlas::BucketId bucket = m_session->inspector().bucket()->id;
    if (!isOnPage(*project, bucket)) {
        call.subject = bucket;
        call.options = m_session->callOptions();
    }
    return call;
}

/// No other page is known to list the bucket.
bool InspectorPanel::isOnPage(atlas::ProjectId project, atlas::BucketId bucket) const
{
    return !m_session->inventory().isShown() && m_session->pager().project() == project
        && m_session->buckets().rowOf(bucket) >= 0;
}

/// Fusion would draw a frame.
void InspectorPanel::paintEvent(QPaintEvent *) { }

} // namespace ui
