// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <optional>

namespace share {

/// Cuts JSON into its tokens, without a look at how they nest.
class JsonTokens
{
public:
    enum class Kind : quint8 {
        End,
        BeginObject,
        EndObject,
        BeginArray,
        EndArray,
        Colon,
        Comma,
        String,
        /// A number, `true`, `false` or `null`.
        Scalar,
    };

    struct Token
    {
        Kind kind = Kind::End;
        /// As it stands in the JSON.
        QByteArrayView text;
    };

    explicit JsonTokens(QByteArrayView json) : m_json(json) { }

    /// The next token, End after the last; nothing where no token of JSON stands.
    std::optional<Token> next();

private:
    void skipSpace();
    Token taken(Kind kind, qsizetype length);

    QByteArrayView m_json;
    qsizetype m_position = 0;
};

} // namespace share
