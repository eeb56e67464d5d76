// SPDX-License-Identifier: Apache-2.0
// The settings file: the INI reader, and the profiles or the preferences made of what it reads. One
// input in 16 is also written, which is slow. The first byte means nothing.
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/inifile.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "fuzzing.h"

#include <QDebug>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;
using fuzzing::require;

namespace {

void checkJudgement(const IniFile &file)
{
    using Health = IniFile::Health;
    require(file.health == Health::Sound || file.health == Health::Damaged,
            "bytes that are there are read");
    require((file.health == Health::Damaged) == !file.reason.isEmpty(), "a reason for damage");
    static const QList<int> kinds{
        QMetaType::UnknownType, QMetaType::QString, QMetaType::QStringList, QMetaType::QByteArray,
        QMetaType::QSize,       QMetaType::QPoint,  QMetaType::QRect};
    for (const QVariant &value : file.values)
        require(kinds.contains(value.typeId()), "a value that is small");
}

/// Fills settings that no file stands behind, as far as a type is one that we write.
void fill(SettingsFile &settings, const IniValues &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        // What a CA file's path names is none of a fuzzer's business.
        if (it.key().endsWith("/caFile"_L1))
            continue;
        if (it->typeId() == QMetaType::QString)
            settings.setText(it.key(), it->toString());
        else if (it->typeId() == QMetaType::QStringList)
            settings.setList(it.key(), it->toStringList());
        else if (it->typeId() == QMetaType::QByteArray)
            settings.setBytes(it.key(), it->toByteArray());
    }
}

void checkProfiles(SettingsFile &settings)
{
    ProfileStore store(settings);
    for (const BadProfile &bad : store.badProfiles())
        require(!bad.reason.isEmpty(), "a reason why a profile is bad");
    const QList<Profile> profiles = store.profiles();
    for (const Profile &profile : profiles) {
        require(store.find(profile.id) == profile, "one profile to an ID");
        const auto again = ProfileDraft::of(profile).toProfile();
        require(again && *again == profile, "a profile is edited as it is");
    }
    store.setProfiles(profiles);
    require(ProfileStore(settings).profiles() == profiles, "profiles are read as written");
}

void checkPreferences(SettingsFile &settings)
{
    Preferences preferences(settings);
    for (const QString &problem : preferences.problems())
        require(!problem.isEmpty(), "a problem has words");
    const PreferenceValues values = preferences.values();
    preferences.setValues(values);
    const Preferences again(settings);
    require(again.values() == values && again.problems().isEmpty(), "values are read as written");
}

void checkWritten(const IniValues &values)
{
    const auto bytes = encodeIni(values);
    require(bytes.has_value(), "values can be written");
    const IniFile again = readIni(*bytes);
    require(again.health == IniFile::Health::Sound, "what was written is sound");
    const bool isKept = again.values == values;
    if (!isKept)
        qWarning() << "Read:" << values << "\nRead again:" << again.values;
    require(isKept, "what was read is written so that it is read again");
    const QByteArray cut = bytes->first(bytes->size() - 2);
    require(readIni(cut).health == IniFile::Health::Damaged, "a cut is seen");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const QByteArray bytes = fuzzing::Input(data, size).bytes();
    const IniFile file = readIni(bytes);
    checkJudgement(file);
    SettingsFile settings(u"/nowhere/bucketscope.conf"_s);
    fill(settings, file.values);
    const auto chance = qChecksum(bytes);
    if (chance % 2 == 0)
        checkProfiles(settings);
    else
        checkPreferences(settings);
    if (chance % 16 == 0)
        checkWritten(file.values);
    return 0;
}
