// SPDX-License-Identifier: Apache-2.0
#include "browse/showntext.h"

#include <QAbstractItemModel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

/// Half of a pair that has lost the other half is a character of its own.
char32_t characterAt(const QString &text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at + 1]);
    return first.unicode();
}

/// Persian and the languages of India write with these two, and so do emoji.
bool isJoiner(char32_t character)
{
    return character == U'\u200C' || character == U'\u200D';
}

bool isHidden(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !isJoiner(character);
    default:
        return false;
    }
}

QString escaped(char32_t character)
{
    switch (character) {
    case U'\0':
        return u"\\0"_s;
    case U'\t':
        return u"\\t"_s;
    case U'\n':
        return u"\\n"_s;
    case U'\r':
        return u"\\r"_s;
    default:
        break;
    }
    const bool isShort = character <= 0xffff;
    const QString digits = QString::number(character, 16).toUpper();
    return (isShort ? u"\\u"_s : u"\\U"_s) + digits.rightJustified(isShort ? 4 : 8, u'0');
}

} // namespace

QString shownText(const QString &fromServer, qsizetype longest)
{
    QString shown;
    shown.reserve(std::min(fromServer.size(), longest));
    qsizetype fitting = 0; // How much of `shown` stays when `…` is added.
    for (qsizetype at = 0; at < fromServer.size();) {
        const char32_t character = characterAt(fromServer, at);
        const auto units = QChar::fromUcs4(character);
        shown += isHidden(character) ? escaped(character) : QStringView(units).toString();
        at += QStringView(units).size();
        if (shown.size() > longest)
            return shown.first(fitting) + u'…';
        if (shown.size() < longest)
            fitting = shown.size();
    }
    return shown;
}

QString fullText(const QModelIndex &index)
{
    const QVariant full = index.data(FullTextRole);
    return full.isValid() ? full.toString() : index.data().toString();
}

} // namespace browse
