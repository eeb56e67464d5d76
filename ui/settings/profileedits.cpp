// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/profileedits.h"

#include "accounts/profiles/boundsecret.h"
#include "ui/look/profilecolortext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::Profile;
using accounts::ProfileDraft;
using accounts::ProfileId;
using Origin = EditedProfile::Origin;

std::set<EditorField> allFields()
{
    return {EditorField::Name,    EditorField::Identity,       EditorField::Secret,
            EditorField::BaseUrl, EditorField::DefaultProject, EditorField::CaFile};
}

EditedProfile editedFrom(Origin origin, const ProfileDraft &draft)
{
    EditedProfile profile;
    profile.origin = origin;
    profile.draft = draft;
    profile.original = draft;
    if (origin != Origin::New)
        profile.visited = allFields();
    return profile;
}

accounts::ProfileColor colorOf(const ProfileDraft &draft)
{
    return draft.chosenColor.value_or(accounts::profileColorByName(draft.name));
}

bool isError(const EditorProblem &found)
{
    return found.problem.severity == accounts::FieldProblem::Severity::Error;
}

} // namespace

ProfileEdits::ProfileEdits(const QList<Profile> &saved,
                           const std::optional<accounts::EnvironmentAccount> &environment,
                           QObject *parent)
    : QAbstractListModel(parent), m_files(new accounts::CertificateFiles(this))
{
    connect(m_files, &accounts::CertificateFiles::changed, this, &ProfileEdits::noteChange);
    connect(m_files, &accounts::CertificateFiles::settled, this, &ProfileEdits::filesRead);
    for (const Profile &profile : saved)
        m_profiles.append(editedFrom(Origin::Saved, ProfileDraft::of(profile)));
    if (environment)
        m_profiles.append(editedFrom(Origin::Environment, ProfileDraft::of(environment->profile)));
}

int ProfileEdits::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
}

QVariant ProfileEdits::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const EditedProfile &profile = m_profiles.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return profile.title();
    case ColorRole:
        return static_cast<int>(colorOf(profile.draft));
    case ErrorRole:
        return hasError(index.row());
    case Qt::ToolTipRole:
        return profileColorText(profile.draft.chosenColor, profile.draft.name);
    case Qt::AccessibleDescriptionRole:
        return descriptionOf(index.row());
    default:
        return {};
    }
}

