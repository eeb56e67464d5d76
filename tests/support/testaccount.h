// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "net/calls/client.h"
#include "session/session.h"

#include <functional>

namespace testsupport {

/// The sample world's API key.
accounts::Credential apiKey();
/// The sample world's service account.
accounts::Credential serviceAccount();
/// A service account that reads projects, but sees no export jobs.
accounts::Credential viewer();
/// The API key of the sample world that owns the projects.
accounts::Credential owner();
/// The one or the other.
accounts::Credential credential(accounts::Authentication authentication);

/// A client's settings for a server of ours. Nothing is retried.
net::Client::Settings clientSettings(const QUrl &server, const accounts::Credential &credential);
/// A session's settings for a server of ours. Nothing is retried, and no page is fetched ahead.
Session::Settings sessionSettings(const QUrl &server, const accounts::Credential &credential);

/// The user chooses differently in the settings.
void choose(Session &session,
            const std::function<void(accounts::PreferenceValues &values)> &change);

} // namespace testsupport
