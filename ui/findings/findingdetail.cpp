// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingdetail.h"

#include "base/texts/showntext.h"
#include "insight/advice/findingtext.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QVBoxLayout>

namespace ui {

FindingDetail::FindingDetail(QWidget *parent)
    : QWidget(parent), m_message(new ElidedLabel(this)), m_nextStep(new ElidedLabel(this))
{
    m_message->setFont(theme::bold(font()));
    m_message->setAccessibleDescription(tr("Selected finding"));
    m_nextStep->setAccessibleDescription(tr("Next step"));
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    texts->setSpacing(2);
    texts->addWidget(m_message);
    texts->addWidget(m_nextStep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(texts);
    keepColored(*this, [this] { theme::setTextColor(*m_nextStep, theme::mutedText(palette())); });
    showFinding(std::nullopt);
}

void FindingDetail::showFinding(const std::optional<insight::Finding> &finding)
{
    if (!finding) {
        m_message->setText(tr("Select one finding to read it in full."));
        m_nextStep->setText(tr("Press Enter to open its project or export bucket."));
        return;
    }
    m_message->setText(base::shownText(finding->message.toString()));
    m_nextStep->setText(base::shownText(finding->accepted
                                            ? insight::acceptanceText(*finding->accepted)
                                            : finding->nextStep.toString()));
}

} // namespace ui
