// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/importcandidate.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace accounts {

/// Where the Atlas CLI keeps its profiles on this system; the file need not be there.
QString atlasCliConfigPath();

/// The profiles in an Atlas CLI configuration (TOML), sorted by name; what the file says beside
/// profiles is skipped. The error is one translated sentence, with line and column.
tl::expected<QList<ImportCandidate>, QString> parseAtlasCliConfig(QByteArrayView toml);

/// As parseAtlasCliConfig(), for a file. The error names the file.
tl::expected<QList<ImportCandidate>, QString> readAtlasCliConfig(const QString &path);

} // namespace accounts
