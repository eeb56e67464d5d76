// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/forgetrow.h"

#include "ui/accessibility/announcer.h"
#include "ui/look/theme.h"
#include "ui/parts/roomybutton.h"
#include "ui/parts/tonelabel.h"

#include <QHBoxLayout>

namespace ui {

ForgetRow::ForgetRow(const ForgetReadings &forget, QWidget *parent)
    : QWidget(parent), m_forget(forget), m_one(new RoomyButton(tr("Forget"), this)),
      m_all(new RoomyButton(tr("Forget all accounts"), this)),
      m_status(new ToneLabel(ToneLabel::Meaning::Muted, this))
{
    m_one->setAccessibleName(m_one->text());
    m_one->setToolTip(tr("Deletes the readings of the open account from this computer."));
    m_one->setAccessibleDescription(m_one->toolTip());
    m_all->setAccessibleName(m_all->text());
    m_all->setToolTip(tr("Deletes the readings of all accounts from this computer."));
    m_all->setAccessibleDescription(m_all->toolTip());
    m_status->setAccessibleDescription(tr("Readings on this computer"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, theme::Gap, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_one);
    layout->addWidget(m_all);
    layout->addWidget(m_status, 1);
    for (QPushButton *button : {m_one, m_all})
        button->setAutoDefault(false);
    connect(m_one, &QPushButton::clicked, this,
            [this] { this->forget(ForgottenReadings::OfThisAccount); });
    connect(m_all, &QPushButton::clicked, this,
            [this] { this->forget(ForgottenReadings::OfAllAccounts); });
}

void ForgetRow::forget(ForgottenReadings whose)
{
    m_forget(whose);
    m_status->setText(tr("Deleted."));
    announce(this, m_status->text());
}

} // namespace ui
