// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/projectexemption.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "insight/advice/hinttable.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using atlas::Role;
using atlas::SignedBy;

namespace {

/// An error with all that a hint may speak of.
ApiError fullError(int status, const QString &code)
{
    ApiError error;
    error.status = status;
    error.errorCode = code;
    error.parameters = {u"203.0.113.9"_s};
    error.retryAfter = std::chrono::seconds(41);
    error.retries = 3;
    error.role = Role::ProjectBackupManager;
    error.request = u"GET https://atlas.example.test/api/atlas/v2/groups"_s;
    return error;
}

QString codeFitting(const insight::HintRow &row)
{
    return QString::fromLatin1(row.code).replace(u'*', u"SOMETHING_NOBODY_KNOWS"_s);
}

/// An error that `row` was written for, and that holds nothing else to be told.
ApiError errorFor(const insight::HintRow &row, int status)
{
    ApiError error = fullError(status, codeFitting(row));
    error.kind = row.kind;
    error.signedBy = row.signedBy;
    if (row.value == insight::HintValue::OrganizationRole)
        error.role = Role::OrganizationMember;
    else if (row.value != insight::HintValue::Role)
        error.role = Role::Unnamed;
    if (row.value != insight::HintValue::Parameter)
        error.parameters.clear();
    if (row.value != insight::HintValue::Host)
        error.request.clear();
    if (row.value != insight::HintValue::Seconds)
        error.retryAfter.reset();
    if (row.value != insight::HintValue::Retries)
        error.retries = 0;
    error.hasOwnVersion = row.value == insight::HintValue::OwnVersion;
    return error;
}

bool isReached(const insight::HintRow &row)
{
    for (int status = row.statuses.first; status <= row.statuses.last; ++status) {
        if (insight::hintRowFor(errorFor(row, status)) == &row)
            return true;
    }
    return false;
}

} // namespace

class ErrorHintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDo_data();
    void saysWhatToDo();
    void explainsTheTokenCall_data();
    void explainsTheTokenCall();
    void namesTheRoleOfTheCall();
    void blamesNoSettingForTheVersionOfACall();
    void speaksOfWhatItWasSignedWith();
    void promisesNothingOfWhatIsUnknown_data();
    void promisesNothingOfWhatIsUnknown();
    void exemptsProjectsThatCanHaveNoBuckets();
    void reachesEachRow();
    void saysWhichWordsAreAtlass();
};

