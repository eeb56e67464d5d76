// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/stepbuttons.h"

#include "ui/accessibility/clipboardnews.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using insight::NextStep;

const auto ManualAddress = u"https://www.mongodb.com/docs/atlas/backup/cloud-backup/export/"_s;
const auto AccountsAddress = u"https://www.mongodb.com/docs/atlas/configure-api-access/"_s;

/// A page of Atlas's manual that the step leads to; empty if it leads to none.
QString pageOf(NextStep step)
{
    switch (step) {
    case NextStep::ReadManual:
        return ManualAddress;
    case NextStep::ReadAboutAccounts:
        return AccountsAddress;
    case NextStep::OpenSettings:
    case NextStep::CopyAddress:
    case NextStep::ShowProjects:
    case NextStep::TryAgain:
        return {};
    }
    Q_UNREACHABLE();
    return {};
}

QString stepText(NextStep step, const QString &address)
{
    switch (step) {
    case NextStep::OpenSettings:
        return StepButtons::tr("Settings");
    case NextStep::CopyAddress:
        //: %1 is an IP address.
        return StepButtons::tr("Copy %1").arg(address);
    case NextStep::ShowProjects:
        return StepButtons::tr("Show projects");
    case NextStep::ReadManual:
        return StepButtons::tr("How to register a bucket");
    case NextStep::ReadAboutAccounts:
        return StepButtons::tr("How to create a service account");
    case NextStep::TryAgain:
        return StepButtons::tr("Retry");
    }
    Q_UNREACHABLE();
}

/// What a screen reader calls it: other buttons of the window have the short texts for names.
QString stepName(NextStep step, const QString &text)
{
    switch (step) {
    case NextStep::ShowProjects:
        return StepButtons::tr("Go to the project list");
    case NextStep::TryAgain:
        return StepButtons::tr("Retry loading");
    case NextStep::OpenSettings:
    case NextStep::CopyAddress:
    case NextStep::ReadManual:
    case NextStep::ReadAboutAccounts:
        return text;
    }
    Q_UNREACHABLE();
    return {};
}

QString stepToolTip(NextStep step)
{
    return step == NextStep::ShowProjects
        ? StepButtons::tr("Refresh the project list and select another project")
        : pageOf(step);
}

} // namespace

StepButtons::StepButtons(Look look, QWidget *parent) : QWidget(parent), m_look(look)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    hide();
}

void StepButtons::showSteps(const insight::NextSteps &next)
{
    if (next == m_next)
        return;
    m_next = next;
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        // It may be the one that is being pressed.
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (const NextStep step : next.steps) {
        QAbstractButton *button = makeButton(step);
        layout()->addWidget(button);
        m_buttons.append(button);
    }
    setVisible(!m_buttons.isEmpty());
}

QAbstractButton *StepButtons::makeButton(NextStep step)
{
    QAbstractButton *button = nullptr;
    if (m_look == Look::Flat) {
        auto *flat = new QToolButton(this);
        flat->setAutoRaise(true);
        flat->setFocusPolicy(Qt::TabFocus);
        button = flat;
    } else {
        button = new QPushButton(this);
    }
    const QString text = stepText(step, m_next.address);
    button->setText(text);
    button->setAccessibleName(stepName(step, text));
    button->setToolTip(toolTipFor(stepToolTip(step)));
    connect(button, &QAbstractButton::clicked, this, [this, step] { take(step); });
    return button;
}

void StepButtons::take(NextStep step)
{
    if (step == NextStep::CopyAddress)
        copyAndTell(this, m_next.address);
    else if (const QString page = pageOf(step); !page.isEmpty())
        QDesktopServices::openUrl(QUrl(page));
    else
        Q_EMIT chosen(step);
}

} // namespace ui
