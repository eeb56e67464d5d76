// SPDX-License-Identifier: Apache-2.0
#include "share/checks/checktext.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "insight/advice/changetext.h"
#include "insight/advice/findingtext.h"
#include "insight/health/rules.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

constexpr QLatin1StringView Between{"  "};

/// Project, cluster and bucket, as far as it is about them.
QString placeText(const insight::Finding &finding)
{
    QStringList parts{finding.projectName.isEmpty() ? finding.project.toHex()
                                                    : base::shownText(finding.projectName)};
    if (finding.cluster)
        parts.append(finding.cluster->toString());
    if (!finding.bucketName.isEmpty())
        parts.append(base::shownText(finding.bucketName));
    return parts.join(" / "_L1);
}

QString linesOf(const insight::Finding &finding)
{
    QString lines = insight::severityText(finding.severity) + Between
        + insight::codeWord(finding.code) + Between + placeText(finding) + u'\n';
    QStringList details{insight::findingText(finding), finding.nextStep.toString()};
    if (finding.accepted)
        details.append(insight::acceptanceText(*finding.accepted));
    for (const QString &detail : std::as_const(details)) {
        if (!detail.isEmpty())
            lines += Between + base::shownText(detail) + u'\n';
    }
    return lines + u'\n';
}

QString lineOf(const insight::Change &change, const std::optional<insight::Author> &author)
{
    QStringList parts{insight::changeKindText(change.kind),
                      change.projectName.isEmpty() ? change.project.toHex()
                                                   : base::shownText(change.projectName)};
    if (!change.bucketName.isEmpty())
        parts.append(base::shownText(change.bucketName));
    else if (change.bucket)
        parts.append(change.bucket->toHex());
    parts.append(insight::changeSubjectText(change));
    if (!change.field.isEmpty())
        parts.append(base::shownText(insight::changeValueText(change, change.before)) + u" → "_s
                     + base::shownText(insight::changeValueText(change, change.after)));
    if (author)
        parts.append(insight::authorText(change.kind, *author));
    return parts.join(Between) + u'\n';
}

} // namespace

QString findingLines(const QList<insight::Finding> &findings)
{
    QString open;
    QString accepted;
    for (const insight::Finding &finding : findings)
        (finding.accepted ? accepted : open) += linesOf(finding);
    return open + accepted;
}

QString changeLines(const QList<insight::Change> &changes, const insight::Authors &authors)
{
    QString lines;
    for (qsizetype i = 0; i < changes.size(); ++i)
        lines += lineOf(changes.at(i), authors.value(i));
    return lines;
}

} // namespace share
