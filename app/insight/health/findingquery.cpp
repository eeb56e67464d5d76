// SPDX-License-Identifier: Apache-2.0
#include "insight/health/findingquery.h"

#include "base/texts/foldedtext.h"
#include "buckets/search/querywords.h"
#include "insight/health/rules.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace insight {

FindingQuery FindingQuery::fromText(const QString &text)
{
    struct Prefix
    {
        QLatin1StringView word{};
        Field field{};
    };
    constexpr std::array prefixes{
        Prefix{"severity:"_L1, Field::Severity}, Prefix{"code:"_L1, Field::Code},
        Prefix{"project:"_L1, Field::Project}, Prefix{"cluster:"_L1, Field::Cluster}};
    FindingQuery query;
    for (const buckets::QueryWord &word : buckets::queryWords(text)) {
        Term term{Field::Any, word.text, false};
        const auto prefix =
            std::find_if(prefixes.begin(), prefixes.end(), [&word](const Prefix &one) {
                return word.text.startsWith(one.word, Qt::CaseInsensitive);
            });
        if (!word.beginsQuoted && prefix != prefixes.end()) {
            term.field = prefix->field;
            term.word.remove(0, prefix->word.size());
            term.isWhole = term.word.startsWith(u'=');
            if (term.isWhole)
                term.word.remove(0, 1);
        }
        term.word = base::foldedText(term.word);
        if (!term.word.isEmpty())
            query.m_terms.append(term);
    }
    return query;
}

bool FindingQuery::matches(const Finding &finding) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&finding](const Term &term) { return holds(term, finding); });
}

QStringList FindingQuery::textsOf(const Finding &finding, Field field)
{
    const QString cluster = finding.cluster ? finding.cluster->toString() : QString();
    switch (field) {
    case Field::Severity:
        return {severityWord(finding.severity)};
    case Field::Code:
        return {codeWord(finding.code)};
    case Field::Project:
        return {finding.projectName, finding.project.toHex()};
    case Field::Cluster:
        return {cluster};
    case Field::Any:
        break;
    }
    return {severityWord(finding.severity),
            codeWord(finding.code),
            titleOf(finding.code).toString(),
            finding.projectName,
            finding.project.toHex(),
            cluster,
            finding.bucketName,
            finding.bucket ? finding.bucket->toHex() : QString(),
            finding.message.toString(),
            finding.nextStep.toString(),
            finding.accepted ? finding.accepted->reason : QString()};
}

bool FindingQuery::holds(const Term &term, const Finding &finding)
{
    const QStringList texts = textsOf(finding, term.field);
    return std::any_of(texts.begin(), texts.end(), [&term](const QString &text) {
        const QString folded = base::foldedText(text);
        return term.isWhole ? folded == term.word : folded.contains(term.word);
    });
}

} // namespace insight
