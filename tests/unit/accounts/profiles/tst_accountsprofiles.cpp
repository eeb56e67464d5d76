// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/certificatefile.h"
#include "accounts/profiles/profiledraft.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;
using Severity = FieldProblem::Severity;

namespace {

const char *const soundPem = "some text before\n"
                             "-----BEGIN CERTIFICATE-----\n"
                             "MAMCAQE=\n"
                             "-----END CERTIFICATE-----\n";

ProfileDraft soundDraft()
{
    ProfileDraft draft;
    draft.name = u"Staging"_s;
    draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
    return draft;
}

Profile profileNamed(const QString &name)
{
    ProfileDraft draft = soundDraft();
    draft.name = name;
    return *draft.toProfile();
}

} // namespace

class TestAccountsProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fieldsAreChecked_data();
    void fieldsAreChecked();
    void namesAreComparedWithOthers();
    void namesAreComparedInOneForm();
    void draftsAndProfilesAreConverted();
    void certificateFilesAreChecked_data();
    void certificateFilesAreChecked();
    void missingCertificateFilesAreNoticed();
    void coloursFollowTheName_data();
    void coloursFollowTheName();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccountsProfiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAccountsProfiles::fieldsAreChecked_data()
{
    QTest::addColumn<ProfileDraft>("draft");
    QTest::addColumn<QList<FieldProblem>>("problems");

    const auto row = [](const char *name, auto change, const QList<FieldProblem> &problems) {
        ProfileDraft draft = soundDraft();
        change(draft);
        QTest::newRow(name) << draft << problems;
    };
    const auto problem = [](ProfileField field, const QString &message,
                            Severity severity = Severity::Error) {
        return QList<FieldProblem>{{field, severity, message}};
    };
    const auto none = QList<FieldProblem>();
    using Draft = ProfileDraft;

    row(
        "sound", [](Draft &) {}, none);
    row(
        "no name", [](Draft &d) { d.name = u" \t"_s; },
        problem(ProfileField::Name, u"Enter a profile name."_s));
    row(
        "environment's name", [](Draft &d) { d.name = u"environment "_s; },
        problem(
            ProfileField::Name,
            u"“Environment” is reserved for the profile from environment variables. Choose another "
            "name."_s));
    row(
        "no client ID", [](Draft &d) { d.identity.clear(); },
        problem(ProfileField::Identity, u"Enter the client ID."_s));
    row(
        "unusual client ID", [](Draft &d) { d.identity = u"abc"_s; },
        problem(ProfileField::Identity,
                u"Client IDs usually start with mdb_sa_id_, followed by 24 hexadecimal digits."_s,
                Severity::Warning));
    row(
        "client ID with a space", [](Draft &d) { d.identity = u"mdb_sa_id_ 1"_s; },
        problem(ProfileField::Identity, u"A client ID cannot contain spaces."_s));
    row(
        "client ID in spaces", [](Draft &d) { d.identity = u' ' + d.identity + u' '; }, none);
    row(
        "secret as client ID", [](Draft &d) { d.identity = u"mdb_sa_sk_abc"_s; },
        problem(ProfileField::Identity, u"This looks like a secret. Enter the client ID here."_s));
    const auto apiKey = [](Draft &d, const QString &key) {
        d.authentication = Authentication::ApiKey;
        d.identity = key;
    };
    row(
        "public key", [&](Draft &d) { apiKey(d, u"abcdefgh"_s); }, none);
    row(
        "unusual public key", [&](Draft &d) { apiKey(d, u"X-1"_s); }, none);
    row(
        "no public key", [&](Draft &d) { apiKey(d, QString()); },
        problem(ProfileField::Identity, u"Enter the public key."_s));
    row(
        "public key with a space", [&](Draft &d) { apiKey(d, u"abcd efgh"_s); },
        problem(ProfileField::Identity, u"A public key cannot contain spaces."_s));
    row(
        "private key as public key",
        [&](Draft &d) { apiKey(d, u"12345678-90ab-cdef-1234-567890abcdef"_s); },
        problem(ProfileField::Identity,
                u"This looks like a private key. Enter the public key here."_s));
    row(
        "client ID as public key", [&](Draft &d) { apiKey(d, u"mdb_sa_id_1"_s); },
        problem(ProfileField::Identity,
                u"This looks like a client ID. For Authentication, choose “Service account”."_s,
                Severity::Warning));
    row(
        "base URL", [](Draft &d) { d.baseUrl = u"cloud.mongodb.com"_s; },
        problem(ProfileField::BaseUrl, u"Begin the base URL with https://."_s));
    row(
        "project", [](Draft &d) { d.defaultProject = u" 0123456789abcdef01234567"_s; }, none);
    const QString project = u"A project ID is 24 hexadecimal digits (0–9, a–f)."_s;
    row(
        "short project", [](Draft &d) { d.defaultProject = u"0123456789abcdef0123456"_s; },
        problem(ProfileField::DefaultProject, project));
    row(
        "upper-case project", [](Draft &d) { d.defaultProject = u"0123456789ABCDEF01234567"_s; },
        problem(ProfileField::DefaultProject, project));
    row(
        "everything",
        [](Draft &d) {
            d = {};
            d.baseUrl = u"x"_s;
            d.defaultProject = u"x"_s;
        },
        QList<FieldProblem>{
            {ProfileField::Name, Severity::Error, u"Enter a profile name."_s},
            {ProfileField::Identity, Severity::Error, u"Enter the client ID."_s},
            {ProfileField::BaseUrl, Severity::Error, u"Begin the base URL with https://."_s},
            {ProfileField::DefaultProject, Severity::Error, project}});
}

