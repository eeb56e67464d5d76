// SPDX-License-Identifier: Apache-2.0
#include "insight/health/newfindings.h"

#include <QSet>

namespace insight {

namespace {

bool isCritical(const Finding &finding)
{
    return finding.severity == Severity::Critical;
}

/// What it is about. Words of a server come last: whatever they are, no two places are alike.
QString placeOf(const Finding &finding)
{
    return QString::number(static_cast<int>(finding.code)) % u' ' % finding.project.toHex() % u' '
        % (finding.bucket ? finding.bucket->toHex() : QString()) % u' '
        % (finding.cluster ? finding.cluster->toString() : QString());
}

} // namespace

QList<Finding> newCriticalIn(const QList<Finding> &findings, const QList<Finding> &before)
{
    QSet<QString> known;
    for (const Finding &finding : before) {
        if (isCritical(finding))
            known.insert(placeOf(finding));
    }
    QList<Finding> found;
    for (const Finding &finding : findings) {
        if (isCritical(finding) && !finding.accepted && !known.contains(placeOf(finding)))
            found.append(finding);
    }
    return found;
}

} // namespace insight
