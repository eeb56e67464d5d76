// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/certificatefiles.h"
#include "accounts/profiles/environmentprofile.h"
#include "accounts/profiles/importcandidate.h"
#include "ui/settings/editedprofile.h"
#include "ui/settings/secretwork.h"

#include <QAbstractListModel>

#include <optional>

namespace ui {

/// The profiles while they are being edited: the saved ones, what was added, and the environment's.
/// Nothing of it is written anywhere.
class ProfileEdits : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ColorRole = Qt::UserRole, ///< int of accounts::ProfileColor.
        ErrorRole, ///< bool: whether an error keeps it from being saved.
    };

    /// What keeps the profiles from being saved.
    struct Blocker
    {
        int row = 0;
        EditorProblem problem;
    };

    ProfileEdits(const QList<accounts::Profile> &saved,
                 const std::optional<accounts::EnvironmentAccount> &environment,
                 QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const EditedProfile &at(int row) const { return m_profiles.at(row); }
    /// -1 if there is none.
    int rowOf(const accounts::ProfileId &id) const;
    /// What is said of a row, or of a list of them, that has the ErrorRole.
    static QString errorMarkText();

    /// Adds an empty profile, unless there is one that nobody touched; returns its row.
    int addNew();
    /// Adds what is imported, each under a name that is free; returns the row of the first.
    int addImported(const QList<accounts::ImportCandidate> &candidates);
    /// Takes away the profile in `row`, not the environment's.
    void removeAt(int row);
    /// Whether undoRemove() brings something back.
    bool canUndoRemove() const { return !m_removed.isEmpty(); }
    /// Brings back what was removed last; returns its row.
    int undoRemove();

    void setDraft(int row, const accounts::ProfileDraft &draft);
    /// Chooses the other kind of authentication, and brings back what was typed for it.
    void setAuthentication(int row, accounts::Authentication authentication);
    void setTypedSecret(int row, const accounts::Secret &secret);
    /// The store has no secret for this profile, which may have been removed.
    void setSecretMissing(const accounts::ProfileId &id);
    /// From now on the field's problem is shown.
    void markVisited(int row, EditorField field);
    /// From now on every problem is shown.
    void markAllVisited();

    /// The settings file has toProfiles() now; the secrets are yet to come.
    void markWritten();

    /// What is wrong, whether or not it is shown yet.
    QList<EditorProblem> problems(int row) const;
    std::optional<Blocker> firstError() const;
    /// Whether there is nobody to sign in yet: of all profiles, only one that nobody touched.
    bool isEmpty() const;

    /// Reads the CA files of all profiles anew, beside the window's thread.
    void readFilesAgain();
    /// Whether CA files are being read; filesRead() tells the end of it.
    bool isReadingFiles() const { return m_files->isReading(); }

    /// `wanted`, with a number if another profile has that name.
    QString freeName(const QString &wanted) const;

    /// The profiles to save; there must be no error.
    QList<accounts::Profile> toProfiles() const;
    SecretWork toSecretWork() const;
    /// The profiles that were saved and are removed.
    QList<accounts::ProfileId> removedIds() const;

Q_SIGNALS:
    /// What problems() and firstError() say may have changed, or what is shown of it.
    void problemsChanged();
    /// What is wrong with each CA file is known.
    void filesRead();

private:
    struct Removed
    {
        int row = 0;
        EditedProfile profile;
    };

    int ownCount() const;
    bool hasError(int row) const;
    QString descriptionOf(int row) const;
    int insert(const EditedProfile &profile, int row);
    void noteChange();
    QList<accounts::Profile> names() const;

    QString caFileOf(int row) const { return m_profiles.at(row).draft.caFile.trimmed(); }

    accounts::CertificateFiles *m_files;
    QList<EditedProfile> m_profiles;
    QList<Removed> m_removed;
};

} // namespace ui
