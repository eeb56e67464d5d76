// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/hinttable.h"

#include "atlas/errors/missingrole.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace insight {

namespace {

using Kind = atlas::ApiError::Kind;
using By = atlas::SignedBy;
using Value = HintValue;
using Step = HintStep;

// clang-format off
namespace hinttext {
constexpr const char *Options = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas rejected the request. See Detail, and check the request options in Settings.");
constexpr const char *PathParameter = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas does not recognize an ID or name in the request. Refresh the list, then try again.");
constexpr const char *FilterValue = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas does not recognize a filter value in the request. Try again without that filter.");
constexpr const char *Period = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Correct the start and the end of the period.");
constexpr const char *Flex = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Flex clusters have no export schedule. No action needed.");
constexpr const char *NotFlex = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This is not a flex cluster. Refresh the clusters.");
constexpr const char *NoCloudBackup = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This cluster has no cloud backup, so it exports nothing. No action needed.");
constexpr const char *MultiCloud = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This API version cannot show a multi-cloud cluster. Choose a newer version in Settings.");
constexpr const char *InactiveOrganization = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This organization was closed. Contact its Organization Owner, or switch to another "
    "profile.");
constexpr const char *Rejected = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas rejected the request. See Detail. If the problem continues, copy the report and "
    "contact MongoDB support.");
constexpr const char *NotAtlas = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The server at %1 is not Atlas, or the path does not exist. Check the base URL of the "
    "profile.");
constexpr const char *NotAtlasRejected = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The response is not from Atlas. Check the base URL of the profile. If it is correct, a "
    "proxy or firewall may be in the way: contact your network administrator.");
constexpr const char *RoleNeeded = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential does not have the required role. Ask a Project Owner to grant %1 in "
    "this project.");
constexpr const char *OrganizationRoleNeeded = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential does not have the required role. Ask an Organization Owner to grant %1 in "
    "this organization.");
constexpr const char *RoleUnknown = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential does not have the required role. See Detail, and ask a Project Owner or "
    "Organization Owner to grant it.");
constexpr const char *NotInProject = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential has no access to this project, or the project does not exist. Switch to "
    "another profile, or refresh the project list.");
constexpr const char *OtherOwner = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential has no access to this project or its organization. Switch to another "
    "profile.");
constexpr const char *KeyNotValid = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The API key or secret is not valid for this host. Check the profile in Settings.");
constexpr const char *TokenNotTaken = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas did not accept the access token. Retry to sign in again. If the problem continues, "
    "check that the service account still exists and that the base URL of the profile is "
    "correct.");
constexpr const char *CredentialRefused = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas refused this credential. See Detail, and check the profile in Settings.");
constexpr const char *Suspended = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas suspended this organization because of an unpaid invoice. Contact an Organization "
    "Billing Admin.");
constexpr const char *NoPayment = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This organization has no payment method on file. Ask an Organization Billing Admin to "
    "add one.");
constexpr const char *Payment = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas requires a payment. See Detail, and contact an Organization Billing Admin.");
constexpr const char *AddressKey = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Add the IP address %1 to the API access list of this API key (not to the project’s IP "
    "access list).");
constexpr const char *AddressAccount = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Add the IP address %1 to the API access list of this service account (not to the "
    "project’s IP access list).");
constexpr const char *Address = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Add the IP address %1 to the API access list of this API key or service account (not to "
    "the project’s IP access list).");
constexpr const char *OwnAddress = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Add this computer’s IP address to the API access list of this API key or service "
    "account (not to the project’s IP access list).");
constexpr const char *OrganizationWantsList = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Your organization requires an API access list. In Atlas, add this computer’s IP address "
    "to the API access list of this API key or service account.");
constexpr const char *CallWantsList = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas requires an API access list for some requests, including this one. In Atlas, add "
    "this computer’s IP address to the API access list of this API key or service account.");
constexpr const char *NotInPlan = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The plan or configuration of this project or cluster does not include this feature. "
    "Another role would not change this. No action needed.");
constexpr const char *MayNot = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential does not have permission. This request requires the %1 role. See Detail.");
constexpr const char *MayNotUnknown = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This credential does not have permission. See Detail.");
constexpr const char *Blocked = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "%1 blocked the request. A proxy or firewall may be in the way: contact your network "
    "administrator.");
