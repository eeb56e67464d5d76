// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/secretedit.h"

#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/parts/roomybutton.h"

#include <QHBoxLayout>

namespace ui {

SecretEdit::SecretEdit(QWidget *parent)
    : QWidget(parent), m_input(new QLineEdit(this)), m_reveal(new RoomyButton(tr("S&how"), this))
{
    m_input->setEchoMode(QLineEdit::Password);
    m_input->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase | Qt::ImhHiddenText);
    m_reveal->setCheckable(true);
    const QString nothing = tr("Nothing has been entered here.");
    enableUnless(*m_reveal, nothing);
    m_reveal->setAutoDefault(false);
    m_reveal->setAccessibleName(tr("Show secret"));
    setFocusHeirs(*this, {m_input});

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_input, 1);
    layout->addWidget(m_reveal);

    connect(m_input, &QLineEdit::textChanged, this, &SecretEdit::edited);
    connect(m_input, &QLineEdit::textChanged, this, [this, nothing](const QString &text) {
        enableUnless(*m_reveal, text.isEmpty() || m_input->isReadOnly() ? nothing : QString());
    });
    connect(m_reveal, &QPushButton::toggled, this, &SecretEdit::applyReveal);
}

accounts::Secret SecretEdit::secret() const
{
    const QString text = m_input->text();
    return accounts::Secret::fromString(QStringView(text).trimmed());
}

void SecretEdit::setSecret(const accounts::Secret &secret)
{
    m_reveal->setChecked(false);
    m_input->setText(QString::fromUtf8(secret.bytes()));
}

void SecretEdit::setPlaceholder(const QString &text)
{
    m_input->setPlaceholderText(text);
    // It may be longer than the field.
    m_input->setToolTip(toolTipFor(text));
}

void SecretEdit::setReadOnly(bool readOnly)
{
    m_input->setReadOnly(readOnly);
    m_reveal->setVisible(!readOnly);
}

void SecretEdit::applyReveal(bool revealed)
{
    m_input->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
}

} // namespace ui