void ErrorHintTest::saysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QString>("says");
    const auto row = [](int status, const char *codes, const char *says) {
        QTest::addRow("%d %.60s", status, codes)
            << status << QString::fromUtf8(codes) << QString::fromUtf8(says);
    };
    row(400,
        "VALIDATION_ERROR INVALID_QUERY_PARAMETER MISSING_QUERY_PARAMETER "
        "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS INVALID_ATTRIBUTE",
        "request options in Settings");
    row(400, "INVALID_PATH_PARAMETER", "Refresh the list");
    row(400,
        "INVALID_ENUM_VALUE DEPRECATED_EVENT_TYPE EVENT_TYPE_UNSUPPORTED_FOR_GROUP_TYPE "
        "INVALID_ALERT_STATUS",
        "without that filter");
    row(400, "INVALID_DATE_FORMAT INVALID_DATE_RANGE", "the period");
    row(400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", "Flex clusters have no export schedule");
    row(400, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", "not a flex cluster");
    row(400, "BACKUP_JOB_NOT_FOUND PROVIDER_BACKUP_NOT_SUPPORTED INCORRECT_BACKUP_API_ENDPOINT",
        "no cloud backup");
    row(400, "MULTI_CLOUD_CLUSTER_INVALID", "newer version");
    row(400, "INACTIVE_ORG", "was closed");
    row(400, "INVALID_GROUP_ID", "Refresh the project list");
    row(401, "USER_UNAUTHORIZED", "grant Project Backup Manager");
    row(401, "NOT_IN_GROUP USER_NOT_IN_GROUP", "or the project does not exist");
    row(403, "NOT_IN_GROUP", "or the project does not exist");
    row(401, "USER_CANNOT_ACCESS_GROUP USER_CANNOT_ACCESS_ORG USER_CANNOT_ACCESS_ORG_RESOURCE",
        "another profile");
    row(401,
        "NOT_ORG_OWNER NOT_ORG_GROUP_CREATOR NOT_ORG_USER_ADMIN NOT_GROUP_USER_ADMIN "
        "NOT_API_KEY_ADMIN NOT_GLOBAL_ROLE API_KEY_ACCESS_LIST_ACCESS_DENIED",
        "does not have the required role");
    row(402, "ACCOUNT_SUSPENDED", "unpaid invoice");
    row(402, "NO_PAYMENT_INFORMATION_FOUND", "payment method");
    row(402, "SOMETHING_ELSE", "Organization Billing Admin");
    row(403, "IP_ADDRESS_NOT_ON_ACCESS_LIST IP_ADDRESS_NOT_ON_WHITELIST GLOBAL_USER_OUTSIDE_SUBNET",
        "Add the IP address 203.0.113.9 to the API access list");
    row(403, "ORG_REQUIRES_ACCESS_LIST ORG_REQUIRES_WHITELIST",
        "Your organization requires an API access list");
    row(403, "RESOURCE_REQUIRES_ACCESS_LIST RESOURCE_REQUIRES_WHITELIST",
        "for some requests, including this one");
    row(403, "ACCESS_FORBIDDEN", "grant Project Backup Manager");
    row(403,
        "FEATURE_UNSUPPORTED UNSUPPORTED_FOR_CURRENT_PLAN UNSUPPORTED_FOR_CURRENT_CONFIG "
        "NO_FREE_TIER_API",
        "Another role would not change this");
    row(404, "GROUP_NOT_FOUND INVALID_GROUP_ID INVALID_ATLAS_GROUP", "Refresh the project list");
    row(404, "NOT_ATLAS_GROUP NOT_ATLAS_ORG", "Cloud Manager");
    row(404, "ORG_NOT_FOUND INVALID_ORG_ID", "organization was deleted");
    row(404, "EXPORT_BUCKET_NOT_FOUND", "Refresh the list");
    row(404, "CLUSTER_NOT_FOUND CLUSTER_NAME_NOT_FOUND INVALID_CLUSTER_ID", "cluster was deleted");
    row(404, "BACKUP_CONFIG_NOT_FOUND", "no export schedule");
    row(404, "INVALID_JOB_ID RESTORE_JOB_NOT_FOUND SNAPSHOT_NOT_FOUND INVALID_SNAPSHOT_ID",
        "has expired");
    row(404,
        "EVENT_NOT_FOUND ORG_EVENT_NOT_FOUND ALERT_NOT_FOUND INVALID_ALERT_ID "
        "ALERT_CONFIG_NOT_FOUND INVALID_ALERT_CONFIG_ID",
        "Refresh");
    row(404, "RESOURCE_NOT_FOUND NOT_FOUND UNEXPECTED_ERROR", "could not find this resource");
    row(405, "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", "in a few minutes");
    row(406, "INVALID_VERSION_DATE VERSION_GONE", "Choose another in Settings");
    row(410, "INVALID_VERSION_DATE VERSION_GONE", "Choose another in Settings");
    row(406, "SOMETHING_ELSE", "See Detail");
    row(410, "SOMETHING_ELSE", "See Detail");
    row(409, "UNSUPPORTED_FEATURE CANNOT_GET_BACKUP_CONFIG_INVALID_STATE SOMETHING_ELSE",
        "in a few minutes");
    row(429, "RATE_LIMITED_TOKEN_BUCKET RATE_LIMITED", "Wait 41 second");
    row(500, "UNEXPECTED_ERROR SOMETHING_ELSE", "Try again later");
    row(500, "TIMEOUT_WHILE_PAGING", "If “Ask for the total count” is on");
    row(503, "SERVICE_UNAVAILABLE", "Try again later");
}

void ErrorHintTest::saysWhatToDo()
{
    QFETCH(const int, status);
    QFETCH(const QString, codes);
    QFETCH(const QString, says);
    const QStringList all = codes.split(u' ');
    for (const QString &code : all) {
        const QString hint = insight::hintFor(fullError(status, code));
        QVERIFY2(hint.contains(says), qPrintable(code + u": "_s + hint));
        QVERIFY2(!hint.contains(u'%'), qPrintable(hint));
    }
}

void ErrorHintTest::explainsTheTokenCall_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    const auto oauth = [](const char *code) -> QByteArray {
        return QByteArray(R"({"error":")") + code + R"(","error_description":"d"})";
    };
    const auto ofAtlas = [](const char *code) -> QByteArray {
        return QByteArray(R"({"error":0,"errorCode":")") + code + "\"}";
    };
    QTest::newRow("wrong secret") << 401 << oauth("invalid_client") << u"Create a new secret"_s;
    QTest::newRow("too many") << 403 << oauth("access_denied") << u"100 active tokens"_s;
    QTest::newRow("request") << 400 << oauth("invalid_request") << u"points to Atlas"_s;
    QTest::newRow("client") << 401 << oauth("unauthorized_client") << u"points to Atlas"_s;
    QTest::newRow("grant") << 400 << oauth("unsupported_grant_type") << u"points to Atlas"_s;
    QTest::newRow("address") << 403 << ofAtlas("IP_ADDRESS_NOT_ON_ACCESS_LIST")
                             << u"API access list of this"_s;
    QTest::newRow("Atlas's 401") << 401 << ofAtlas("UNEXPECTED_ERROR")
                                 << u"client ID or secret is not valid"_s;
    QTest::newRow("busy") << 429 << oauth("slow_down") << u"Too many requests"_s;
    QTest::newRow("down") << 503 << oauth("temporarily_unavailable") << u"Try again later"_s;
    QTest::newRow("down, a page") << 502 << QByteArray("<html>") << u"Atlas or a proxy"_s;
    QTest::newRow("a firewall") << 403 << QByteArray("<html>") << u"firewall"_s;
}

void ErrorHintTest::explainsTheTokenCall()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, says);
    ApiError error = atlas::tokenErrorFromAnswer(status, body);
    error.signedBy = SignedBy::ServiceAccount;
    error.request = u"POST https://atlas.example.test/api/oauth/token"_s;
    const QString hint = insight::hintFor(error);
    QVERIFY2(hint.contains(says), qPrintable(hint));
}