constexpr const char *ProjectGone = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The project was deleted, or its ID is wrong. Refresh the project list.");
constexpr const char *CloudManager = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This project or organization belongs to Cloud Manager, so it has no export buckets. "
    "Select another one.");
constexpr const char *OrganizationGone = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The organization was deleted, or its ID is wrong. Switch to another profile.");
constexpr const char *BucketGone = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The export bucket was deleted after the list was loaded. Refresh the list.");
constexpr const char *ClusterGone = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The cluster was deleted after the list was loaded. Refresh the list.");
constexpr const char *NoBackupConfiguration = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This cluster has no export schedule. No action needed.");
constexpr const char *JobGone = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The export job or snapshot has expired. Refresh the export jobs.");
constexpr const char *Gone = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This item was deleted after the list was loaded. Refresh the list.");
constexpr const char *NotFound = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas could not find this resource. It may have been deleted. Refresh, then check the "
    "ID.");
constexpr const char *NotNow = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The current state of the project or cluster does not allow this request. Try again in a "
    "few minutes.");
constexpr const char *Version = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This API version is not available. Choose another in Settings.");
constexpr const char *NotOffered = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "This server does not offer this request. Another API version in Settings would not change "
    "this. No action needed.");
constexpr const char *ProxyPassword = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The proxy (not Atlas) requires a password. Add the user name and password to the proxy "
    "address, for example https_proxy=http://user:password@proxy:3128, then restart "
    "Bucketscope.");
constexpr const char *TooManyWait = QT_TRANSLATE_N_NOOP("insight::ErrorHint",
    "Too many requests. Wait %Ln second(s), then try again.");
constexpr const char *TooMany = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Too many requests. Wait a minute, then try again.");
constexpr const char *Counting = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas took too long to count. If “Ask for the total count” is on in Settings, turn it off. "
    "Otherwise, try again later.");
constexpr const char *ServerRetried = QT_TRANSLATE_N_NOOP("insight::ErrorHint",
    "Atlas still has problems after %Ln retries. Try again later, or check status.mongodb.com.");
constexpr const char *Server = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas is having problems. Try again later, or check status.mongodb.com.");
constexpr const char *ServerOrProxy = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "Atlas or a proxy is having problems. Try again later, or check status.mongodb.com.");
constexpr const char *ClientSecret = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The client ID or secret is wrong or has expired. Create a new secret in Atlas, then "
    "enter it in Settings.");
constexpr const char *TooManyTokens = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The service account has reached its limit of 100 active tokens. Wait up to an hour for "
    "one to expire, or revoke unused tokens.");
constexpr const char *SignInNotUnderstood = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The server did not understand the sign-in request. Check that the base URL of the "
    "profile points to Atlas. If it does, copy the report and report the problem.");
constexpr const char *ClientNotValid = QT_TRANSLATE_NOOP("insight::ErrorHint",
    "The client ID or secret is not valid for this host. Check the profile in Settings.");

} // namespace hinttext

/// What a credential may not do: atlas::meansMissingRole() alone says whether it is that.
constexpr std::array roleHintRows{
    HintRow{Kind::Api, {401, 403}, "USER_UNAUTHORIZED", By::Unknown, Value::OrganizationRole, hinttext::OrganizationRoleNeeded},
    HintRow{Kind::Api, {401, 403}, "USER_UNAUTHORIZED", By::Unknown, Value::Role, hinttext::RoleNeeded},
    HintRow{Kind::Api, {401, 403}, "ACCESS_FORBIDDEN", By::Unknown, Value::OrganizationRole, hinttext::OrganizationRoleNeeded},
    HintRow{Kind::Api, {401, 403}, "ACCESS_FORBIDDEN", By::Unknown, Value::Role, hinttext::RoleNeeded},
    HintRow{Kind::Api, {401, 403}, "NOT_IN_GROUP", By::Unknown, Value::Nothing, hinttext::NotInProject, Step::Projects},
    HintRow{Kind::Api, {401, 403}, "USER_NOT_IN_GROUP", By::Unknown, Value::Nothing, hinttext::NotInProject, Step::Projects},
    HintRow{Kind::Api, {401, 403}, "USER_CANNOT_ACCESS_*", By::Unknown, Value::Nothing, hinttext::OtherOwner, Step::Projects},
    HintRow{Kind::Api, {401, 403}, "*", By::Unknown, Value::Nothing, hinttext::RoleUnknown},
};

