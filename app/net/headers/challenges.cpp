// SPDX-License-Identifier: Apache-2.0
#include "net/headers/challenges.h"

#include <optional>

namespace net {

namespace {

/// Steps through a header by the grammar of RFC 9110, 5.6.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) { }

    bool atEnd() const { return m_position >= m_text.size(); }

    void skipSpace() { skipWhile(" \t"); }
    void skipSeparators() { skipWhile(" \t,"); }
    void skipOne() { ++m_position; }

    bool accept(char wanted)
    {
        if (atEnd() || m_text[m_position] != wanted)
            return false;
        ++m_position;
        return true;
    }

    QByteArray token()
    {
        const qsizetype start = m_position;
        while (!atEnd() && isTokenCharacter(m_text[m_position]))
            ++m_position;
        return m_text.sliced(start, m_position - start).toByteArray();
    }

    /// After the opening quote; a string that is never closed ends with the header.
    QByteArray quotedRest()
    {
        QByteArray value("");
        while (!atEnd()) {
            const char c = m_text[m_position++];
            if (c == '"')
                break;
            if (c == '\\' && !atEnd())
                value += m_text[m_position++];
            else
                value += c;
        }
        return value;
    }

private:
    void skipWhile(QByteArrayView characters)
    {
        while (!atEnd() && characters.contains(m_text[m_position]))
            ++m_position;
    }

    static bool isTokenCharacter(char c)
    {
        const bool alphanumeric =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return alphanumeric || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    }

    QByteArrayView m_text;
    qsizetype m_position = 0;
};

} // namespace

QByteArray Challenge::value(QByteArrayView name) const
{
    for (const auto &[key, value] : parameters) {
        if (key == name)
            return value;
    }
    return {};
}

QList<Challenge> parseChallenges(QByteArrayView header)
{
    QList<Challenge> challenges;
    Scanner scanner(header);
    for (scanner.skipSeparators(); !scanner.atEnd(); scanner.skipSeparators()) {
        const QByteArray word = scanner.token();
        if (word.isEmpty()) {
            scanner.skipOne();
            continue;
        }
        scanner.skipSpace();
        if (!scanner.accept('=')) {
            challenges.append({word.toLower(), {}});
            continue;
        }
        scanner.skipSpace();
        const QByteArray value = scanner.accept('"') ? scanner.quotedRest() : scanner.token();
        if (!challenges.isEmpty())
            challenges.last().parameters.append({word.toLower(), value});
    }
    return challenges;
}

} // namespace net
