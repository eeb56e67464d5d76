// SPDX-License-Identifier: Apache-2.0
#include "share/report/jsontokens.h"

#include <algorithm>

namespace share {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// How many bytes the escape at the front of `text` has; 0 if it is none.
qsizetype escapeLength(QByteArrayView text)
{
    constexpr qsizetype UnicodeLength = 6; // \uXXXX
    if (text.size() < 2)
        return 0;
    if (text[1] != 'u')
        return QByteArrayView("\"\\/bfnrt").contains(text[1]) ? 2 : 0;
    if (text.size() < UnicodeLength)
        return 0;
    const QByteArrayView digits = text.sliced(2, UnicodeLength - 2);
    return std::all_of(digits.begin(), digits.end(), isHexDigit) ? UnicodeLength : 0;
}

/// How many bytes the string at the front of `text` has, quotes and all; 0 if it does not end well.
qsizetype stringLength(QByteArrayView text)
{
    qsizetype at = 1;
    while (at < text.size()) {
        const auto byte = static_cast<uchar>(text[at]);
        if (byte == '"')
            return at + 1;
        if (byte < ' ')
            return 0;
        const qsizetype step = byte == '\\' ? escapeLength(text.sliced(at)) : 1;
        if (step == 0)
            return 0;
        at += step;
    }
    return 0;
}

qsizetype digitsFrom(QByteArrayView text, qsizetype at)
{
    const auto first = text.begin() + at;
    return std::find_if_not(first, text.end(), isDigit) - first;
}

/// How many bytes the number at the front of `text` has; 0 if there is none.
qsizetype numberLength(QByteArrayView text)
{
    const auto at = [text](qsizetype index) {
        return index < text.size() ? text[index] : '\0';
    };
    qsizetype end = at(0) == '-' ? 1 : 0;
    const qsizetype whole = at(end) == '0' ? 1 : digitsFrom(text, end);
    if (whole == 0)
        return 0;
    end += whole;
    if (at(end) == '.') {
        const qsizetype fraction = digitsFrom(text, end + 1);
        if (fraction == 0)
            return 0;
        end += 1 + fraction;
    }
    if (at(end) == 'e' || at(end) == 'E') {
        end += at(end + 1) == '+' || at(end + 1) == '-' ? 2 : 1;
        const qsizetype exponent = end < text.size() ? digitsFrom(text, end) : 0;
        if (exponent == 0)
            return 0;
        end += exponent;
    }
    return end;
}

/// How many bytes the number or word at the front of `text` has; 0 if there is neither.
qsizetype scalarLength(QByteArrayView text)
{
    for (const QByteArrayView word : {"true", "false", "null"}) {
        if (text.startsWith(word))
            return word.size();
    }
    return numberLength(text);
}

} // namespace

void JsonTokens::skipSpace()
{
    const QByteArrayView space(" \t\r\n");
    while (m_position < m_json.size() && space.contains(m_json[m_position]))
        ++m_position;
}

JsonTokens::Token JsonTokens::taken(Kind kind, qsizetype length)
{
    const QByteArrayView text = m_json.sliced(m_position, length);
    m_position += length;
    return {kind, text};
}

std::optional<JsonTokens::Token> JsonTokens::next()
{
    skipSpace();
    if (m_position == m_json.size())
        return Token();
    const QByteArrayView rest = m_json.sliced(m_position);
    switch (rest.front()) {
    case '{':
        return taken(Kind::BeginObject, 1);
    case '}':
        return taken(Kind::EndObject, 1);
    case '[':
        return taken(Kind::BeginArray, 1);
    case ']':
        return taken(Kind::EndArray, 1);
    case ':':
        return taken(Kind::Colon, 1);
    case ',':
        return taken(Kind::Comma, 1);
    default:
        break;
    }
    const bool isString = rest.front() == '"';
    const qsizetype length = isString ? stringLength(rest) : scalarLength(rest);
    if (length == 0)
        return std::nullopt;
    return taken(isString ? Kind::String : Kind::Scalar, length);
}

} // namespace share
