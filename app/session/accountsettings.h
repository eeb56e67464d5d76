// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "accounts/profiles/profile.h"
#include "accounts/settings/preferencevalues.h"
#include "net/calls/client.h"

#include <QList>
#include <QString>

/// How an account is called: what the settings say of calls, in the client's own words.
net::Client::Settings clientSettingsOf(const accounts::Profile &profile,
                                       const accounts::Credential &credential,
                                       const QList<QSslCertificate> &extraAuthorities,
                                       const accounts::PreferenceValues &values,
                                       const net::RetryPolicy &retries);

/// How long a call may take.
std::chrono::milliseconds deadlineOf(const accounts::PreferenceValues &values);

/// How each call is made.
atlas::CallOptions callOptionsOf(const accounts::PreferenceValues &values);

/// Where the readings of an account are kept, in `folder`; empty if that is.
QString historyPathOf(const QString &folder, const accounts::Profile &profile,
                      const accounts::Credential &credential);

/// Where it is written which findings are accepted, by the settings file.
QString acceptedPathOf(const QString &settingsPath);
