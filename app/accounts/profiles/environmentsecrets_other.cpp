// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentsecrets.h"

#include "accounts/profiles/environmentvariables.h"

#include <QByteArray>

namespace accounts {

void clearCredentialVariables()
{
    const QStringList variables = credentialVariables();
    for (const QString &variable : variables)
        qunsetenv(variable.toLatin1().constData());
}

} // namespace accounts
