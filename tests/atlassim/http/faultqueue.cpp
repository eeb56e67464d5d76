// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/faultqueue.h"

#include <algorithm>

namespace atlassim {

namespace {

bool belongsTo(const Fault &fault, FaultQueue::Stage stage)
{
    switch (stage) {
    case FaultQueue::Stage::BeforeAuthentication:
        return fault.beforeAuthentication;
    case FaultQueue::Stage::AfterAuthentication:
        return !fault.beforeAuthentication;
    case FaultQueue::Stage::OAuthCall:
        return true;
    }
    return false;
}

} // namespace

void FaultQueue::add(const Fault &fault)
{
    if (fault.times != 0)
        m_faults.append(fault);
}

void FaultQueue::clear()
{
    m_faults.clear();
}

std::optional<Fault> FaultQueue::take(const HttpRequest &request, Stage stage)
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &fault) {
        return belongsTo(fault, stage) && fault.matches(request);
    });
    if (found == m_faults.end())
        return std::nullopt;
    const Fault hit = *found;
    if (found->times > 0 && --found->times == 0)
        m_faults.removeAt(std::distance(m_faults.begin(), found));
    return hit;
}

} // namespace atlassim
