// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/editedprofile.h"
#include "ui/settings/secretedit.h"

#include <QLineEdit>
#include <QObject>

namespace ui {

/// The two inputs of one kind of authentication: who, and the secret.
class CredentialFields : public QObject
{
    Q_OBJECT

public:
    /// Appends two rows to `form`, whose widget owns the fields.
    CredentialFields(QGridLayout *form, accounts::Authentication authentication);

    accounts::Authentication authentication() const { return m_authentication; }
    QString identity() const { return m_identity->text(); }
    accounts::Secret secret() const { return m_secret->secret(); }
    QLineEdit *identityInput() const { return m_identity; }
    QLineEdit *secretInput() const { return m_secret->input(); }
    FormField *identityField() const { return m_identityField; }
    FormField *secretField() const { return m_secretField; }

    /// Shows the profile if it signs in this way, and hides the fields otherwise.
    void showProfile(const EditedProfile &profile);
    /// Says in the empty secret field whether a secret is kept.
    void showPlaceholder(const EditedProfile &profile);

Q_SIGNALS:
    /// The user changed a text.
    void identityEdited();
    void secretEdited();

private:
    accounts::Authentication m_authentication;
    QLineEdit *m_identity;
    SecretEdit *m_secret;
    FormField *m_identityField;
    FormField *m_secretField;
};

} // namespace ui
