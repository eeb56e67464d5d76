// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/fileedit.h"
#include "ui/settings/colorchoice.h"
#include "ui/settings/connectionrow.h"
#include "ui/settings/credentialfields.h"
#include "ui/settings/profileedits.h"
#include "ui/settings/secretstoragefield.h"

#include <QComboBox>
#include <QLineEdit>
#include <QWidget>

#include <functional>

namespace ui {

/// The form that one profile is edited in.
class ProfileEditor : public QWidget
{
    Q_OBJECT

public:
    /// What a test of the connection needs beside the profile.
    struct TestMeans
    {
        accounts::SecretKeeper &secrets;
        SignOuts &signOuts;
        std::optional<accounts::EnvironmentAccount> environment;
        /// Trusted for every profile; may be empty.
        QString extraCaFile;
        std::function<std::chrono::milliseconds()> deadline;
    };

    /// `edits`, the keeper and the sign-outs must outlive this object.
    ProfileEditor(ProfileEdits &edits, const TestMeans &means, QWidget *parent = nullptr);

    /// Shows the profile in this row of the edits.
    void showProfile(int row);
    int row() const { return m_row; }
    void focusName();
    /// The input of a field of the profile that is shown.
    QWidget *inputOf(EditorField field) const { return fieldFor(field)->input(); }
    /// Stops a test under way.
    void stopTest() { m_connection->reset(); }

    SecretStorageField &storageField() { return *m_storage; }

private:
    void setUpInputs();
    void followInputs();
    void followField(const FormField *field, EditorField name);
    void followCredential(const CredentialFields *fields);
    void setReadOnly(bool readOnly);

    const EditedProfile &profile() const { return m_edits.at(m_row); }
    CredentialFields &credential() const;
    FormField *fieldFor(EditorField field) const;

    template<class Change>
    void changeDraft(Change change);
    void noteEdit(EditorField field);
    void chooseAuthentication();
    void showAuthentication();
    void showColor();
    void showProblems();
    void showPlaceholders();

    void testConnection();
    QString obstacleToTest();
    bool hasErrorThatMattersForTest();
    ConnectionCheck::Subject testSubject() const;

    ProfileEdits &m_edits;
    TestMeans m_means;
    int m_row = -1;
    /// The inputs are being filled by us, not by the user.
    bool m_isFilling = false;

    QGridLayout *m_form;
    ToneLabel *m_origin;
    QLineEdit *m_name;
    FormField *m_nameField;
    ColorChoice *m_color;
    FormField *m_colorField;
    QComboBox *m_authentication;
    FormField *m_authenticationField;
    CredentialFields *m_serviceAccount;
    CredentialFields *m_apiKey;
    SecretStorageField *m_storage;
    FormField *m_storageLabel;
    QComboBox *m_baseUrl;
    FormField *m_baseUrlField;
    QLineEdit *m_project;
    FormField *m_projectField;
    FileEdit *m_caFile;
    FormField *m_caFileField;
    ConnectionRow *m_connection;
};

} // namespace ui
