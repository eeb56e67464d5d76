// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/bucketscall.h"

/// Calls to be written as texts, and what a shell makes of such texts.
namespace requestcalls {

share::BucketsCall usualCall();
/// Each option is set, and to another value.
share::BucketsCall unusualCall();

/// Has a real shell run the text with stand-ins for the programs in it, and returns the words that
/// each was called with. The variables come before.
QList<QStringList> callsIn(const QString &text, const QString &managerUrl = {});

} // namespace requestcalls