/// All that is told by looks alone.
QString ProfileEdits::descriptionOf(int row) const
{
    const ProfileDraft &draft = m_profiles.at(row).draft;
    QStringList parts{profileColorText(draft.chosenColor, draft.name)};
    if (hasError(row))
        parts.append(errorMarkText());
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

bool ProfileEdits::hasError(int row) const
{
    const QList<EditorProblem> found = problems(row);
    return std::any_of(found.begin(), found.end(), isError);
}

QString ProfileEdits::errorMarkText()
{
    //: Said of a profile, or of a page of the settings, that bears a red mark.
    return tr("Contains an error");
}

int ProfileEdits::rowOf(const ProfileId &id) const
{
    const auto found =
        std::find_if(m_profiles.begin(), m_profiles.end(),
                     [&id](const EditedProfile &profile) { return profile.draft.id == id; });
    return found == m_profiles.end() ? -1 : static_cast<int>(found - m_profiles.begin());
}

/// All but the environment's, which comes last.
int ProfileEdits::ownCount() const
{
    const int count = static_cast<int>(m_profiles.size());
    return count > 0 && m_profiles.last().isReadOnly() ? count - 1 : count;
}

int ProfileEdits::insert(const EditedProfile &profile, int row)
{
    beginInsertRows({}, row, row);
    m_profiles.insert(row, profile);
    endInsertRows();
    Q_EMIT problemsChanged();
    return row;
}

int ProfileEdits::addNew()
{
    const auto untouched =
        std::find_if(m_profiles.begin(), m_profiles.end(),
                     [](const EditedProfile &profile) { return profile.isUntouched(); });
    if (untouched != m_profiles.end())
        return static_cast<int>(untouched - m_profiles.begin());
    return insert(editedFrom(Origin::New, ProfileDraft()), ownCount());
}

int ProfileEdits::addImported(const QList<accounts::ImportCandidate> &candidates)
{
    const int first = ownCount();
    for (const accounts::ImportCandidate &candidate : candidates) {
        EditedProfile profile = editedFrom(Origin::Imported, candidate.draft);
        profile.draft.id = ProfileId::create();
        profile.draft.name = freeName(candidate.draft.name);
        profile.typedSecret = candidate.secret;
        insert(profile, ownCount());
    }
    return first;
}

void ProfileEdits::removeAt(int row)
{
    Q_ASSERT(!m_profiles.at(row).isReadOnly());
    beginRemoveRows({}, row, row);
    m_removed.append({row, m_profiles.takeAt(row)});
    endRemoveRows();
    noteChange();
}

int ProfileEdits::undoRemove()
{
    const Removed last = m_removed.takeLast();
    return insert(last.profile, std::min(last.row, ownCount()));
}

void ProfileEdits::setDraft(int row, const ProfileDraft &draft)
{
    m_profiles[row].draft = draft;
    noteChange();
}

void ProfileEdits::setAuthentication(int row, accounts::Authentication authentication)
{
    EditedProfile &profile = m_profiles[row];
    if (profile.draft.authentication == authentication)
        return;
    profile.draft.authentication = authentication;
    std::swap(profile.draft.identity, profile.other.identity);
    std::swap(profile.typedSecret, profile.other.secret);
    profile.visited.erase(EditorField::Identity);
    profile.visited.erase(EditorField::Secret);
    noteChange();
}

void ProfileEdits::setTypedSecret(int row, const accounts::Secret &secret)
{
    m_profiles[row].typedSecret = secret;
    noteChange();
}

void ProfileEdits::setSecretMissing(const ProfileId &id)
{
    for (Removed &removed : m_removed) {
        if (removed.profile.draft.id == id)
            removed.profile.isSecretMissing = true;
    }
    const int row = rowOf(id);
    if (row < 0 || m_profiles.at(row).isSecretMissing)
        return;
    m_profiles[row].isSecretMissing = true;
    noteChange();
}

void ProfileEdits::markVisited(int row, EditorField field)
{
    if (m_profiles[row].visited.insert(field).second)
        Q_EMIT problemsChanged();
}

void ProfileEdits::markAllVisited()
{
    for (EditedProfile &profile : m_profiles)
        profile.visited = allFields();
    Q_EMIT problemsChanged();
}

void ProfileEdits::markWritten()
{
    for (EditedProfile &profile : m_profiles)
        profile.wasWritten = !profile.isReadOnly() && !profile.isUntouched();
}

/// A change to one profile may be the end of another's problem: two of one name.
void ProfileEdits::noteChange()
{
    if (!m_profiles.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT problemsChanged();
}

QList<Profile> ProfileEdits::names() const
{
    QList<Profile> names;
    for (const EditedProfile &profile : m_profiles) {
        if (profile.isReadOnly() || profile.isUntouched())
            continue;
        Profile named;
        named.id = profile.draft.id;
        named.name = profile.draft.name;
        names.append(named);
    }
    return names;
}

QList<EditorProblem> ProfileEdits::problems(int row) const
{
    return m_profiles.at(row).problems(names(), m_files->problemWith(caFileOf(row)));
}

void ProfileEdits::readFilesAgain()
{
    QStringList paths;
    for (int row = 0; row < ownCount(); ++row)
        paths.append(caFileOf(row));
    m_files->readAgain(paths);
}

std::optional<ProfileEdits::Blocker> ProfileEdits::firstError() const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QList<EditorProblem> found = problems(row);
        const auto error = std::find_if(found.begin(), found.end(), isError);
        if (error != found.end())
            return Blocker{row, *error};
    }
    return std::nullopt;
}

bool ProfileEdits::isEmpty() const
{
    return m_profiles.size() == 1 && m_profiles.constFirst().isUntouched();
}

QString ProfileEdits::freeName(const QString &wanted) const
{
    const auto isTaken = [this](const QString &name) {
        return std::any_of(m_profiles.begin(), m_profiles.end(),
                           [&name](const EditedProfile &profile) {
                               return accounts::isSameProfileName(profile.draft.name, name);
                           })
            || accounts::isSameProfileName(name, accounts::environmentProfileName());
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

QList<Profile> ProfileEdits::toProfiles() const
{
    QList<Profile> profiles;
    for (const EditedProfile &profile : m_profiles) {
        if (profile.isReadOnly() || profile.isUntouched())
            continue;
        const auto made = profile.draft.toProfile();
        Q_ASSERT(made);
        profiles.append(*made);
    }
    return profiles;
}

SecretWork ProfileEdits::toSecretWork() const
{
    SecretWork work;
    for (const EditedProfile &profile : m_profiles) {
        if (profile.isReadOnly() || profile.isUntouched())
            continue;
        const NamedProfile named{profile.draft.id, profile.title()};
        if (!profile.typedSecret.isEmpty())
            work.typed.append({named, accounts::boundTo(profile.server(), profile.typedSecret)});
        else if (profile.hasStoredSecret())
            work.unchanged.append(named);
        else if (profile.isKept() && !profile.isSecretMissing)
            work.dropped.append(named);
    }
    for (const Removed &removed : m_removed) {
        if (removed.profile.isKept() && !removed.profile.isSecretMissing)
            work.dropped.append({removed.profile.draft.id, removed.profile.title()});
    }
    return work;
}

QList<ProfileId> ProfileEdits::removedIds() const
{
    QList<ProfileId> ids;
    for (const Removed &removed : m_removed) {
        if (removed.profile.isKept())
            ids.append(removed.profile.draft.id);
    }
    return ids;
}

} // namespace ui
