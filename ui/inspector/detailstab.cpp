// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/detailstab.h"

#include "browse/errorhint.h"
#include "browse/rolewarnings.h"
#include "browse/showntext.h"
#include "ui/widgets.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

using browse::BucketInspector;

namespace {

QStringList warningsOf(const BucketInspector &inspector)
{
    QStringList warnings = browse::roleWarnings(*inspector.bucket(), inspector.roles());
    if (inspector.state() == BucketInspector::State::Failed) {
        warnings.prepend(DetailsTab::tr("The bucket could not be loaded: %1\n%2")
                             .arg(atlas::wordedAnew(inspector.error()).detail,
                                  browse::hintFor(inspector.error())));
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
    m_warning->setText(browse::shownText(warnings.join(u' ')));
    m_warning->setVisible(!warnings.isEmpty());
    const bool isReading = inspector.state() == BucketInspector::State::Reading
        || (inspector.state() == BucketInspector::State::Unread && !inspector.wasStopped());
    showFields(browse::bucketFields(*inspector.bucket(), inspector.roles(), isReading));
}

} // namespace ui
