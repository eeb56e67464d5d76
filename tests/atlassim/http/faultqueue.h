// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/fault.h"

#include <QList>

#include <optional>

namespace atlassim {

/// Faults in the order they were added; the first that matches hits, and counts down.
class FaultQueue
{
public:
    /// The moment of a call's life that is asked about.
    enum class Stage { BeforeAuthentication, AfterAuthentication, OAuthCall };

    void add(const Fault &fault);
    void clear();
    std::optional<Fault> take(const HttpRequest &request, Stage stage);

private:
    QList<Fault> m_faults;
};

} // namespace atlassim
