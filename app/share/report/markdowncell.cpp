// SPDX-License-Identifier: Apache-2.0
#include "share/report/markdowncell.h"

#include "atlas/values/utf8.h"
#include "base/texts/hiddentext.h"

#include <algorithm>

namespace share {

namespace {

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

/// Whether the byte is, or may be in, something that does not go into a cell as it is.
bool maybeSpecial(char c)
{
    return c == ':' || c == '.' || c == '@' || isMarkup(c);
}

/// GitHub makes links of `https://…` and `www.…`, wherever they stand.
bool makesLink(QByteArrayView text, qsizetype at)
{
    if (text[at] == ':')
        return text.sliced(at + 1).startsWith("//");
    return text[at] == '.' && at >= 3
        && text.sliced(at - 3, 3).compare("www", Qt::CaseInsensitive) == 0;
}

void appendSpecial(QByteArray &out, QByteArrayView text, qsizetype at)
{
    if (isMarkup(text[at]) || makesLink(text, at))
        out += '\\';
    out += text[at];
    // Of a name or an address behind it GitHub makes a mention or a link, escaped or not.
    if (text[at] == '@')
        out += "<!-- -->";
}

void appendVisible(QByteArray &out, QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const auto *const special = std::find_if(text.begin() + at, text.end(), maybeSpecial);
        out += QByteArrayView(text.begin() + at, special);
        at = special - text.begin();
        if (special != text.end())
            appendSpecial(out, text, at++);
    }
}

} // namespace

void appendMarkdownCell(QByteArray &out, QByteArrayView text)
{
    if (!base::mayNeedEscapes(text))
        return appendVisible(out, text);
    const QString spaced = base::withSpacesForBreaks(atlas::textOfUtf8(text));
    appendVisible(out, base::withEscapes(spaced, base::Hiding::Harmful).toUtf8());
}

} // namespace share
