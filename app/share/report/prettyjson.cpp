// SPDX-License-Identifier: Apache-2.0
#include "share/report/prettyjson.h"

#include "base/texts/hiddentext.h"
#include "share/report/jsontokens.h"

#include <algorithm>
#include <optional>

namespace share {

namespace {

using TokenKind = JsonTokens::Kind;

constexpr qsizetype IndentWidth = 2;
constexpr qsizetype DeepestIndent = 64;
/// Many short lines at a depth would otherwise be mostly spaces, a hundred times the answer.
constexpr qsizetype MostIndentation = 16 * 1024 * 1024;

/// Writes tokens with line breaks and indentation as long as they follow each other as JSON wants.
class JsonIndenter
{
public:
    /// False if the token cannot stand here.
    bool write(const JsonTokens::Token &token);

    QByteArray text() const { return m_text; }

private:
    enum class Expected : quint8 { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    bool writeValue(const JsonTokens::Token &token);
    bool writeKey(const JsonTokens::Token &token);
    bool writeCommaOrEnd(const JsonTokens::Token &token);
    void open(const JsonTokens::Token &token);
    bool close(const JsonTokens::Token &token);
    void beginLine();
    void endValue();

    QByteArray m_text;
    /// What is open, as the tokens that opened it.
    QByteArray m_open;
    qsizetype m_indentation = 0;
    Expected m_expected = Expected::Value;
};

bool JsonIndenter::write(const JsonTokens::Token &token)
{
    switch (m_expected) {
    case Expected::Value:
        return writeValue(token);
    case Expected::ValueOrEnd:
        if (token.kind == TokenKind::EndArray)
            return close(token);
        beginLine();
        return writeValue(token);
    case Expected::Key:
        return writeKey(token);
    case Expected::KeyOrEnd:
        return token.kind == TokenKind::EndObject ? close(token) : writeKey(token);
    case Expected::Colon:
        m_text += ": ";
        m_expected = Expected::Value;
        return token.kind == TokenKind::Colon;
    case Expected::CommaOrEnd:
        return writeCommaOrEnd(token);
    case Expected::Nothing:
        return token.kind == TokenKind::End;
    }
    Q_UNREACHABLE();
}

bool JsonIndenter::writeValue(const JsonTokens::Token &token)
{
    switch (token.kind) {
    case TokenKind::BeginObject:
    case TokenKind::BeginArray:
        open(token);
        return true;
    case TokenKind::String:
    case TokenKind::Scalar:
        m_text += token.text;
        endValue();
        return true;
    case TokenKind::End:
    case TokenKind::EndObject:
    case TokenKind::EndArray:
    case TokenKind::Colon:
    case TokenKind::Comma:
        return false;
    }
    Q_UNREACHABLE();
}

bool JsonIndenter::writeKey(const JsonTokens::Token &token)
{
    beginLine();
    m_text += token.text;
    m_expected = Expected::Colon;
    return token.kind == TokenKind::String;
}

bool JsonIndenter::writeCommaOrEnd(const JsonTokens::Token &token)
{
    const bool inObject = m_open.back() == '{';
    if (token.kind == (inObject ? TokenKind::EndObject : TokenKind::EndArray))
        return close(token);
    m_text += ',';
    if (!inObject)
        beginLine();
    m_expected = inObject ? Expected::Key : Expected::Value;
    return token.kind == TokenKind::Comma;
}

void JsonIndenter::open(const JsonTokens::Token &token)
{
    m_text += token.text;
    m_open += token.text;
    m_expected = token.kind == TokenKind::BeginObject ? Expected::KeyOrEnd : Expected::ValueOrEnd;
}

bool JsonIndenter::close(const JsonTokens::Token &token)
{
    const bool isEmpty = m_expected != Expected::CommaOrEnd;
    m_open.chop(1);
    if (!isEmpty)
        beginLine();
    m_text += token.text;
    endValue();
    return true;
}

void JsonIndenter::beginLine()
{
    m_text += '\n';
    const qsizetype wanted = IndentWidth * std::min(m_open.size(), DeepestIndent);
    const qsizetype width = std::min(wanted, MostIndentation - m_indentation);
    m_indentation += width;
    m_text.append(width, ' ');
}

void JsonIndenter::endValue()
{
    m_expected = m_open.isEmpty() ? Expected::Nothing : Expected::CommaOrEnd;
}

std::optional<QByteArray> indented(QByteArrayView json)
{
    JsonTokens tokens(json);
    JsonIndenter indenter;
    for (;;) {
        const auto token = tokens.next();
        if (!token || !indenter.write(*token))
            return std::nullopt;
        if (token->kind == TokenKind::End)
            return indenter.text();
    }
}

} // namespace

QString prettyJson(const QByteArray &answer)
{
    const auto json = indented(answer);
    return QString::fromUtf8(json ? base::jsonWithEscapes(*json, base::Hiding::Harmful) : answer);
}

} // namespace share
