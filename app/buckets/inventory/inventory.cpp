// SPDX-License-Identifier: Apache-2.0
#include "buckets/inventory/inventory.h"

namespace buckets {

Inventory::Inventory(net::Client &client, ProjectList &projects, const net::RetryPolicy &retries,
                     QObject *parent)
    : QObject(parent), m_all(client, projects, retries), m_one(client, projects, retries)
{
    passOn(m_all);
    passOn(m_one);
}

void Inventory::passOn(Sweep &sweep)
{
    connect(&sweep, &Sweep::changed, this, &Inventory::changed);
    connect(&sweep, &Sweep::failed, this, &Inventory::failed);
    connect(&sweep, &Sweep::projectFailed, this, &Inventory::projectFailed);
    connect(&sweep, &Sweep::projectExempted, this, &Inventory::projectExempted);
    connect(&sweep, &Sweep::projectRead, this, &Inventory::projectRead);
}

void Inventory::openAll()
{
    m_one.close();
    m_all.openAll();
}

void Inventory::open(atlas::ProjectId project)
{
    m_all.hide();
    m_one.open(project);
}

void Inventory::hide()
{
    m_one.close();
    m_all.hide();
}

void Inventory::close()
{
    m_one.close();
    m_all.close();
}

} // namespace buckets
