// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/severitytoggles.h"

#include "insight/advice/findingtext.h"
#include "ui/findings/findingdelegate.h"
#include "ui/look/keptcolors.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

namespace ui {

using insight::Severity;

namespace {

constexpr std::array Severities{Severity::Critical, Severity::Warning, Severity::Info};

QString toggleName(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return SeverityToggles::tr("Critical findings only");
    case Severity::Warning:
        return SeverityToggles::tr("Warnings only");
    case Severity::Info:
        return SeverityToggles::tr("Info only");
    }
    Q_UNREACHABLE();
}

int countOf(const insight::FindingCounts &counts, Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return counts.critical;
    case Severity::Warning:
        return counts.warning;
    case Severity::Info:
        return counts.info;
    }
    Q_UNREACHABLE();
}

models::FindingsModel::ShownSeverity flagOf(Severity severity)
{
    return static_cast<models::FindingsModel::ShownSeverity>(1 << static_cast<int>(severity));
}

} // namespace

SeverityToggles::SeverityToggles(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Severity severity : Severities) {
        QToolButton *toggle = makeToggle(severity);
        m_toggles.at(static_cast<std::size_t>(severity)) = toggle;
        layout->addWidget(toggle);
    }
    setCounts({});
    keepColored(*this, [this] {
        for (const Severity severity : Severities) {
            m_toggles.at(static_cast<std::size_t>(severity))
                ->setIcon(lineIcon(severitySign(severity), severityColor(palette(), severity)));
        }
    });
}

QToolButton *SeverityToggles::makeToggle(Severity severity)
{
    QToolButton *toggle = makeFlatButton(this, toggleName(severity), severitySign(severity),
                                         Qt::ToolButtonTextBesideIcon);
    toggle->setCheckable(true);
    connect(toggle, &QToolButton::toggled, this, &SeverityToggles::changed);
    return toggle;
}

void SeverityToggles::setCounts(const insight::FindingCounts &counts)
{
    for (const Severity severity : Severities) {
        QToolButton *toggle = m_toggles.at(static_cast<std::size_t>(severity));
        toggle->setText(insight::severityCountText(severity, countOf(counts, severity)));
        toggle->setAccessibleDescription(toggle->text());
    }
}

models::FindingsModel::ShownSeverities SeverityToggles::chosen() const
{
    models::FindingsModel::ShownSeverities chosen;
    for (const Severity severity : Severities) {
        if (m_toggles.at(static_cast<std::size_t>(severity))->isChecked())
            chosen |= flagOf(severity);
    }
    return chosen;
}

void SeverityToggles::choose(models::FindingsModel::ShownSeverities severities)
{
    if (severities == chosen())
        return;
    for (const Severity severity : Severities) {
        QToolButton *toggle = m_toggles.at(static_cast<std::size_t>(severity));
        const QSignalBlocker blocker(toggle);
        toggle->setChecked(severities.testFlag(flagOf(severity)));
    }
    Q_EMIT changed();
}

} // namespace ui
