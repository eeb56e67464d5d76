// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace share {

/// Appends a text, in UTF-8, so that it shows as it is in a cell of a table in GitHub's Markdown,
/// whatever Markdown makes of its characters. Line breaks and tabs become spaces.
void appendMarkdownCell(QByteArray &out, QByteArrayView text);

} // namespace share
