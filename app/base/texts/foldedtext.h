// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace base {

/// The text in the form in which texts are compared and looked for: without the difference of upper
/// and lower case (`ß` and `SS` are alike, the dotless `ı` and `I` too), and in one Unicode form,
/// whether or not its letters came in parts, in full width or in a ligature (NFKC). Folding twice
/// changes nothing.
QString foldedText(const QString &text);

} // namespace base
