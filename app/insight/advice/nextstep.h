// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QList>
#include <QString>

namespace insight {

/// What whoever reads a message can do about it from where they are.
enum class NextStep : quint8 {
    /// Correct the profile or the request options.
    OpenSettings,
    /// Put the address that an access list lacks on the clipboard.
    CopyAddress,
    /// Choose another project, from a list that is read anew.
    ShowProjects,
    /// Read in Atlas's manual how a bucket is registered.
    ReadManual,
    /// Read in Atlas's manual how a service account is created, and which addresses it may use.
    ReadAboutAccounts,
    TryAgain,
};

/// The next steps, the one that fits best first.
struct NextSteps
{
    QList<NextStep> steps{};
    /// The IP address to copy; empty without NextStep::CopyAddress.
    QString address{};

    friend bool operator==(const NextSteps &, const NextSteps &) = default;
};

/// What may help against `error`. Never empty. An address is one, whatever the server wrote.
NextSteps nextStepsFor(const atlas::ApiError &error);

} // namespace insight
