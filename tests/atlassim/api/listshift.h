// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace atlassim {

/// How a project's list of buckets changes after a page of it was answered, so that a client that
/// merely joins page to page loses rows or doubles them.
struct ListShift
{
    enum class Kind {
        InsertFirst, ///< A bucket is registered: the last row of the page is the next page's first.
        RemoveFirst, ///< One is gone: the next page's first row comes to this page, and is missed.
        Swap, ///< The last row of the page and the first of the next change places: both at once.
    };
    static constexpr int Forever = -1;

    Kind kind{Kind::InsertFirst};
    /// Empty: the lists of all projects, each by itself.
    QString projectId{};
    /// After each so many pages of a list.
    int everyPages{1};
    /// How often a list shifts before it stays as it is.
    int times{Forever};

    /// By the name that the command line and `POST /_sim/shifts` know: insert, remove, swap.
    static std::optional<Kind> kindNamed(const QString &name);

    /// Reads what `POST /_sim/shifts` takes; nothing if a field has a wrong value.
    static std::optional<ListShift> fromJson(const QJsonObject &json);
};

} // namespace atlassim
