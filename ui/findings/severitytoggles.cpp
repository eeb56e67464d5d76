// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/severitytoggles.h"

#include "insight/advice/findingtext.h"
#include "ui/findings/findingdelegate.h"
#include "ui/findings/severities.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include <utility>

namespace ui {

using insight::Severity;

SeverityToggles::SeverityToggles(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Severity severity : allSeverities) {
        QToolButton *toggle = makeToggle(severity);
        m_toggles.at(static_cast<std::size_t>(severity)) = toggle;
        layout->addWidget(toggle);
    }
    setCounts({});
    keepColored(*this, [this] { showSigns(); });
}

/// Where there is none, nothing is alarming.
void SeverityToggles::showSigns()
{
    for (const Severity severity : allSeverities) {
        const QColor color = countOf(m_counts, severity) > 0 ? severityColor(palette(), severity)
                                                             : theme::mutedText(palette());
        m_toggles.at(static_cast<std::size_t>(severity))
            ->setIcon(lineIcon(severitySign(severity), color));
    }
}

QToolButton *SeverityToggles::makeToggle(Severity severity)
{
    QToolButton *toggle = makeFlatButton(this, severityName(severity), severitySign(severity),
                                         Qt::ToolButtonTextBesideIcon);
    toggle->setCheckable(true);
    connect(toggle, &QToolButton::toggled, this, &SeverityToggles::changed);
    return toggle;
}

void SeverityToggles::setCounts(const insight::FindingCounts &counts)
{
    const bool isSame = std::exchange(m_counts, counts) == counts;
    for (const Severity severity : allSeverities) {
        QToolButton *toggle = m_toggles.at(static_cast<std::size_t>(severity));
        toggle->setText(insight::severityCountText(severity, countOf(counts, severity)));
        toggle->setAccessibleDescription(toggle->text());
    }
    if (!isSame)
        showSigns();
}

models::FindingsModel::ShownSeverities SeverityToggles::chosen() const
{
    models::FindingsModel::ShownSeverities chosen;
    for (const Severity severity : allSeverities) {
        if (m_toggles.at(static_cast<std::size_t>(severity))->isChecked())
            chosen |= flagOf(severity);
    }
    return chosen;
}

void SeverityToggles::choose(models::FindingsModel::ShownSeverities severities)
{
    if (severities == chosen())
        return;
    for (const Severity severity : allSeverities) {
        QToolButton *toggle = m_toggles.at(static_cast<std::size_t>(severity));
        const QSignalBlocker blocker(toggle);
        toggle->setChecked(severities.testFlag(flagOf(severity)));
    }
    Q_EMIT changed();
}

} // namespace ui
