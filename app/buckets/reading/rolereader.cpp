// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/rolereader.h"

#include "atlas/calls/requests.h"
#include "net/calls/client.h"

namespace buckets {

RoleReader::RoleReader(net::Client &client, QObject *parent) : QObject(parent), m_client(client) { }

void RoleReader::read(atlas::ProjectId project)
{
    if (of(project).state == State::Unread)
        send(project, net::Priority::Waited);
}

void RoleReader::readAnew(atlas::ProjectId project, net::Priority priority)
{
    if (!isReading(project))
        send(project, priority);
}

void RoleReader::send(atlas::ProjectId project, net::Priority priority)
{
    using Roles = atlas::CloudProviderRoles;
    m_underWay[project] = m_client.send<Roles>(
        atlas::getCloudProviderAccess(project), this,
        [this, project](const atlas::Result<Roles> &answer) {
            m_underWay.remove(project);
            if (answer) {
                set(project, {State::Ready, *answer, {}});
                return;
            }
            set(project, {State::Failed, {}, answer.error()});
            Q_EMIT failed(answer.error());
        },
        net::Client::Effort::Usual, priority);
    if (of(project).state == State::Unread)
        set(project, {State::Reading, {}, {}});
}

void RoleReader::stop()
{
    const QList<atlas::ProjectId> projects = m_underWay.keys();
    for (const atlas::ProjectId project : projects)
        stop(project);
}

void RoleReader::stop(atlas::ProjectId project)
{
    if (of(project).state == State::Reading) {
        forget(project);
    } else if (const QPointer<net::Call> call = m_underWay.take(project)) {
        call->cancel();
        Q_EMIT changed(project);
    }
}

void RoleReader::forget(atlas::ProjectId project)
{
    if (const QPointer<net::Call> call = m_underWay.take(project))
        call->cancel();
    set(project, {});
}

void RoleReader::forget()
{
    stop();
    const QList<atlas::ProjectId> projects = m_known.keys();
    for (const atlas::ProjectId project : projects)
        forget(project);
}

void RoleReader::set(atlas::ProjectId project, const Knowledge &knowledge)
{
    if (knowledge.state == State::Unread)
        m_known.remove(project);
    else
        m_known.insert(project, knowledge);
    Q_EMIT changed(project);
}

} // namespace buckets
