// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/integration/servers/serverprocess.h"

#include <QTemporaryDir>

namespace testsupport {

/// A tinyproxy of our own.
class TinyproxyFixture
{
public:
    static bool isInstalled();

    /// Starts it; `directives` are further lines of its configuration.
    bool start(const QStringList &directives = {});
    void stop() { m_process.stop(); }

    /// `127.0.0.1:40123`.
    QString address() const;
    quint16 port() const { return m_process.port(); }

    /// How many requests with a method have come so far.
    int countOf(const QString &method) const;

private:
    QString configure(quint16 port, const QStringList &directives) const;

    QTemporaryDir m_folder;
    ServerProcess m_process;
};

} // namespace testsupport
