// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/exportjobstate.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

ExportJobState ExportJobState::fromApi(const QString &text)
{
    ExportJobState state;
    state.m_apiText = text;
    if (text == "Queued"_L1)
        state.m_kind = Kind::Queued;
    else if (text == "InProgress"_L1)
        state.m_kind = Kind::InProgress;
    else if (text == "Successful"_L1)
        state.m_kind = Kind::Successful;
    else if (text == "Failed"_L1)
        state.m_kind = Kind::Failed;
    else if (text == "Cancelled"_L1)
        state.m_kind = Kind::Cancelled;
    return state;
}

bool ExportJobState::isEnded() const
{
    switch (m_kind) {
    case Kind::Successful:
    case Kind::Failed:
    case Kind::Cancelled:
        return true;
    case Kind::Queued:
    case Kind::InProgress:
    case Kind::Unknown:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace atlas
