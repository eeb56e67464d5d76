// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace share {

/// Appends a text, in UTF-8, so that it shows as it is in a cell of a table in GitHub's Markdown,
/// whatever Markdown makes of its characters: nothing becomes a link or a mention. Line breaks and
/// tabs become spaces, all else that hides an escape, such as `\u202E`.
void appendMarkdownCell(QByteArray &out, QByteArrayView text);

} // namespace share
