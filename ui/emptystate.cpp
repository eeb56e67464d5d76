// SPDX-License-Identifier: Apache-2.0
#include "ui/emptystate.h"

#include "ui/announcer.h"
#include "ui/keptcolors.h"
#include "ui/stepbuttons.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int IconSize = 40;
constexpr int TextWidth = 460;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(makePlainLabel(this)),
      m_text(makePlainLabel(this)), m_steps(new StepButtons(StepButtons::Look::Framed, this)),
      m_action(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setFont(theme::heading(font()));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(TextWidth);
    m_title->setFixedWidth(TextWidth);
    makeSelectable(m_text);
    m_title->hide();
    m_text->hide();
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(m_steps, &StepButtons::chosen, this, &EmptyState::stepChosen);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme::Gap);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::Gap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addStretch();
    buttons->addWidget(m_steps);
    buttons->addWidget(m_action);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch(3);
    keepColored(*this, [this] { applyColors(); });
}

void EmptyState::setMessage(const Message &message)
{
    if (message == m_message)
        return;
    m_message = message;
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_title->setVisible(!message.title.isEmpty());
    m_text->setVisible(!message.text.isEmpty());
    // A layout asks aligned labels for their size hint only, not for their height at this width.
    for (QLabel *label : {m_title, m_text})
        label->setFixedHeight(label->heightForWidth(TextWidth));
    m_icon->setAccessibleName(iconName());
    m_steps->showSteps(message.next);
    m_action->setText(message.actionText);
    m_action->setAccessibleName(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    applyColors();
    tell();
}

void EmptyState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tell();
}

bool EmptyState::hasFailed() const
{
    return m_message.icon == LineIcon::Failure || m_message.icon == LineIcon::Warning;
}

/// What the icon says that the title does not; empty if that is nothing.
QString EmptyState::iconName() const
{
    if (m_message.icon == LineIcon::Failure)
        return tr("Error");
    return m_message.icon == LineIcon::Warning ? tr("Warning") : QString();
}

/// What has failed comes while the focus is elsewhere.
void EmptyState::tell()
{
    if (isVisible() && hasFailed())
        announce(this, m_message.title);
}

void EmptyState::applyColors()
{
    if (m_message == Message())
        return;
    const QColor muted = theme::mutedText(palette());
    theme::setTextColor(*m_text, muted);
    m_icon->setPixmap(lineIcon(m_message.icon, hasFailed() ? theme::failure(palette()) : muted)
                          .pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace ui
