// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace accounts {

/// The mark that says at a glance whose account is open.
enum class ProfileColor { None, Red, Amber, Green, Blue, Violet };

/// Every colour, in the order in which a menu lists them.
inline constexpr std::array allProfileColors{ProfileColor::None,  ProfileColor::Red,
                                             ProfileColor::Amber, ProfileColor::Green,
                                             ProfileColor::Blue,  ProfileColor::Violet};

/// The colour of a profile whose user chose none: red for production, by the name.
ProfileColor profileColorByName(const QString &profileName);

/// The word the settings file uses.
QString toStoredText(ProfileColor color);
/// Reads toStoredText()'s words; anything else is nothing.
std::optional<ProfileColor> profileColorFromStoredText(const QString &text);

} // namespace accounts
