// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windownotices.h"

#include "insight/history/historyproblem.h"
#include "session/linkedbucket.h"
#include "share/report/exporttarget.h"
#include "ui/buckets/bucketmessages.h"
#include "ui/parts/noticebar.h"
#include "ui/window/helppage.h"

#include <QCoreApplication>

namespace ui {

WindowNotices::WindowNotices(NoticeBar &bar) : QObject(&bar), m_bar(bar)
{
    connect(&bar, &NoticeBar::actionTriggered, this, &WindowNotices::hide);
}

void WindowNotices::show(const WindowNotice::Maker &make)
{
    m_told = make;
    m_isOfLinkedBucket = false;
    const WindowNotice notice = make();
    m_bar.showNotice(notice.isWarning ? NoticeBar::Kind::Warning : NoticeBar::Kind::Information,
                     notice.headline, notice.text, tr("Close"));
}

void WindowNotices::showExported(const QString &path, int rows)
{
    // So that the next one is news, too, should it say the same.
    m_bar.hide();
    show([path, rows] {
        return WindowNotice{false, tr("%Ln export bucket(s) exported.", nullptr, rows),
                            share::shownExportPath(path)};
    });
}

void WindowNotices::showLinked(const LinkedBucket &linked)
{
    const auto notice = linkedBucketNotice(linked);
    if (notice)
        show(*notice);
    else if (m_isOfLinkedBucket)
        hide();
    m_isOfLinkedBucket = notice.has_value();
}

void WindowNotices::showUnkept(const insight::HistoryProblem &problem)
{
    show([problem] {
        return WindowNotice{true, tr("Changes may be missing."), problem.text.toString()};
    });
}

void WindowNotices::openHelp()
{
    const auto failure = openHelpPage(QCoreApplication::applicationDirPath());
    if (!failure)
        return;
    // So that it is news once more if nothing has changed.
    m_bar.hide();
    show(*failure);
}

void WindowNotices::hide()
{
    m_told = {};
    m_isOfLinkedBucket = false;
    m_bar.hide();
}

void WindowNotices::goOn(const WindowNotice::Maker &told, bool isOfLinkedBucket)
{
    if (told)
        show(told);
    m_isOfLinkedBucket = isOfLinkedBucket;
}

} // namespace ui
