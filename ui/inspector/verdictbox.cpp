// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/verdictbox.h"

#include "base/texts/showntext.h"
#include "insight/advice/findingtext.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QStringList>

namespace ui {

namespace {

ToneLabel::Meaning meaningOf(insight::Severity severity)
{
    switch (severity) {
    case insight::Severity::Critical:
        return ToneLabel::Meaning::Failure;
    case insight::Severity::Warning:
        return ToneLabel::Meaning::Warning;
    case insight::Severity::Info:
        return ToneLabel::Meaning::Muted;
    }
    Q_UNREACHABLE();
    return ToneLabel::Meaning::Plain;
}

QString lineOf(const insight::Finding &finding)
{
    //: %1 is a severity such as Critical, %2 what is wrong, %3 what to do
    return base::shownText(VerdictBox::tr("%1: %2 %3")
                               .arg(insight::severityText(finding.severity),
                                    finding.message.toString(), finding.nextStep.toString()));
}

QString reasonsText(const insight::RemovalVerdict &verdict)
{
    QStringList reasons;
    for (const atlas::Wording &reason : verdict.reasons)
        reasons.append(base::shownText(reason.toString()));
    return reasons.join(u' ');
}

} // namespace

VerdictBox::VerdictBox(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_removal(makePlainLabel(this)),
      m_reasons(new ToneLabel(ToneLabel::Meaning::Muted, this))
{
    m_removal->setFont(theme::bold(font()));
    m_removal->setWordWrap(true);
    m_removal->setAccessibleDescription(tr("Removal"));
    makeSelectable(m_removal);
    m_reasons->setWordWrap(true);
    m_reasons->setAccessibleDescription(tr("Reasons"));
    makeSelectable(m_reasons);
    m_layout->setContentsMargins(0, 0, 0, theme::Gap);
    m_layout->setSpacing(2);
    m_layout->addWidget(m_removal);
    m_layout->addWidget(m_reasons);
}

void VerdictBox::show(const insight::BucketVerdict &verdict)
{
    for (qsizetype i = 0; i < verdict.findings.size(); ++i) {
        const insight::Finding &finding = verdict.findings[i];
        findingAt(i)->showText(meaningOf(finding.severity), lineOf(finding));
        findingAt(i)->setVisible(true);
    }
    for (qsizetype i = verdict.findings.size(); i < m_findings.size(); ++i)
        m_findings[i]->setVisible(false);
    m_removal->setText(base::shownText(verdict.removal.headline.toString()));
    m_reasons->setText(reasonsText(verdict.removal));
    m_reasons->setVisible(!m_reasons->text().isEmpty());
}

ToneLabel *VerdictBox::findingAt(qsizetype index)
{
    if (index == m_findings.size()) {
        auto *label = new ToneLabel(ToneLabel::Meaning::Muted, this);
        label->setWordWrap(true);
        label->setAccessibleDescription(tr("Finding"));
        makeSelectable(label);
        m_layout->insertWidget(static_cast<int>(index), label);
        m_findings.append(label);
    }
    return m_findings[index];
}

} // namespace ui
