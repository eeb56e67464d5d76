// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/preferences.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/projects/projectpanel.h"
#include "ui/status/statuspanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowgeometry.h"
#include "ui/window/windownotices.h"
#include "ui/window/windowpanes.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

const auto GeometryKey = u"window"_s;
/// Of twelve; an earlier version had eleven, under another key.
const auto BucketColumnsKey = u"bucket-table"_s;

} // namespace

WindowPlace MainWindow::place() const
{
    return {m_projectPanel->filterText(),  m_bucketPanel->place(), m_inspector->place(),
            m_statusPanel->tab(),          m_focus.place(),        notice(),
            m_notices->isOfLinkedBucket(), m_wantedBucket};
}

void MainWindow::goTo(const WindowPlace &place)
{
    m_projectPanel->setFilterText(place.projectFilter);
    m_bucketPanel->goTo(place.buckets);
    m_inspector->goTo(place.details);
    m_statusPanel->setTab(place.statusTab);
    m_wantedBucket = place.wantedBucket;
    m_notices->goOn(place.notice, place.tellsOfLinkedBucket);
    m_focus.goTo(place.focus);
}

void MainWindow::restoreState(const accounts::Preferences &preferences)
{
    if (restoreGeometry(preferences.windowState(GeometryKey)))
        keepOnScreen(*this);
    m_panes->restore(preferences);
    m_bucketPanel->restoreColumnState(preferences.windowState(BucketColumnsKey));
}

void MainWindow::saveState(accounts::Preferences &preferences) const
{
    preferences.setWindowState(GeometryKey, saveGeometry());
    m_panes->save(preferences);
    preferences.setWindowState(BucketColumnsKey, m_bucketPanel->columnState());
}

} // namespace ui
