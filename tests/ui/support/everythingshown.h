// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace testsupport {

/// Every text that the program's windows show or tell a screen reader just now: each property of
/// each widget, each role of each item, each accessible name. What is typed into a field that hides
/// it is not shown.
QByteArray everythingShown();

} // namespace testsupport
