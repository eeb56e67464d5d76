// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/history/historykeeper.h"
#include "insight/history/keptpicture.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace buckets {
class BucketPager;
class Inventory;
class ProjectList;
class ProjectUsage;
class ProjectUsages;
} // namespace buckets

namespace insight {
class ExportCheck;
}

/// Shows what the latest kept reading of the account has found, until Atlas has answered: the
/// projects at once, the rest as it is looked at. What Atlas has answered is never replaced. Of the
/// window's thread; reads on the store's.
class LastPicture : public QObject
{
    Q_OBJECT

public:
    /// Who shows it. All of them outlive the picture.
    struct Places
    {
        buckets::ProjectList &projects;
        buckets::BucketPager &pager;
        buckets::Inventory &inventory;
        buckets::ProjectUsages &usages;
        insight::ExportCheck &check;
    };

    explicit LastPicture(const Places &places, QObject *parent = nullptr);

    /// Shows what `history` keeps; nullptr, or once it is gone: nothing more.
    void show(insight::HistoryKeeper *history);
    /// When what it shows was read. UTC; invalid as long as it has nothing to show.
    QDateTime readAt() const { return m_outline ? m_outline->at : QDateTime(); }

Q_SIGNALS:
    /// How a project used its buckets is known from then.
    void usageShown(const buckets::ProjectUsage *usage);

private:
    void askForOutline();
    void takeOutline(const std::optional<insight::KeptOutline> &outline);
    void follow();
    using TakePage = std::function<void(const insight::KeptPage &page)>;
    void askForPage(atlas::ProjectId project, const TakePage &take);
    void showPage();
    void takePage(const insight::KeptPage &page);
    void showWholeProject();
    void showAll();
    void showFacts();
    void showUsage(const insight::ProjectFacts &facts);

    Places m_places;
    QPointer<insight::HistoryKeeper> m_history;
    std::optional<insight::KeptOutline> m_outline;
    /// Whose page was asked for last.
    std::optional<atlas::ProjectId> m_project;
    /// All of whose pages were asked for last.
    std::optional<atlas::ProjectId> m_wholeProject;
    bool m_wereAllAskedFor = false;
};
