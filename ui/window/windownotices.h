// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/windownotice.h"

#include <QObject>

class LinkedBucket;

namespace insight {
struct HistoryProblem;
}

namespace ui {

class NoticeBar;

/// What the window tells beside any request, one thing at a time, until it is closed or something
/// else is told.
class WindowNotices : public QObject
{
    Q_OBJECT

public:
    explicit WindowNotices(NoticeBar &bar);

    void show(const WindowNotice::Maker &make);
    /// So many rows have been written to the file.
    void showExported(const QString &path, int rows);
    /// Tells what is to be told of the bucket that was asked for by its ID; what was told of it
    /// before goes, if there is nothing any more.
    void showLinked(const LinkedBucket &linked);
    /// What was read could not be kept; also told where nobody looks at the changes.
    void showUnkept(const insight::HistoryProblem &problem);
    /// Opens the help in the browser, and tells if that cannot be.
    void openHelp();
    void hide();

    /// What is told; nothing if that has been closed.
    const WindowNotice::Maker &told() const { return m_told; }
    /// Whether that is about the bucket that was asked for by its ID.
    bool isOfLinkedBucket() const { return m_isOfLinkedBucket; }
    /// Tells what another window told.
    void goOn(const WindowNotice::Maker &told, bool isOfLinkedBucket);

private:
    NoticeBar &m_bar;
    WindowNotice::Maker m_told;
    bool m_isOfLinkedBucket = false;
};

} // namespace ui
