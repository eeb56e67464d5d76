// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/bucketscall.h"
#include "ui/inspector/inspectorplace.h"

#include <QGroupBox>
#include <QPointer>
#include <QStackedWidget>

#include <optional>

class Session;

namespace ui {

class DetailsTab;
class ElidedLabel;
class FlatTabWidget;
class JobsTab;
class JsonTab;
class RequestTab;
class ToneLabel;
class UsedByTab;

/// The right-hand side: everything about the selected bucket.
class InspectorPanel : public QGroupBox
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    /// Shows the bucket that `session` inspects; nullptr for none.
    void setSession(Session *session);
    /// What is shown of a bucket.
    InspectorPlace place() const;
    void goTo(const InspectorPlace &place);
    /// Shows this of the bucket, and of those that come after it.
    void showTab(InspectorTab tab);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeBucketView();
    QWidget *makeHeader();
    void addTabs();
    void showPlace(const InspectorPlace &place);
    void showBucket();
    void showHeader();
    void showTabTitles();
    void showCurrentTab();
    std::optional<share::BucketsCall> callOnScreen() const;
    bool isOnPage(atlas::ProjectId project, atlas::BucketId bucket) const;

    QPointer<Session> m_session;
    QStackedWidget *m_stack;
    /// What to begin with.
    InspectorPlace m_first;
    ToneLabel *m_nothing;
    /// All below are made with the first bucket that is shown: the window is there sooner.
    QWidget *m_bucketView = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_subtitle = nullptr;
    FlatTabWidget *m_tabs = nullptr;
    DetailsTab *m_details = nullptr;
    UsedByTab *m_usedBy = nullptr;
    JobsTab *m_jobs = nullptr;
    JsonTab *m_json = nullptr;
    RequestTab *m_request = nullptr;
};

} // namespace ui
