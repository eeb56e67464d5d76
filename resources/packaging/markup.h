// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace packaging {

/// What stands in a text for what the code knows better: each answers with HTML.
struct Insertions
{
    /// For `{{word}}` within a line.
    std::function<QString(const QString &word)> text;
    /// For a row `| {{word}} |` of a table: all its rows.
    std::function<QString(const QString &word)> rows;
    /// For a line `{{word}}` of its own.
    std::function<QString(const QString &word)> block;
    /// For `[text](target)`: where to.
    std::function<QString(const QString &target)> link;
};

/// The HTML of a text in the part of Markdown that the help is written in: headings, which may have
/// an anchor (`## Sign in {#sign-in}`), paragraphs, lists of one level, tables, pictures, indented
/// code; within them code, emphasis, links and insertions.
QString htmlOf(const QString &markdown, const Insertions &insertions);

} // namespace packaging
