// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingssummary.h"

#include "insight/advice/findingtext.h"
#include "ui/findings/findingdelegate.h"
#include "ui/findings/severities.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

FindingsSummary::FindingsSummary(QWidget *parent)
    : QWidget(parent), m_status(new ToneLabel(ToneLabel::Meaning::Muted, this))
{
    auto *heading = makePlainLabel(this, tr("Findings"));
    heading->setFont(theme::bold(font()));
    heading->setContentsMargins(theme::Gap, 0, 0, 2);
    m_status->setAccessibleDescription(tr("Result of the check"));
    m_status->setWordWrap(true);
    m_status->setContentsMargins(theme::Gap, 0, 0, 0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (const insight::Severity severity : allSeverities) {
        QToolButton *button = makeFlatButton(this, severityName(severity), severitySign(severity),
                                             Qt::ToolButtonTextBesideIcon);
        m_buttons.at(static_cast<std::size_t>(severity)) = button;
        buttons->addWidget(button);
        connect(button, &QToolButton::clicked, this,
                [this, severity] { Q_EMIT chosen(flagOf(severity)); });
    }
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(heading);
    layout->addLayout(buttons);
    layout->addWidget(m_status);
    keepColored(*this, [this] {
        for (const insight::Severity severity : allSeverities) {
            m_buttons.at(static_cast<std::size_t>(severity))
                ->setIcon(lineIcon(severitySign(severity), severityColor(palette(), severity)));
        }
    });
    showCounts({}, {});
}

void FindingsSummary::showCounts(const insight::FindingCounts &counts, const QString &status)
{
    for (const insight::Severity severity : allSeverities) {
        QToolButton *button = m_buttons.at(static_cast<std::size_t>(severity));
        const int count = countOf(counts, severity);
        button->setText(insight::severityCountText(severity, count));
        button->setAccessibleDescription(button->text());
        // Before the check, none would be a lie.
        button->setVisible(count > 0);
    }
    m_status->setText(status);
    // Once the numbers are there, it would say them again.
    m_status->setVisible(counts.critical + counts.warning + counts.info == 0);
}

} // namespace ui
