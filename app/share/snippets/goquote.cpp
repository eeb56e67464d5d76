// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/goquote.h"

#include <QList>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

QString goEscaped(char32_t character)
{
    switch (character) {
    case U'"':
        return u"\\\""_s;
    case U'\\':
        return u"\\\\"_s;
    case U'\n':
        return u"\\n"_s;
    case U'\r':
        return u"\\r"_s;
    case U'\t':
        return u"\\t"_s;
    default:
        break;
    }
    if (character == U' ' || (QChar::isPrint(character) && !QChar::isSpace(character)))
        return QString::fromUcs4(&character, 1);
    const bool isShort = character <= 0xffff;
    return (isShort ? "\\u"_L1 : "\\U"_L1)
        + QString::number(static_cast<uint>(character), 16).rightJustified(isShort ? 4 : 8, u'0');
}

} // namespace

QString goQuoted(const QString &text)
{
    QString literal = u"\""_s;
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters) {
        const bool isHalf = QChar::isSurrogate(character);
        literal += goEscaped(isHalf ? char32_t(QChar::ReplacementCharacter) : char32_t(character));
    }
    return literal + u'"';
}

} // namespace share
