// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connectionrow.h"

#include "ui/accessibility/announcer.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>

namespace ui {

namespace {

constexpr int NarrowestResult = 180;

} // namespace

ConnectionRow::ConnectionRow(SignOuts &signOuts, QWidget *parent)
    : QWidget(parent), m_check(signOuts), m_button(new RoomyButton({}, this)),
      m_result(new ToneLabel(ToneLabel::Meaning::Muted, this))
{
    m_result->setAccessibleDescription(tr("Connection test result"));
    makeSelectable(m_result);
    m_result->setFocusPolicy(Qt::NoFocus);
    m_result->setMinimumSize(NarrowestResult, m_button->sizeHint().height());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Margin);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    layout->addWidget(m_result, 1);
    showButton();

    connect(m_button, &QPushButton::clicked, this, &ConnectionRow::onClicked);
    connect(&m_check, &ConnectionCheck::passed, this,
            [this](const QString &message) { showResult(ToneLabel::Meaning::Success, message); });
    connect(&m_check, &ConnectionCheck::failed, this,
            [this](const QString &message) { showResult(ToneLabel::Meaning::Failure, message); });
    connect(&m_check, &ConnectionCheck::secretMissing, this, &ConnectionRow::secretMissing);
}

void ConnectionRow::start(const ConnectionCheck::Subject &subject, accounts::SecretStore &store)
{
    m_result->showText(ToneLabel::Meaning::Muted, tr("Testing…"));
    m_check.start(subject, store);
    showButton();
}

void ConnectionRow::refuse(const QString &message)
{
    showResult(ToneLabel::Meaning::Failure, message);
}

void ConnectionRow::reset()
{
    m_check.stop();
    showResult(ToneLabel::Meaning::Muted, QString());
}

void ConnectionRow::onClicked()
{
    if (!m_check.isRunning()) {
        Q_EMIT requested();
        return;
    }
    m_check.stop();
    showResult(ToneLabel::Meaning::Muted, tr("Stopped."));
}

void ConnectionRow::showResult(ToneLabel::Meaning meaning, const QString &text)
{
    m_result->showText(meaning, text);
    m_result->setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    announce(this, text);
    showButton();
}

void ConnectionRow::showButton()
{
    m_button->setLabel(m_check.isRunning() ? tr("S&top test") : tr("&Test connection"));
}

} // namespace ui
