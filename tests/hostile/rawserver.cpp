// SPDX-License-Identifier: Apache-2.0
#include "rawserver.h"

#include "rawconnection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hostile {

RawServer::RawServer(QObject *parent) : QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            new RawConnection(*this, socket);
    });
}

RawServer::~RawServer()
{
    hangUp();
}

bool RawServer::start()
{
    return listen(QHostAddress::LocalHost);
}

QUrl RawServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

void RawServer::answer(const QString &prefix, const Script &script)
{
    m_answers.insert(prefix, script);
    if (script.atOnce)
        hangUp();
}

void RawServer::forget()
{
    m_answers.clear();
}

void RawServer::hangUp()
{
    qDeleteAll(findChildren<RawConnection *>(Qt::FindDirectChildrenOnly));
}

qsizetype RawServer::seenCount(const QString &prefix) const
{
    return std::count_if(m_seen.begin(), m_seen.end(),
                         [&prefix](const QString &target) { return target.startsWith(prefix); });
}

qsizetype RawServer::connectionCount() const
{
    return findChildren<RawConnection *>(Qt::FindDirectChildrenOnly).size();
}

Script RawServer::scriptFor(const QString &target) const
{
    QString best;
    for (auto it = m_answers.begin(); it != m_answers.end(); ++it) {
        if (target.startsWith(it.key()) && it.key().size() > best.size())
            best = it.key();
    }
    if (!best.isEmpty())
        return m_answers.value(best);
    return Script::of("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", Script::End::KeepOpen);
}

std::optional<Script> RawServer::scriptAtOnce() const
{
    const auto found = std::find_if(m_answers.begin(), m_answers.end(),
                                    [](const Script &script) { return script.atOnce; });
    return found == m_answers.end() ? std::nullopt : std::optional(*found);
}

} // namespace hostile
