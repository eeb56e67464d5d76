// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstorage.h"
#include "accounts/settings/knownlanguages.h"
#include "atlas/values/apiversion.h"
#include "atlas/values/pagerequest.h"

namespace accounts {

/// The colours of the window.
enum class Theme { System, Light, Dark, HighContrast };

/// How often what is shown is read anew without being asked for.
enum class RefreshInterval { Off, EveryMinute, Every5Minutes, Every15Minutes };

/// How long a call may take, in seconds: 5 to 600, 30 unless chosen otherwise.
using TimeoutSeconds = atlas::BoundedInt<struct TimeoutTag, 5, 600, 30>;

/// What the user can choose, each with its default. What else there is to know of them stands in
/// settingsTable, a row each.
struct PreferenceValues
{
    atlas::ItemsPerPage itemsPerPage{};
    RefreshInterval refreshInterval = RefreshInterval::Off;
    bool includeCount = true;
    bool envelope = false;
    bool prettyPrint = false;
    atlas::ApiVersion apiVersion{};
    TimeoutSeconds timeout{};
    /// Read the regions of the rows in view by themselves.
    bool readRegions = true;
    /// Fetch the page after the one on screen before it is asked for.
    bool fetchAhead = true;
    /// Read who uses the buckets of a project, and whether its exports work, when it opens.
    bool readUseAhead = true;
    /// Check exports once the buckets of all projects have been read.
    bool checkExports = false;
    /// Tell on the desktop of critical findings that the check before did not have.
    bool notifyOfCritical = false;
    /// Keep what checks have read on this computer, to compare with later.
    bool rememberReadings = true;
    Language language = Language::System;
    Theme theme = Theme::System;
    SecretStorage secretStorage = SecretStorage::Keychain;

    friend bool operator==(const PreferenceValues &, const PreferenceValues &) = default;
};

} // namespace accounts
