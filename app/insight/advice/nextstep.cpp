// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/nextstep.h"

#include "insight/advice/hinttable.h"

#include <QHostAddress>

namespace insight {

namespace {

HintStep hintStepFor(const atlas::ApiError &error)
{
    using ErrorKind = atlas::ApiError::Kind;
    switch (error.kind) {
    case ErrorKind::Api:
    case ErrorKind::SignIn: {
        const HintRow *row = hintRowFor(error);
        return row ? row->step : HintStep::TryAgain;
    }
    case ErrorKind::Untrusted:
    case ErrorKind::Redirected:
    case ErrorKind::Refused:
        return HintStep::Settings;
    case ErrorKind::Transport:
    case ErrorKind::Proxy:
    case ErrorKind::TimedOut:
    case ErrorKind::Malformed:
        return HintStep::TryAgain;
    }
    Q_UNREACHABLE();
}

/// Empty if the server named something else.
QString addressIn(const atlas::ApiError &error)
{
    const QHostAddress address(error.parameters.value(0).trimmed());
    return address.isNull() ? QString() : address.toString();
}

} // namespace

NextSteps nextStepsFor(const atlas::ApiError &error)
{
    switch (hintStepFor(error)) {
    case HintStep::TryAgain:
        break;
    case HintStep::Settings:
        return {{NextStep::OpenSettings, NextStep::TryAgain}, {}};
    case HintStep::Address:
        if (const QString address = addressIn(error); !address.isEmpty())
            return {{NextStep::CopyAddress, NextStep::TryAgain}, address};
        break;
    case HintStep::Projects:
        return {{NextStep::ShowProjects, NextStep::TryAgain}, {}};
    case HintStep::OtherProject:
        return {{NextStep::ShowProjects}, {}};
    }
    return {{NextStep::TryAgain}, {}};
}

} // namespace insight
