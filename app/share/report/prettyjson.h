// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace share {

/// An answer with its JSON indented by two spaces; keys keep their order, numbers and strings are
/// spelled as they came, but for what hides in a string: it becomes an escape. What is said twice
/// stays so. What is no JSON comes back as it is.
/// Bytes that are no UTF-8 are replaced.
///
/// Any depth will do: deep levels are not indented further, nor is anything once the indentation
/// alone has become very long.
QString prettyJson(const QByteArray &answer);

} // namespace share
