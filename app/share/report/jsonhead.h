// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/exportscope.h"

#include <QByteArray>

namespace share {

/// What stands before the rows of a JSON file: an object that is open, and the last value in it is
/// the list `unread`.
QByteArray jsonHead(const ExportScope &scope);

} // namespace share
