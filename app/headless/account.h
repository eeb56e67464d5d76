// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "accounts/profiles/profile.h"
#include "accounts/settings/preferencevalues.h"
#include "buckets/inventory/inventory.h"
#include "buckets/reading/bucketreader.h"
#include "buckets/reading/projectlist.h"
#include "buckets/reading/rolereader.h"
#include "buckets/usage/projectusages.h"
#include "insight/check/exportcheck.h"
#include "net/calls/client.h"

#include <QList>
#include <QSslCertificate>
#include <QStringList>

namespace headless {

/// Who signs in, and whom the secret may be sent to.
struct SignedIn
{
    accounts::Profile profile{};
    accounts::Credential credential{};
    QList<QSslCertificate> authorities{};
    /// As startup::Trust::changedFiles.
    QStringList changedCaFiles{};
};

/// A signed-in account, and what reads it: the same that a window has, but for what it shows.
class Account
{
public:
    /// Reads these projects alone; all if there are none.
    Account(const SignedIn &signedIn, const accounts::PreferenceValues &values,
            const QList<atlas::ProjectId> &only);

    const accounts::Profile &profile() const { return m_profile; }

    /// Declared in the order of their needs.
    net::Client client;
    buckets::ProjectList projects;
    buckets::Inventory inventory;
    buckets::BucketReader bucketReader;
    buckets::RoleReader roles;
    buckets::ProjectUsages usages;
    insight::ExportCheck check;

private:
    accounts::Profile m_profile;
};

} // namespace headless
