// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QList>
#include <QString>

namespace insight {

/// A filter text for findings: `severity:critical project:"Payments – prod" ledger`. Words in any
/// order, all of which must occur, in upper or lower case; a word that begins with the name of a
/// field must occur there, and be all of it after an equals sign: `code:=EXPORT_FAILED`.
class FindingQuery
{
public:
    /// Lets everything through.
    FindingQuery() = default;

    /// Any text is a query.
    static FindingQuery fromText(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    /// Whether the finding has all that is asked for. Plain words are looked for in all of its
    /// texts, in the language of the moment.
    bool matches(const Finding &finding) const;

private:
    enum class Field : quint8 { Any, Severity, Code, Project, Cluster };

    struct Term
    {
        Field field = Field::Any;
        /// As base::foldedText() spells it; not empty.
        QString word;
        bool isWhole = false;
    };

    static QStringList textsOf(const Finding &finding, Field field);
    static bool holds(const Term &term, const Finding &finding);

    QList<Term> m_terms;
};

} // namespace insight
