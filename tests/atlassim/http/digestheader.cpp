// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/digestheader.h"

#include <QHash>

namespace atlassim {

namespace {

using Parameters = QHash<QByteArray, QByteArray>;

/// Reads `name=token` and `name="quoted \"string\""`, with commas between (RFC 9110, section 11.2).
class ParameterReader
{
public:
    explicit ParameterReader(const QByteArray &text) : m_text(text) { }

    std::optional<Parameters> readAll()
    {
        Parameters parameters;
        do {
            const QByteArray name = readUntil("=").trimmed().toLower();
            if (!skip('=') || name.isEmpty() || parameters.contains(name))
                return std::nullopt;
            skipSpaces();
            const auto value = at('"') ? readQuoted() : std::optional(readUntil(",").trimmed());
            if (!value)
                return std::nullopt;
            parameters.insert(name, *value);
            skipSpaces();
        } while (skip(','));
        return m_position == m_text.size() ? std::optional(parameters) : std::nullopt;
    }

private:
    bool at(char expected) const
    {
        return m_position < m_text.size() && m_text.at(m_position) == expected;
    }

    bool skip(char expected)
    {
        if (!at(expected))
            return false;
        ++m_position;
        return true;
    }

    void skipSpaces()
    {
        while (skip(' ') || skip('\t')) { }
    }

    QByteArray readUntil(QByteArrayView end)
    {
        const qsizetype found = m_text.indexOf(end, m_position);
        const qsizetype stop = found < 0 ? m_text.size() : found;
        QByteArray read = m_text.sliced(m_position, stop - m_position);
        m_position = stop;
        return read;
    }

    std::optional<QByteArray> readQuoted()
    {
        skip('"');
        QByteArray value;
        while (!skip('"')) {
            skip('\\');
            if (m_position >= m_text.size())
                return std::nullopt;
            value += m_text.at(m_position++);
        }
        return value;
    }

    QByteArray m_text;
    qsizetype m_position{0};
};

} // namespace

std::optional<DigestHeader> DigestHeader::parse(const QByteArray &authorization)
{
    static const QByteArray scheme("digest ");
    if (!authorization.toLower().startsWith(scheme))
        return std::nullopt;
    const auto read = ParameterReader(authorization.sliced(scheme.size())).readAll();
    if (!read)
        return std::nullopt;
    return DigestHeader{read->value("username"), read->value("realm"),    read->value("nonce"),
                        read->value("uri"),      read->value("response"), read->value("algorithm"),
                        read->value("cnonce"),   read->value("qop"),      read->value("nc")};
}

} // namespace atlassim
