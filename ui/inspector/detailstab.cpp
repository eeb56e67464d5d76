// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/detailstab.h"

#include "base/texts/showntext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/rolewarnings.h"
#include "ui/look/widgets.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

using buckets::BucketInspector;

namespace {

QStringList warningsOf(const BucketInspector &inspector)
{
    QStringList warnings = insight::roleWarnings(*inspector.bucket(), inspector.roles());
    if (inspector.state() == BucketInspector::State::Failed) {
        warnings.prepend(DetailsTab::tr("The bucket could not be loaded: %1\n%2")
                             .arg(atlas::wordedAnew(inspector.error()).detail,
                                  insight::hintFor(inspector.error())));
    }
    return warnings;
}

} // namespace

DetailsTab::DetailsTab(QWidget *parent)
    : FieldList(parent), m_warning(new ToneLabel(ToneLabel::Meaning::Warning, this))
{
    m_warning->setWordWrap(true);
    m_warning->setAccessibleDescription(tr("Warning"));
    makeSelectable(m_warning);
    addOnTop(m_warning);
}

void DetailsTab::show(const BucketInspector &inspector)
{
    if (!inspector.bucket())
        return;
    const QStringList warnings = warningsOf(inspector);
    m_warning->setText(base::shownText(warnings.join(u' ')));
    m_warning->setVisible(!warnings.isEmpty());
    const bool isReading = inspector.state() == BucketInspector::State::Reading
        || (inspector.state() == BucketInspector::State::Unread && !inspector.wasStopped());
    showFields(buckets::bucketFields(*inspector.bucket(), inspector.roles(), isReading));
}

} // namespace ui
