// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/rolewarnings.h"

#include "buckets/reading/bucketrole.h"
#include "insight/advice/errorhint.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

struct RoleWarningText
{
    Q_DECLARE_TR_FUNCTIONS(insight::BucketFields)
};

QStringList warningsOf(const std::monostate &)
{
    return {RoleWarningText::tr("This project no longer has this bucket’s role, so exports fail. "
                                "Set up the role again in Atlas.")};
}

QStringList warningsOf(const atlas::AwsRole &role)
{
    if (role.authorized)
        return {};
    return {RoleWarningText::tr("This bucket’s role is not authorized, so exports fail. Set up its "
                                "trust policy, then authorize the role in Atlas.")};
}

QStringList warningsOf(const atlas::AzureRole &)
{
    return {};
}

QStringList warningsOf(const atlas::GcpRole &role)
{
    if (!role.status || *role.status == "COMPLETE"_L1)
        return {};
    return {RoleWarningText::tr("This bucket’s service account is not ready (%1). Exports may "
                                "fail.")
                .arg(*role.status)};
}

} // namespace

QStringList roleWarnings(const atlas::ExportBucket &bucket,
                         const buckets::RoleReader::Knowledge &roles)
{
    switch (roles.state) {
    case buckets::RoleReader::State::Unread:
    case buckets::RoleReader::State::Reading:
        return {};
    case buckets::RoleReader::State::Failed:
        return {RoleWarningText::tr("The role could not be loaded: %1\n%2")
                    .arg(atlas::wordedAnew(roles.error).detail, hintFor(roles.error))};
    case buckets::RoleReader::State::Ready:
        break;
    }
    const buckets::BucketRole role = buckets::roleOf(bucket, roles.roles);
    const bool isKnown = !std::holds_alternative<std::monostate>(role)
        || roles.roles.listed.contains(bucket.provider().kind());
    if (!bucket.text(atlas::BucketField::RoleId) || !isKnown)
        return {};
    return std::visit([](const auto &found) { return warningsOf(found); }, role);
}

} // namespace insight