void ErrorHintTest::blamesNoSettingForTheVersionOfACall()
{
    for (const int status : {406, 410}) {
        ApiError error = fullError(status, u"INVALID_VERSION_DATE"_s);
        QVERIFY(insight::hintFor(error).contains(u"Choose another in Settings"));
        error.hasOwnVersion = true;
        QVERIFY(insight::hintFor(error).contains(u"No action needed"));
    }
}

void ErrorHintTest::namesTheRoleOfTheCall()
{
    for (const Role role : {Role::ProjectReadOnly, Role::ProjectBackupManager, Role::ProjectOwner,
                            Role::OrganizationMember}) {
        ApiError error = fullError(401, u"USER_UNAUTHORIZED"_s);
        error.role = role;
        const bool isOfProject = role != Role::OrganizationMember;
        const QString grant = (isOfProject ? u"a Project Owner to grant %1 in this project."_s
                                           : u"an Organization Owner to grant %1 in this "
                                             "organization."_s)
                                  .arg(nameOf(role));
        QVERIFY2(insight::hintFor(error).contains(grant), qPrintable(insight::hintFor(error)));
        error = fullError(403, u"SOMETHING_ELSE"_s);
        error.role = role;
        QVERIFY2(insight::hintFor(error).contains(nameOf(role)),
                 qPrintable(insight::hintFor(error)));
    }
    ApiError unknown = fullError(401, u"USER_UNAUTHORIZED"_s);
    unknown.role = Role::Unnamed;
    QVERIFY(insight::hintFor(unknown).contains(u"See Detail"));
}

void ErrorHintTest::speaksOfWhatItWasSignedWith()
{
    ApiError error = fullError(401, u"UNEXPECTED_ERROR"_s);
    error.signedBy = SignedBy::ApiKey;
    QVERIFY(insight::hintFor(error).contains(u"API key or secret is not valid"));
    error.signedBy = SignedBy::ServiceAccount;
    QVERIFY(insight::hintFor(error).contains(u"service account still exists"));
    QVERIFY(!insight::hintFor(error).contains(u"secret"));

    error = fullError(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s);
    error.signedBy = SignedBy::ApiKey;
    QVERIFY(insight::hintFor(error).contains(u"of this API key ("));
    error.signedBy = SignedBy::ServiceAccount;
    QVERIFY(insight::hintFor(error).contains(u"of this service account ("));
    error.parameters.clear();
    QVERIFY(insight::hintFor(error).contains(u"this computer’s IP address"));
}

