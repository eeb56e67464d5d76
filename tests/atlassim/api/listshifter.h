// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/listshift.h"
#include "tests/atlassim/api/page.h"
#include "tests/atlassim/http/httprequest.h"
#include "tests/atlassim/world/world.h"

#include <QHash>
#include <QList>

namespace atlassim {

/// Shifts lists of buckets under the clients that read them.
class ListShifter
{
public:
    void add(const ListShift &shift);
    void clear();

    /// Shifts the list that the request was about, if it was about one and its time has come.
    void answered(const HttpRequest &request, World &world);

private:
    struct Running
    {
        ListShift shift;
        /// By project.
        QHash<QString, int> pagesAnswered{};
    };

    static bool isDue(Running &running, const Project &project);
    void apply(ListShift::Kind kind, const PageRequest &page, Project &project);

    QList<Running> m_shifts;
    int m_inserted{0};
};

} // namespace atlassim
