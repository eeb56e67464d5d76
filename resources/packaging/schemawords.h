// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace packaging {

/// The words that the program puts into its JSON where only some are possible, as a JSON Schema
/// that the others refer to.
QString schemaWords();

} // namespace packaging
