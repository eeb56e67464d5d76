// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/clisettings.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace accounts {

/// A profile in the Atlas CLI's file.
struct CliProfile
{
    /// As the file spells it. Dots part it from the table that it is in.
    QString name;
    /// What the file says for it: the top level first, as for the Atlas CLI, then its own values,
    /// whose place is `name`.
    CliSettings settings;
    /// The file has more than one of this name, in upper or lower case: which of them the Atlas CLI
    /// would take, nobody knows. `name` is then in lower case, and `settings` are empty.
    bool isAmbiguous = false;
};

/// What the Atlas CLI's file (TOML) says.
struct CliFile
{
    /// Sorted by name.
    QList<CliProfile> profiles;
    /// IDs and secrets that are not in the file may be in the keychain.
    bool mayUseKeychain = false;
};

/// Why a file is no TOML.
struct CliFileError
{
    qint64 line = 0;
    qint64 column = 0;
    /// The parser's words: English, one line, and nothing of the file.
    QString description;
};

/// Reads the file with the Atlas CLI's rules: keys in any case, the top level before the profile,
/// and the profile "default" for a file without profiles whose top level signs in. Tables in tables
/// are profiles whose names hold dots. Tables without a property of a profile are passed over.
tl::expected<CliFile, CliFileError> readCliFile(QByteArrayView toml);

} // namespace accounts
