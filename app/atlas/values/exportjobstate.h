// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace atlas {

/// How far an export job has come. A state that this program does not know keeps its text.
class ExportJobState
{
public:
    enum class Kind : quint8 { Queued, InProgress, Successful, Failed, Cancelled, Unknown };

    /// Unknown, without a text.
    ExportJobState() = default;

    /// Reads Atlas's own word, e.g. `InProgress`, or one that came later.
    static ExportJobState fromApi(const QString &text);

    Kind kind() const { return m_kind; }

    /// Atlas's own word, whatever it was.
    QString apiText() const { return m_apiText; }

    /// Whether the job will not change any more. An unknown state is not known to be the last.
    bool isEnded() const;

    friend bool operator==(const ExportJobState &, const ExportJobState &) = default;

private:
    Kind m_kind = Kind::Unknown;
    QString m_apiText;
};

} // namespace atlas
