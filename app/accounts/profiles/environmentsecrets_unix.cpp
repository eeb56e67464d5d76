// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentsecrets.h"

#include "accounts/profiles/environmentvariables.h"

#include <QByteArray>

#include <cstring>

#if defined(Q_OS_DARWIN)
#include <crt_externs.h>
#else
#include <unistd.h>
#endif

namespace accounts {

namespace {

char **environmentEntries()
{
#if defined(Q_OS_DARWIN)
    return *_NSGetEnviron();
#else
    return environ;
#endif
}

/// A variable may stand there more than once, though getenv() finds the first only.
void overwriteValues(const QByteArray &name)
{
    const auto size = static_cast<std::size_t>(name.size());
    for (char **entry = environmentEntries(); entry && *entry; ++entry) {
        if (std::strncmp(*entry, name.constData(), size) != 0 || (*entry)[size] != '=')
            continue;
        // A write through a volatile pointer is an effect of the program: no compiler may drop it.
        for (volatile char *c = *entry + size + 1; *c != '\0'; ++c)
            *c = '\0';
    }
}

} // namespace

void clearCredentialVariables()
{
    const QStringList variables = credentialVariables();
    for (const QString &variable : variables) {
        const QByteArray name = variable.toLatin1();
        overwriteValues(name);
        qunsetenv(name.constData());
    }
}

} // namespace accounts
