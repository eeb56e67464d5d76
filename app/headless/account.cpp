// SPDX-License-Identifier: Apache-2.0
#include "headless/account.h"

#include "session/accountsettings.h"

namespace headless {

Account::Account(const SignedIn &signedIn, const accounts::PreferenceValues &values,
                 const QList<atlas::ProjectId> &only)
    : client(
        clientSettingsOf(signedIn.profile, signedIn.credential, signedIn.authorities, values, {})),
      projects(client), inventory(client, projects, {}), bucketReader(client), roles(client),
      usages(client), check({client, projects, inventory, usages, roles, bucketReader}),
      m_profile(signedIn.profile)
{
    projects.confineTo(only);
}

} // namespace headless
