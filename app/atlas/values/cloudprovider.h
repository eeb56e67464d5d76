// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>

namespace atlas {

/// Whose object store a bucket lives in. A provider that this program does not know keeps its text.
class CloudProvider
{
public:
    enum class Kind : quint8 { Aws, Azure, Gcp, Unknown };

    /// Unknown, without a text.
    CloudProvider() = default;

    /// Reads Atlas's own word: `AWS`, `AZURE`, `GCP`, or one that came later.
    static CloudProvider fromApi(const QString &text);
    /// As fromApi(), where the kind is enough.
    static Kind kindOf(QByteArrayView apiText);
    /// Those that this program knows.
    static std::array<CloudProvider, 3> known();

    Kind kind() const { return m_kind; }

    /// Atlas's own word, whatever it was.
    QString apiText() const { return m_apiText; }

    /// The name people use: `AWS`, `Azure`, `Google Cloud`; an unknown one as Atlas wrote it.
    QString displayName() const;

    friend bool operator==(const CloudProvider &, const CloudProvider &) = default;

private:
    Kind m_kind = Kind::Unknown;
    QString m_apiText;
};

} // namespace atlas
