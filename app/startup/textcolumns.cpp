// SPDX-License-Identifier: Apache-2.0
#include "startup/textcolumns.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace startup {

namespace {

struct Range
{
    char16_t first = 0;
    char16_t last = 0;
};

/// Wide, or wide in the fonts of East Asia (Unicode, UAX #11), as far as our texts have them.
constexpr std::array WideRanges{
    Range{0x1100, 0x115f}, Range{0x2e80, 0xa4cf}, Range{0xac00, 0xd7a3},
    Range{0xf900, 0xfaff}, Range{0xfe30, 0xfe4f}, Range{0xff00, 0xff60},
};

int columnsOfCharacter(QChar character)
{
    const char16_t code = character.unicode();
    const bool isWide =
        std::any_of(WideRanges.begin(), WideRanges.end(), [code](const Range &range) {
            return code >= range.first && code <= range.last;
        });
    return isWide ? 2 : 1;
}

} // namespace

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const QChar character : text)
        columns += columnsOfCharacter(character);
    return columns;
}

QString cutToColumns(const QString &text, int columns)
{
    int taken = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        taken += columnsOfCharacter(text.at(i));
        if (taken > columns)
            return text.first(i);
    }
    return text;
}

QString wrapped(const QString &text, int indent)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QString margin(indent, u' ');
    QString lines;
    QString line;
    for (const QString &word : words) {
        const bool fits =
            line.isEmpty() || indent + columnsOf(line) + 1 + columnsOf(word) <= TerminalColumns;
        if (!fits)
            lines += margin + std::exchange(line, {}) + u'\n';
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines + margin + line + u'\n';
}

} // namespace startup
