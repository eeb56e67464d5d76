// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/shellquote.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

bool meansItself(QChar character)
{
    const ushort code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
        || (code >= u'0' && code <= u'9') || u"_@%+=:,./-"_s.contains(character);
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString word = text;
    word.remove(QChar::Null);
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), meansItself))
        return word;
    word.replace(u"'"_s, u"'\\''"_s);
    return u'\'' + word + u'\'';
}

QString shellCommand(const QStringList &parts)
{
    return parts.join(" \\\n  "_L1) + u'\n';
}

} // namespace share