void ErrorHintTest::promisesNothingOfWhatIsUnknown_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 402, 403, 404, 405, 406, 409, 410, 415, 418, 451, 499})
        QTest::addRow("%d", status) << status;
}

/// A code that nobody knows is Atlas's all the same: its detail counts. An answer without a code is
/// somebody else's.
void ErrorHintTest::promisesNothingOfWhatIsUnknown()
{
    QFETCH(const int, status);
    const QString known = insight::hintFor(fullError(status, u"BRAND_NEW"_s));
    QVERIFY2(!known.contains(u"base URL"), qPrintable(known));
    QVERIFY2(!known.contains(u"key or secret"), qPrintable(known));
    QVERIFY2(!known.isEmpty(), "no hint");
    const QString foreign = insight::hintFor(fullError(status, {}));
    QVERIFY2(!foreign.contains(u"role"), qPrintable(foreign));
    QVERIFY2(!foreign.isEmpty(), "no hint");
}

void ErrorHintTest::exemptsProjectsThatCanHaveNoBuckets()
{
    using buckets::ProjectExemption;
    using buckets::projectExemptionIn;
    for (const char *code : {"NOT_ATLAS_GROUP", "NOT_ATLAS_ORG"}) {
        QCOMPARE(projectExemptionIn(fullError(404, QString::fromLatin1(code))),
                 ProjectExemption::CloudManager);
    }
    for (const char *code : {"FEATURE_UNSUPPORTED", "UNSUPPORTED_FOR_CURRENT_PLAN",
                             "UNSUPPORTED_FOR_CURRENT_CONFIG", "NO_FREE_TIER_API"}) {
        QCOMPARE(projectExemptionIn(fullError(403, QString::fromLatin1(code))),
                 ProjectExemption::Unsupported);
    }
    // What is harmless of a cluster says nothing of a project.
    for (const char *code : {"BACKUP_CONFIG_NOT_FOUND", "CLUSTER_NOT_FOUND", "GROUP_NOT_FOUND"})
        QVERIFY2(!projectExemptionIn(fullError(404, QString::fromLatin1(code))), code);
    QVERIFY(!projectExemptionIn(fullError(403, u"ACCESS_FORBIDDEN"_s)));
    QVERIFY(!projectExemptionIn(fullError(503, {})));
    ApiError transport;
    transport.kind = ApiError::Kind::Transport;
    QVERIFY(!projectExemptionIn(transport));
}

void ErrorHintTest::reachesEachRow()
{
    int number = 0;
    for (const insight::HintRow &row : insight::hintTable()) {
        QVERIFY2(isReached(row), qPrintable(u"row %1, %2"_s.arg(number).arg(codeFitting(row))));
        ++number;
    }
    QVERIFY(number > 80);
}

/// They are English in every language. What a proxy says in its page, or we, is not Atlas's.
void ErrorHintTest::saysWhichWordsAreAtlass()
{
    ApiError error = fullError(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s);
    error.reason = u"Forbidden"_s;
    QCOMPARE(insight::quotedDetail(error), QString());
    QCOMPARE(insight::quotedReason(error), u"Forbidden"_s);
    error.detail = u"IP address 203.0.113.9 is not on the access list."_s;
    QCOMPARE(insight::quotedDetail(error), u"Atlas: "_s + error.detail);
    QCOMPARE(insight::quotedReason(error), u"Atlas: "_s + error.detail);
    QCOMPARE(insight::errorDetail(error), error.detail);
    const ApiError page =
        atlas::errorFromAnswer(403, "<html><body>Blocked by policy 12</body></html>");
    QCOMPARE(insight::quotedDetail(page), u"Blocked by policy 12"_s);
    QCOMPARE(insight::quotedDetail(atlas::errorFromAnswer(502, {})),
             u"The response has no body."_s);
}

QTEST_GUILESS_MAIN(ErrorHintTest)
#include "tst_errorhint.moc"
