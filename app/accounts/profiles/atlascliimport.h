// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/importcandidate.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace accounts {

/// Where the Atlas CLI keeps its profiles on this system; the file need not be there.
QString atlasCliConfigPath();

/// The profiles in an Atlas CLI configuration (TOML), sorted by name, read as the Atlas CLI reads
/// them: keys in any case, the top level before the profile, secrets too; see signInOf() and
/// hostOf(). A file without a profile whose top level holds a credential has the profile "default".
/// Tables in tables are profiles whose names hold dots. Tables without a property of a profile are
/// passed over. A profile whose address the file does not tell for certain has a problem.
/// The error is one translated sentence, with line and column.
tl::expected<QList<ImportCandidate>, QString> parseAtlasCliConfig(QByteArrayView toml);

/// As parseAtlasCliConfig(), for a file. The error names the file.
tl::expected<QList<ImportCandidate>, QString> readAtlasCliConfig(const QString &path);

} // namespace accounts
