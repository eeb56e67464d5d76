// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/credentialfields.h"

namespace ui {

namespace {

using accounts::Authentication;

QString identityLabel(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount ? CredentialFields::tr("Client &ID")
                                                            : CredentialFields::tr("&Public key");
}

QString secretLabel(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount ? CredentialFields::tr("Client &secret")
                                                            : CredentialFields::tr("P&rivate key");
}

} // namespace

CredentialFields::CredentialFields(QGridLayout *form, Authentication authentication)
    : QObject(form->parentWidget()), m_authentication(authentication),
      m_identity(new QLineEdit(form->parentWidget())),
      m_secret(new SecretEdit(form->parentWidget())),
      m_identityField(new FormField(form, identityLabel(authentication), m_identity)),
      m_secretField(new FormField(form, secretLabel(authentication), m_secret, m_secret->input()))
{
    m_identity->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_identity, &QLineEdit::textChanged, this, &CredentialFields::identityEdited);
    connect(m_secret, &SecretEdit::edited, this, &CredentialFields::secretEdited);
}

void CredentialFields::showProfile(const EditedProfile &profile)
{
    const bool isShown = profile.draft.authentication == m_authentication;
    m_identityField->setVisible(isShown);
    m_secretField->setVisible(isShown);
    m_identity->setText(isShown ? profile.draft.identity : QString());
    m_identity->setReadOnly(profile.isReadOnly());
    m_secret->setSecret(isShown ? profile.typedSecret : accounts::Secret());
    m_secret->setReadOnly(profile.isReadOnly());
    showPlaceholder(profile);
}

void CredentialFields::showPlaceholder(const EditedProfile &profile)
{
    if (profile.isReadOnly())
        m_secret->setPlaceholder(tr("From the environment. Never shown, never saved."));
    else if (profile.canUseStoredSecret())
        m_secret->setPlaceholder(tr("Saved. Enter a new one to replace it."));
    else
        m_secret->setPlaceholder(profile.isSecretMissing ? tr("Not saved. Enter it here.")
                                                         : QString());
}

} // namespace ui
