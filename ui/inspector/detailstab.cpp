// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/detailstab.h"

#include "base/texts/showntext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "insight/advice/rolewarnings.h"
#include "ui/accessibility/selectablelabel.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

using buckets::BucketInspector;

namespace {

/// Nothing while it is being read who uses the bucket: an answer would be another a moment later.
std::optional<insight::BucketVerdict> verdictIn(const BucketInspector &inspector,
                                                const insight::ExportCheck &check)
{
    const buckets::ProjectUsage *usage = inspector.usage();
    if (!usage || usage->isReading() || !usage->isKnown())
        return std::nullopt;
    return insight::verdictOn(inspector, check, QDateTime::currentDateTimeUtc());
}

bool tellsOfRole(const insight::Finding &finding)
{
    return finding.code == insight::FindingCode::RoleGone
        || finding.code == insight::FindingCode::RoleNotAuthorized;
}

QStringList warningsOf(const BucketInspector &inspector,
                       const std::optional<insight::BucketVerdict> &verdict)
{
    const bool isRoleTold =
        verdict && std::any_of(verdict->findings.begin(), verdict->findings.end(), tellsOfRole);
    QStringList warnings =
        isRoleTold ? QStringList() : insight::roleWarnings(*inspector.bucket(), inspector.roles());
    if (inspector.state() == BucketInspector::State::Failed) {
        warnings.prepend(DetailsTab::tr("The bucket could not be loaded.\n%1\n%2")
                             .arg(insight::quotedReason(inspector.error()),
                                  insight::hintFor(inspector.error())));
    }
    return warnings;
}

} // namespace

DetailsTab::DetailsTab(QWidget *parent)
    : FieldList(parent), m_warning(new ToneLabel(ToneLabel::Meaning::Warning, this)),
      m_verdict(new VerdictBox(this))
{
    addOnTop(m_verdict);
    m_warning->setWordWrap(true);
    m_warning->setAccessibleDescription(tr("Warning"));
    makeSelectable(m_warning);
    addOnTop(m_warning);
}

void DetailsTab::show(const BucketInspector &inspector, const insight::ExportCheck &check)
{
    if (!inspector.bucket())
        return;
    const auto verdict = verdictIn(inspector, check);
    m_verdict->setVisible(verdict.has_value());
    if (verdict)
        m_verdict->show(*verdict);
    const QStringList warnings = warningsOf(inspector, verdict);
    m_warning->setText(base::shownText(warnings.join(u' ')));
    m_warning->setVisible(!warnings.isEmpty());
    const bool isReading = inspector.state() == BucketInspector::State::Reading
        || (inspector.state() == BucketInspector::State::Unread && !inspector.wasStopped());
    showFields(buckets::bucketFields(*inspector.bucket(), inspector.roles(), isReading));
}

} // namespace ui