void TestAccountsProfiles::fieldsAreChecked()
{
    QFETCH(const ProfileDraft, draft);
    QFETCH(const QList<FieldProblem>, problems);
    const QList<FieldProblem> found = draft.problems({});
    QCOMPARE(found.size(), problems.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i].message, problems[i].message);
        QCOMPARE(found[i].field, problems[i].field);
        QCOMPARE(found[i].severity, problems[i].severity);
    }
    const bool mayBeMade = !hasError(found) || found.first().message.startsWith(u"“Environment”"_s);
    QCOMPARE(draft.toProfile().has_value(), mayBeMade);
}

void TestAccountsProfiles::namesAreComparedWithOthers()
{
    ProfileDraft draft = soundDraft();
    const QString taken = u"Another profile has this name. Choose another name."_s;
    const QList<Profile> others{profileNamed(u"Production"_s), profileNamed(u" staging  "_s)};
    QCOMPARE(draft.problems(others).size(), 1);
    QCOMPARE(draft.problems(others).constFirst().message, taken);
    QVERIFY(hasError(draft.problems(others)));
    // The saved form of the draft itself does not count.
    draft.id = others.last().id;
    QVERIFY(draft.problems(others).isEmpty());
}

/// As two programs write one name: with its letters whole, or in parts, or in full width.
void TestAccountsProfiles::namesAreComparedInOneForm()
{
    ProfileDraft draft = soundDraft();
    for (const QString &name : {u"프로덕션"_s, u"Gebäude"_s, u"Ｐｒｏｄ"_s}) {
        draft.name = name.normalized(QString::NormalizationForm_D);
        QCOMPARE(draft.problems({profileNamed(name)}).size(), 1);
        QVERIFY(isSameProfileName(draft.name, name));
    }
    QVERIFY(isSameProfileName(u"STRASSE"_s, u" straße "_s));
    QVERIFY(isSameProfileName(u"Ｐｒｏｄ"_s, u"prod"_s));
    QVERIFY(!isSameProfileName(u"prod"_s, u"prod2"_s));
}

