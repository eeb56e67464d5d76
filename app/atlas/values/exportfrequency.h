// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace atlas {

/// How often a schedule exports. A frequency that this program does not know keeps its text.
class ExportFrequency
{
public:
    enum class Kind : quint8 { Daily, Weekly, Monthly, Yearly, Unknown };

    /// Unknown, without a text.
    ExportFrequency() = default;

    /// Reads Atlas's own word: `daily`, `weekly`, `monthly`, `yearly`, or one that came later.
    static ExportFrequency fromApi(const QString &text);

    Kind kind() const { return m_kind; }

    /// Atlas's own word, whatever it was.
    QString apiText() const { return m_apiText; }

    friend bool operator==(const ExportFrequency &, const ExportFrequency &) = default;

private:
    Kind m_kind = Kind::Unknown;
    QString m_apiText;
};

} // namespace atlas