constexpr std::array hintRows{
    // The OAuth token call
    HintRow{Kind::SignIn, {400, 401}, "invalid_client", By::Unknown, Value::Nothing, hinttext::ClientSecret, Step::Settings},
    HintRow{Kind::SignIn, 403, "access_denied", By::Unknown, Value::Nothing, hinttext::TooManyTokens},
    HintRow{Kind::SignIn, {400, 403}, "invalid_request", By::Unknown, Value::Nothing, hinttext::SignInNotUnderstood, Step::Settings},
    HintRow{Kind::SignIn, {400, 403}, "unauthorized_client", By::Unknown, Value::Nothing, hinttext::SignInNotUnderstood, Step::Settings},
    HintRow{Kind::SignIn, {400, 403}, "unsupported_grant_type", By::Unknown, Value::Nothing, hinttext::SignInNotUnderstood, Step::Settings},
    HintRow{Kind::SignIn, 401, "*", By::Unknown, Value::Nothing, hinttext::ClientNotValid, Step::Settings},
    HintRow{Kind::SignIn, 401, "", By::Unknown, Value::Nothing, hinttext::ClientNotValid, Step::Settings},
    HintRow{Kind::SignIn, 400, "", By::Unknown, Value::Nothing, hinttext::SignInNotUnderstood, Step::Settings},
    // The request
    HintRow{Kind::Api, 400, "VALIDATION_ERROR", By::Unknown, Value::Nothing, hinttext::Options, Step::Settings},
    HintRow{Kind::Api, 400, "INVALID_QUERY_PARAMETER", By::Unknown, Value::Nothing, hinttext::Options, Step::Settings},
    HintRow{Kind::Api, 400, "MISSING_QUERY_PARAMETER", By::Unknown, Value::Nothing, hinttext::Options, Step::Settings},
    HintRow{Kind::Api, 400, "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", By::Unknown, Value::Nothing, hinttext::Options, Step::Settings},
    HintRow{Kind::Api, 400, "INVALID_ATTRIBUTE", By::Unknown, Value::Nothing, hinttext::Options, Step::Settings},
    HintRow{Kind::Api, 400, "INVALID_PATH_PARAMETER", By::Unknown, Value::Nothing, hinttext::PathParameter},
    HintRow{Kind::Api, 400, "INVALID_ENUM_VALUE", By::Unknown, Value::Nothing, hinttext::FilterValue},
    HintRow{Kind::Api, 400, "DEPRECATED_EVENT_TYPE", By::Unknown, Value::Nothing, hinttext::FilterValue},
    HintRow{Kind::Api, 400, "EVENT_TYPE_UNSUPPORTED_FOR_GROUP_TYPE", By::Unknown, Value::Nothing, hinttext::FilterValue},
    HintRow{Kind::Api, 400, "INVALID_ALERT_STATUS", By::Unknown, Value::Nothing, hinttext::FilterValue},
    HintRow{Kind::Api, 400, "INVALID_DATE_FORMAT", By::Unknown, Value::Nothing, hinttext::Period},
    HintRow{Kind::Api, 400, "INVALID_DATE_RANGE", By::Unknown, Value::Nothing, hinttext::Period},
    HintRow{Kind::Api, 400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", By::Unknown, Value::Nothing, hinttext::Flex},
    HintRow{Kind::Api, 400, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", By::Unknown, Value::Nothing, hinttext::NotFlex},
    HintRow{Kind::Api, 400, "BACKUP_JOB_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::NoCloudBackup},
    HintRow{Kind::Api, 400, "PROVIDER_BACKUP_NOT_SUPPORTED", By::Unknown, Value::Nothing, hinttext::NoCloudBackup},
    HintRow{Kind::Api, 400, "INCORRECT_BACKUP_API_ENDPOINT", By::Unknown, Value::Nothing, hinttext::NoCloudBackup},
    HintRow{Kind::Api, 400, "MULTI_CLOUD_CLUSTER_INVALID", By::Unknown, Value::Nothing, hinttext::MultiCloud, Step::Settings},
    HintRow{Kind::Api, 400, "INACTIVE_ORG", By::Unknown, Value::Nothing, hinttext::InactiveOrganization},
    // The credential
    HintRow{Kind::Api, 401, "UNEXPECTED_ERROR", By::ServiceAccount, Value::Nothing, hinttext::TokenNotTaken, Step::Settings},
    HintRow{Kind::Api, 401, "UNEXPECTED_ERROR", By::Unknown, Value::Nothing, hinttext::KeyNotValid, Step::Settings},
    HintRow{Kind::Api, 401, "NO_CURRENT_USER", By::ServiceAccount, Value::Nothing, hinttext::TokenNotTaken, Step::Settings},
    HintRow{Kind::Api, 401, "NO_CURRENT_USER", By::Unknown, Value::Nothing, hinttext::KeyNotValid, Step::Settings},
    HintRow{Kind::Api, 401, "", By::ServiceAccount, Value::Nothing, hinttext::TokenNotTaken, Step::Settings},
    HintRow{Kind::Api, 401, "", By::Unknown, Value::Nothing, hinttext::KeyNotValid, Step::Settings},
    HintRow{Kind::Api, 401, "*", By::Unknown, Value::Nothing, hinttext::CredentialRefused, Step::Settings},
    HintRow{Kind::Api, 402, "ACCOUNT_SUSPENDED", By::Unknown, Value::Nothing, hinttext::Suspended},
    HintRow{Kind::Api, 402, "NO_PAYMENT_INFORMATION_FOUND", By::Unknown, Value::Nothing, hinttext::NoPayment},
    HintRow{Kind::Api, 402, "*", By::Unknown, Value::Nothing, hinttext::Payment},
    HintRow{Kind::Api, 402, "", By::Unknown, Value::Nothing, hinttext::Payment},
    HintRow{Kind::Api, 403, "IP_ADDRESS_NOT_ON_*", By::ApiKey, Value::Parameter, hinttext::AddressKey, Step::Address},
    HintRow{Kind::Api, 403, "IP_ADDRESS_NOT_ON_*", By::ServiceAccount, Value::Parameter, hinttext::AddressAccount, Step::Address},
    HintRow{Kind::Api, 403, "IP_ADDRESS_NOT_ON_*", By::Unknown, Value::Parameter, hinttext::Address, Step::Address},
    HintRow{Kind::Api, 403, "IP_ADDRESS_NOT_ON_*", By::Unknown, Value::Nothing, hinttext::OwnAddress},
    HintRow{Kind::Api, 403, "GLOBAL_USER_OUTSIDE_SUBNET", By::ApiKey, Value::Parameter, hinttext::AddressKey, Step::Address},
    HintRow{Kind::Api, 403, "GLOBAL_USER_OUTSIDE_SUBNET", By::ServiceAccount, Value::Parameter, hinttext::AddressAccount, Step::Address},
    HintRow{Kind::Api, 403, "GLOBAL_USER_OUTSIDE_SUBNET", By::Unknown, Value::Parameter, hinttext::Address, Step::Address},
    HintRow{Kind::Api, 403, "GLOBAL_USER_OUTSIDE_SUBNET", By::Unknown, Value::Nothing, hinttext::OwnAddress},
    HintRow{Kind::Api, 403, "ORG_REQUIRES_*", By::Unknown, Value::Nothing, hinttext::OrganizationWantsList},
    HintRow{Kind::Api, 403, "RESOURCE_REQUIRES_*", By::Unknown, Value::Nothing, hinttext::CallWantsList},
    HintRow{Kind::Api, 403, "FEATURE_UNSUPPORTED", By::Unknown, Value::Nothing, hinttext::NotInPlan},
    HintRow{Kind::Api, 403, "UNSUPPORTED_FOR_CURRENT_PLAN", By::Unknown, Value::Nothing, hinttext::NotInPlan},
    HintRow{Kind::Api, 403, "UNSUPPORTED_FOR_CURRENT_CONFIG", By::Unknown, Value::Nothing, hinttext::NotInPlan},
    HintRow{Kind::Api, 403, "NO_FREE_TIER_API", By::Unknown, Value::Nothing, hinttext::NotInPlan},
    HintRow{Kind::Api, 403, "*", By::Unknown, Value::Role, hinttext::MayNot},
    HintRow{Kind::Api, 403, "*", By::Unknown, Value::Nothing, hinttext::MayNotUnknown},
    HintRow{Kind::Api, 403, "", By::Unknown, Value::Host, hinttext::Blocked},
    // What is asked for
    HintRow{Kind::Api, {400, 404}, "GROUP_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::ProjectGone, Step::OtherProject},
    HintRow{Kind::Api, {400, 404}, "INVALID_GROUP_ID", By::Unknown, Value::Nothing, hinttext::ProjectGone, Step::OtherProject},
    HintRow{Kind::Api, {400, 404}, "INVALID_ATLAS_GROUP", By::Unknown, Value::Nothing, hinttext::ProjectGone, Step::OtherProject},
    HintRow{Kind::Api, 404, "NOT_ATLAS_GROUP", By::Unknown, Value::Nothing, hinttext::CloudManager, Step::OtherProject},
    HintRow{Kind::Api, 404, "NOT_ATLAS_ORG", By::Unknown, Value::Nothing, hinttext::CloudManager, Step::OtherProject},
    HintRow{Kind::Api, {400, 404}, "ORG_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::OrganizationGone},
    HintRow{Kind::Api, {400, 404}, "INVALID_ORG_ID", By::Unknown, Value::Nothing, hinttext::OrganizationGone},
    HintRow{Kind::Api, 404, "EXPORT_BUCKET_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::BucketGone},
    HintRow{Kind::Api, 404, "CLUSTER_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::ClusterGone},
    HintRow{Kind::Api, 404, "CLUSTER_NAME_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::ClusterGone},
    HintRow{Kind::Api, 404, "INVALID_CLUSTER_ID", By::Unknown, Value::Nothing, hinttext::ClusterGone},
    HintRow{Kind::Api, 404, "BACKUP_CONFIG_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::NoBackupConfiguration},
    HintRow{Kind::Api, 404, "INVALID_JOB_ID", By::Unknown, Value::Nothing, hinttext::JobGone},
    HintRow{Kind::Api, 404, "RESTORE_JOB_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::JobGone},
    HintRow{Kind::Api, 404, "SNAPSHOT_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::JobGone},
    HintRow{Kind::Api, 404, "INVALID_SNAPSHOT_ID", By::Unknown, Value::Nothing, hinttext::JobGone},
    HintRow{Kind::Api, 404, "EVENT_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::Gone},
    HintRow{Kind::Api, 404, "ORG_EVENT_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::Gone},
    HintRow{Kind::Api, 404, "ALERT_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::Gone},
    HintRow{Kind::Api, 404, "INVALID_ALERT_ID", By::Unknown, Value::Nothing, hinttext::Gone},
    HintRow{Kind::Api, 404, "ALERT_CONFIG_NOT_FOUND", By::Unknown, Value::Nothing, hinttext::Gone},
    HintRow{Kind::Api, 404, "INVALID_ALERT_CONFIG_ID", By::Unknown, Value::Nothing, hinttext::Gone},
    HintRow{Kind::Api, 404, "*", By::Unknown, Value::Nothing, hinttext::NotFound},
    HintRow{Kind::Api, 404, "", By::Unknown, Value::Host, hinttext::NotAtlas, Step::Settings},
    // The rest, by status
    HintRow{Kind::Api, {405, 409}, "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", By::Unknown, Value::Nothing, hinttext::NotNow},
    HintRow{Kind::Api, {406, 410}, "INVALID_VERSION_DATE", By::Unknown, Value::OwnVersion, hinttext::NotOffered},
    HintRow{Kind::Api, {406, 410}, "VERSION_GONE", By::Unknown, Value::OwnVersion, hinttext::NotOffered},
    HintRow{Kind::Api, {406, 410}, "INVALID_VERSION_DATE", By::Unknown, Value::Nothing, hinttext::Version, Step::Settings},
    HintRow{Kind::Api, {406, 410}, "VERSION_GONE", By::Unknown, Value::Nothing, hinttext::Version, Step::Settings},
    HintRow{Kind::Api, 407, "*", By::Unknown, Value::Nothing, hinttext::ProxyPassword},
    HintRow{Kind::Api, 407, "", By::Unknown, Value::Nothing, hinttext::ProxyPassword},
    HintRow{Kind::Api, 409, "*", By::Unknown, Value::Nothing, hinttext::NotNow},
    HintRow{Kind::Api, 429, "*", By::Unknown, Value::Seconds, hinttext::TooManyWait},
    HintRow{Kind::Api, 429, "", By::Unknown, Value::Seconds, hinttext::TooManyWait},
    HintRow{Kind::Api, 429, "*", By::Unknown, Value::Nothing, hinttext::TooMany},
    HintRow{Kind::Api, 429, "", By::Unknown, Value::Nothing, hinttext::TooMany},
    HintRow{Kind::Api, {400, 499}, "*", By::Unknown, Value::Nothing, hinttext::Rejected},
    HintRow{Kind::Api, {400, 499}, "", By::Unknown, Value::Nothing, hinttext::NotAtlasRejected, Step::Settings},
    HintRow{Kind::Api, 500, "TIMEOUT_WHILE_PAGING", By::Unknown, Value::Nothing, hinttext::Counting, Step::Settings},
    HintRow{Kind::Api, {500, 599}, "*", By::Unknown, Value::Retries, hinttext::ServerRetried},
    HintRow{Kind::Api, {500, 599}, "", By::Unknown, Value::Retries, hinttext::ServerRetried},
    HintRow{Kind::Api, {500, 599}, "*", By::Unknown, Value::Nothing, hinttext::Server},
    HintRow{Kind::Api, {500, 599}, "", By::Unknown, Value::Nothing, hinttext::ServerOrProxy},
};
// clang-format on

bool fitsCode(const char *pattern, const QString &code)
{
    const QString rule = QString::fromLatin1(pattern);
    if (rule.isEmpty() || code.isEmpty())
        return rule.isEmpty() && code.isEmpty();
    if (rule == u'*')
        return true;
    if (rule.endsWith(u'*'))
        return code.startsWith(QStringView(rule).chopped(1));
    if (rule.startsWith(u'*'))
        return code.endsWith(QStringView(rule).sliced(1));
    return rule == code;
}

bool holdsValue(const atlas::ApiError &error, HintValue value)
{
    switch (value) {
    case HintValue::Nothing:
        return true;
    case HintValue::Role:
        return error.role != atlas::Role::Unnamed;
    case HintValue::OrganizationRole:
        return error.role == atlas::Role::OrganizationMember;
    case HintValue::Parameter:
        return !error.parameters.isEmpty() && !error.parameters.constFirst().isEmpty();
    case HintValue::Host:
        return !hostAskedBy(error).isEmpty();
    case HintValue::Seconds:
        return error.retryAfter.has_value();
    case HintValue::Retries:
        return error.retries > 0;
    case HintValue::OwnVersion:
        return error.hasOwnVersion;
    }
    Q_UNREACHABLE();
}

bool rowFits(const HintRow &row, const atlas::ApiError &error)
{
    return (row.kind == Kind::Api || row.kind == error.kind) && row.statuses.first <= error.status
        && error.status <= row.statuses.last
        && (row.signedBy == By::Unknown || row.signedBy == error.signedBy)
        && fitsCode(row.code, error.errorCode) && holdsValue(error, row.value);
}

} // namespace

std::span<const HintRow> hintTable()
{
    return hintRows;
}

std::span<const HintRow> roleHintTable()
{
    return roleHintRows;
}

const HintRow *hintRowFor(const atlas::ApiError &error)
{
    if (error.kind != Kind::Api && error.kind != Kind::SignIn)
        return nullptr;
    const auto rows = atlas::meansMissingRole(error) ? roleHintTable() : hintTable();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&error](const HintRow &one) { return rowFits(one, error); });
    return row == rows.end() ? nullptr : &*row;
}

QString hostAskedBy(const atlas::ApiError &error)
{
    return QUrl(error.request.section(u' ', 1, 1)).host(QUrl::FullyEncoded);
}

} // namespace insight
