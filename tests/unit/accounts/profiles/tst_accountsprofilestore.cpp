// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/settingsfile.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

Profile profileNamed(const QString &name)
{
    ProfileDraft draft;
    draft.name = name;
    draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
    return *draft.toProfile();
}

} // namespace

class TestAccountsProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void profilesAreKeptInOrder();
    void profilesAreUpdatedAndRemoved();
    void profilesAreReplacedAsAList();
    void badProfilesAreReportedAndKept();
    void profilesLostFromTheListAreFound();
    void unknownKeysOfAProfileAreKept();
    void namesThatAnotherHasTakenAreRefused();
    void windowsSideBySideKeepEachOthersChanges();

private:
    QString settingsPath() const { return m_folder->filePath(u"bucketscope.conf"_s); }
    void writeSettings(const QByteArray &content) const
    {
        QFile file(settingsPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QByteArray writtenSettings() const
    {
        QFile file(settingsPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccountsProfileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAccountsProfileStore::profilesAreKeptInOrder()
{
    Profile first = profileNamed(u"운영, \"eu\" [1]; # = \\ %"_s);
    first.authentication = Authentication::ApiKey;
    first.identity = u"@abcdefg"_s;
    first.baseUrl = *BaseUrl::parse(u"https://bücher.example:8443"_s);
    first.defaultProject = atlas::ProjectId::fromHex(u"0123456789abcdef01234567");
    first.caFile = u"/etc/ssl/a, b.pem"_s;
    first.chosenColor = ProfileColor::Green;
    first.atlasCliProfile = u"prod"_s;
    const QList<Profile> saved{first, profileNamed(u"B"_s), profileNamed(u"A"_s)};
    {
        SettingsFile settings(settingsPath());
        ProfileStore store(settings);
        for (const Profile &profile : saved)
            store.add(profile);
        QVERIFY(store.save());
    }
    SettingsFile settings(settingsPath());
    QVERIFY(!settings.problem());
    const ProfileStore store(settings);
    QCOMPARE(store.profiles(), saved);
    QVERIFY(store.badProfiles().isEmpty());
    QCOMPARE(store.find(first.id), std::optional(first));
    QCOMPARE(store.findByName(u" a"_s), std::optional(saved.last()));
    QVERIFY(!store.find(ProfileId::create()));
    QVERIFY(!store.findByName(u"C"_s));
}

void TestAccountsProfileStore::profilesAreUpdatedAndRemoved()
{
    SettingsFile settings(settingsPath());
    ProfileStore store(settings);
    Profile kept = profileNamed(u"A"_s);
    kept.chosenColor = ProfileColor::Red;
    const Profile removed = profileNamed(u"B"_s);
    store.add(kept);
    store.add(removed);
    QVERIFY(store.save());
    QVERIFY(writtenSettings().contains("color=red"));

    kept.name = u"C"_s;
    kept.chosenColor.reset();
    store.update(kept);
    store.remove(removed.id);
    store.remove(ProfileId::create());
    QVERIFY(store.save());
    QVERIFY(!writtenSettings().contains(removed.id.toString().toLatin1()));
    QVERIFY(!writtenSettings().contains("color="));
    SettingsFile again(settingsPath());
    QCOMPARE(ProfileStore(again).profiles(), QList<Profile>{kept});
}

void TestAccountsProfileStore::profilesAreReplacedAsAList()
{
    SettingsFile settings(settingsPath());
    ProfileStore store(settings);
    const Profile a = profileNamed(u"A"_s);
    Profile b = profileNamed(u"B"_s);
    const Profile c = profileNamed(u"C"_s);
    store.setProfiles({a, b});
    QVERIFY(store.save());
    b.name = u"B2"_s;
    store.setProfiles({c, b});
    QVERIFY(store.save());
    QVERIFY(!writtenSettings().contains(a.id.toString().toLatin1()));
    SettingsFile again(settingsPath());
    QCOMPARE(ProfileStore(again).profiles(), (QList<Profile>{c, b}));
}

void TestAccountsProfileStore::badProfilesAreReportedAndKept()
{
    const QByteArray good = ProfileId::create().toString().toLatin1();
    const QByteArray badUrl = ProfileId::create().toString().toLatin1();
    const QByteArray badKind = ProfileId::create().toString().toLatin1();
    const QByteArray badProject = ProfileId::create().toString().toLatin1();
    const QByteArray missing = ProfileId::create().toString().toLatin1();
    writeSettings("[Profiles]\norder=" + badUrl + ", " + good + ", " + missing + ", nonsense\n"
                  + "[Profile-" + good + "]\nname=Good\nauthentication=api-key\nidentity=abcdefgh\n"
                  + "baseUrl=https://cloud.mongodb.com\ncaFile=/not/there.pem\ncolor=pink\n"
                  + "[Profile-" + badUrl + "]\nname=Bad URL\nauthentication=api-key\n"
                  + "identity=abcdefgh\nbaseUrl=http://example.org\n" + "[Profile-" + badKind
                  + "]\nname=Bad kind\nauthentication=kerberos\n" + "[Profile-" + badProject
                  + "]\nname=Bad project\nauthentication=api-key\n"
                  + "identity=abcdefgh\nbaseUrl=https://cloud.mongodb.com\ndefaultProject=1\n"
                  + "[Profile-nonsense]\nname=Bad ID\n");
    SettingsFile settings(settingsPath());
    QVERIFY(!settings.problem());
    ProfileStore store(settings);
    QCOMPARE(store.profiles().size(), 1);
    QCOMPARE(store.profiles().constFirst().name, u"Good"_s);

    QMap<QString, QString> reasons;
    for (const BadProfile &bad : store.badProfiles())
        reasons.insert(bad.name, bad.reason);
    QCOMPARE(reasons.size(), 5);
    QVERIFY(reasons.value(u"Bad URL"_s).startsWith("Use https://"_L1));
    QVERIFY(reasons.value(u"Bad kind"_s).contains("authentication"_L1));
    QVERIFY(reasons.value(u"Bad project"_s).startsWith("A project ID"_L1));
    QVERIFY(reasons.value(u"Bad ID"_s).contains("invalid ID"_L1));
    QVERIFY(reasons.value(QString::fromLatin1(missing)).contains("missing"_L1));

    store.add(profileNamed(u"New"_s));
    QVERIFY(store.save());
    SettingsFile again(settingsPath());
    QCOMPARE(again.text(u"Profile-nonsense/name"_s), std::optional(u"Bad ID"_s));
    QCOMPARE(again.text("Profile-"_L1 + QString::fromLatin1(badUrl) + "/baseUrl"_L1),
             std::optional(u"http://example.org"_s));
    const ProfileStore reread(again);
    QCOMPARE(reread.profiles().size(), 2);
    QCOMPARE(reread.badProfiles().size(), 4);
}

void TestAccountsProfileStore::profilesLostFromTheListAreFound()
{
    // Two programs that add a profile at the same time: the later list wins.
    SettingsFile one(settingsPath());
    SettingsFile other(settingsPath());
    ProfileStore inOne(one);
    ProfileStore inOther(other);
    inOne.add(profileNamed(u"One"_s));
    inOther.add(profileNamed(u"Other"_s));
    QVERIFY(inOne.save());
    QVERIFY(inOther.save());
    SettingsFile settings(settingsPath());
    const ProfileStore store(settings);
    QCOMPARE(store.profiles().size(), 2);
    QVERIFY(store.findByName(u"One"_s));
    QVERIFY(store.findByName(u"Other"_s));
}

void TestAccountsProfileStore::unknownKeysOfAProfileAreKept()
{
    const Profile profile = profileNamed(u"A"_s);
    const QString key = "Profile-"_L1 + profile.id.toString() + "/fromTheFuture"_L1;
    SettingsFile settings(settingsPath());
    ProfileStore store(settings);
    store.add(profile);
    settings.setText(key, u"1"_s);
    QVERIFY(store.save());
    Profile renamed = profile;
    renamed.name = u"B"_s;
    store.update(renamed);
    store.setProfiles({profile});
    QVERIFY(store.save());
    QCOMPARE(SettingsFile(settingsPath()).text(key), std::optional(u"1"_s));
}

/// Two windows are open, and both add a profile of one name.
void TestAccountsProfileStore::namesThatAnotherHasTakenAreRefused()
{
    SettingsFile mine(settingsPath());
    SettingsFile theirs(settingsPath());
    ProfileStore my(mine);
    ProfileStore their(theirs);
    their.add(profileNamed(u"prod"_s));
    QVERIFY(their.save());
    const Profile wanted = profileNamed(u"Prod"_s);
    my.add(wanted);
    const auto refused = my.save();
    QVERIFY(!refused);
    QVERIFY2(refused.error().contains(u"“Prod”"_s), qPrintable(refused.error()));
    {
        SettingsFile now(settingsPath());
        QCOMPARE(ProfileStore(now).profiles().size(), 1);
    }
    Profile renamed = wanted;
    renamed.name = u"prod 2"_s;
    my.update(renamed);
    QVERIFY(my.save());
    // Whoever renames is refused, too; whoever changes something else is not.
    renamed.name = u"PROD"_s;
    my.update(renamed);
    QVERIFY(!my.save());
    renamed.name = u"prod 2"_s;
    renamed.identity = u"mdb_sa_id_76543210fedcba9876543210"_s;
    my.update(renamed);
    QVERIFY(my.save());
    SettingsFile now(settingsPath());
    QCOMPARE(ProfileStore(now).profiles().size(), 2);
}

/// Each saves all profiles that it knows, twice: the second time, it has seen the file again.
void TestAccountsProfileStore::windowsSideBySideKeepEachOthersChanges()
{
    const Profile first = profileNamed(u"first"_s);
    const Profile second = profileNamed(u"second"_s);
    SettingsFile mine(settingsPath());
    ProfileStore my(mine);
    my.setProfiles({first, second});
    QVERIFY(my.save());
    SettingsFile theirs(settingsPath());
    ProfileStore their(theirs);

    Profile renamed = first;
    renamed.name = u"renamed"_s;
    their.setProfiles({renamed, second});
    QVERIFY(their.save());
    Profile other = second;
    for (const auto &name : {u"other"_s, u"another"_s}) {
        other.name = name;
        my.setProfiles({first, other});
        QVERIFY(my.save());
    }
    SettingsFile now(settingsPath());
    QCOMPARE(ProfileStore(now).profiles(), (QList<Profile>{renamed, other}));
}

QTEST_GUILESS_MAIN(TestAccountsProfileStore)
#include "tst_accountsprofilestore.moc"
