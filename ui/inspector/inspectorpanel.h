// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/listbucketscall.h"

#include <QGroupBox>
#include <QLabel>
#include <QPointer>
#include <QStackedWidget>

#include <optional>

class Session;

namespace ui {

class DetailsTab;
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

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    QWidget *makeHeader();
    void addTabs();
    void showBucket();
    void showHeader();
    void showTabTitles();
    void showCurrentTab();
    std::optional<share::ListBucketsCall> callOnScreen() const;

    QPointer<Session> m_session;
    QStackedWidget *m_stack;
    ToneLabel *m_nothing;
    QLabel *m_title;
    ToneLabel *m_subtitle;
    FlatTabWidget *m_tabs;
    DetailsTab *m_details;
    UsedByTab *m_usedBy;
    JobsTab *m_jobs;
    JsonTab *m_json;
    RequestTab *m_request;
};

} // namespace ui