void TestAccountsProfiles::draftsAndProfilesAreConverted()
{
    ProfileDraft draft = soundDraft();
    draft.name = u"  Data   team "_s;
    draft.baseUrl = u"https://cloud.mongodbgov.com/ "_s;
    draft.defaultProject = u"0123456789abcdef01234567"_s;
    draft.caFile = u" /no/such/file.pem "_s;
    draft.chosenColor = ProfileColor::Blue;
    const auto profile = draft.toProfile();
    QVERIFY(profile);
    QCOMPARE(profile->id, draft.id);
    QCOMPARE(profile->name, u"Data team"_s);
    QVERIFY(profile->baseUrl.isGovernment());
    QCOMPARE(profile->defaultProject->toHex(), draft.defaultProject);
    QCOMPARE(profile->caFile, u"/no/such/file.pem"_s);
    QCOMPARE(profile->color(), ProfileColor::Blue);
    QVERIFY(!profile->fromEnvironment);
    QCOMPARE(*ProfileDraft::of(*profile).toProfile(), *profile);
}

void TestAccountsProfiles::certificateFilesAreChecked_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");

    const QByteArray sound(soundPem);
    const QString damaged = u"The file contains a damaged certificate."_s;
    const QString none = u"The file does not contain a PEM certificate."_s;
    QTest::newRow("one") << sound << QString();
    QTest::newRow("two, CRLF") << QByteArray(sound + sound).replace("\n", "\r\n") << QString();
    QTest::newRow("empty") << QByteArray() << none;
    QTest::newRow("text") << QByteArray("hello\n") << none;
    QTest::newRow("DER") << QByteArray("\x30\x82\x01\x0a\x00", 5) << none;
    QTest::newRow("key") << QByteArray(sound).replace("CERTIFICATE", "PRIVATE KEY") << none;
    QTest::newRow("cut") << sound.left(sound.size() - 30) << damaged;
    QTest::newRow("no base64") << QByteArray(sound).replace("MAMC", "M*MC") << damaged;
    QTest::newRow("no DER") << QByteArray(sound).replace("MAMCAQE=", "AAAAAAA=") << damaged;
    QTest::newRow("empty certificate") << QByteArray(sound).replace("MAMCAQE=", "") << damaged;
    QTest::newRow("second damaged") << sound + QByteArray(sound).replace("MAMC", "M*MC") << damaged;
}

void TestAccountsProfiles::certificateFilesAreChecked()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    QFile file(m_folder->filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(problemWithCertificateFile(file.fileName()).value_or(QString()), says);
}

void TestAccountsProfiles::missingCertificateFilesAreNoticed()
{
    const auto problem = problemWithCertificateFile(m_folder->filePath(u"none.pem"_s));
    QVERIFY(problem);
    QVERIFY2(problem->startsWith("The file cannot be read: "_L1), qPrintable(*problem));
}

void TestAccountsProfiles::coloursFollowTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ProfileColor>("color");
    QTest::newRow("prod") << u"prod"_s << ProfileColor::Red;
    QTest::newRow("Production") << u"Production (read-only)"_s << ProfileColor::Red;
    QTest::newRow("eu-PROD-2") << u"eu-PROD-2"_s << ProfileColor::Red;
    QTest::newRow("운영") << u"운영 계정"_s << ProfileColor::Red;
    QTest::newRow("staging") << u"Staging"_s << ProfileColor::None;
    QTest::newRow("nonprod") << u"nonprod"_s << ProfileColor::None;
    QTest::newRow("non-prod") << u"Non-Prod"_s << ProfileColor::None;
    QTest::newRow("비운영") << u"비운영"_s << ProfileColor::None;
}

void TestAccountsProfiles::coloursFollowTheName()
{
    QFETCH(const QString, name);
    Profile profile = profileNamed(name);
    QTEST(profile.color(), "color");
    profile.chosenColor = ProfileColor::Violet;
    QCOMPARE(profile.color(), ProfileColor::Violet);
    profile.chosenColor = ProfileColor::None;
    QCOMPARE(profile.color(), ProfileColor::None);
}

QTEST_GUILESS_MAIN(TestAccountsProfiles)
#include "tst_accountsprofiles.moc"
