// SPDX-License-Identifier: Apache-2.0
#include "share/markdowncell.h"

#include <algorithm>

namespace share {

namespace {

/// How many bytes the line break or tab at the front of `text` has; 0 if there is none.
qsizetype breakLength(QByteArrayView text)
{
    for (const QByteArrayView lineBreak :
         {"\r\n", "\n", "\r", "\t", "\v", "\f", "\xc2\x85" /* NEXT LINE */,
          "\xe2\x80\xa8" /* LINE SEPARATOR */, "\xe2\x80\xa9" /* PARAGRAPH SEPARATOR */}) {
        if (text.startsWith(lineBreak))
            return lineBreak.size();
    }
    return 0;
}

bool isMarkup(char c)
{
    switch (c) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '>':
    case '|':
    case '~':
    case '&':
    case '$':
        return true;
    default:
        return false;
    }
}

/// Whether the byte is, or may begin, something that does not go into a cell as it is.
bool maybeSpecial(char c)
{
    return static_cast<uchar>(c) < ' ' || c == '\xc2' || c == '\xe2' || isMarkup(c);
}

} // namespace

void appendMarkdownCell(QByteArray &out, QByteArrayView text)
{
    while (!text.isEmpty()) {
        const auto special = std::find_if(text.begin(), text.end(), maybeSpecial);
        out += QByteArrayView(text.begin(), special);
        if (special == text.end())
            return;
        text = text.sliced(special - text.begin());
        qsizetype length = breakLength(text);
        if (length > 0) {
            out += ' ';
        } else {
            length = 1;
            if (isMarkup(text.front()))
                out += '\\';
            if (text.front() == '\0')
                out += "\xef\xbf\xbd";
            else
                out += text.front();
        }
        text = text.sliced(length);
    }
}

} // namespace share
