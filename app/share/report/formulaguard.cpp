// SPDX-License-Identifier: Apache-2.0
#include "share/report/formulaguard.h"

#include <algorithm>

namespace share {

bool beginsLikeFormula(QByteArrayView cell)
{
    const auto first = std::find_if(cell.begin(), cell.end(), [](char c) { return c != ' '; });
    const QByteArrayView text = cell.sliced(first - cell.begin());
    if (text.isEmpty())
        return false;
    switch (text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case '\0':
        return true;
    case '\xef': // The full-width forms, which some input methods and programs take for the others.
        return text.startsWith("＝") || text.startsWith("＋") || text.startsWith("－")
            || text.startsWith("＠");
    default:
        return false;
    }
}

} // namespace share
