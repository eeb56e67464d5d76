// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/detailstab.h"

#include "browse/errorhint.h"
#include "browse/showntext.h"
#include "ui/inspector/fieldrow.h"
#include "ui/theme.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {

using browse::BucketInspector;

namespace {

constexpr int RowDistance = 6;

QStringList warningsOf(const BucketInspector &inspector)
{
    QStringList warnings = browse::roleWarnings(*inspector.bucket(), inspector.roles());
    if (inspector.state() == BucketInspector::State::Failed) {
        warnings.prepend(DetailsTab::tr("The bucket could not be loaded: %1\n%2")
                             .arg(inspector.error().detail, browse::hintFor(inspector.error())));
    }
    return warnings;
}

} // namespace

DetailsTab::DetailsTab(QWidget *parent)
    : QScrollArea(parent), m_warning(new ToneLabel(ToneLabel::Meaning::Warning, this))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_warning->setWordWrap(true);
    m_warning->setAccessibleDescription(tr("Warning"));
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Margin);
    m_layout->setSpacing(RowDistance);
    m_layout->addWidget(m_warning);
    m_layout->addStretch();
    setWidget(content);
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
    const auto fields = browse::bucketFields(*inspector.bucket(), inspector.roles(), isReading);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        rowAt(i)->setField(fields[i]);
        rowAt(i)->setVisible(true);
    }
    for (qsizetype i = fields.size(); i < m_rows.size(); ++i)
        m_rows[i]->setVisible(false);
}

FieldRow *DetailsTab::rowAt(qsizetype index)
{
    if (index == m_rows.size()) {
        auto *row = new FieldRow(widget());
        m_layout->insertWidget(m_layout->count() - 1, row);
        m_rows.append(row);
    }
    return m_rows[index];
}

} // namespace ui
