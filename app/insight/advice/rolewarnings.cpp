// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/rolewarnings.h"

#include "buckets/reading/bucketrole.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"

#include <QCoreApplication>

namespace insight {

namespace {

struct RoleWarningText
{
    Q_DECLARE_TR_FUNCTIONS(insight::BucketFields)
};

/// Of a role that is there and not to be used, or not known to be.
QString warningOf(const buckets::BucketRole &role)
{
    const auto *gcp = std::get_if<atlas::GcpRole>(&role);
    if (!gcp)
        return RoleWarningText::tr("This bucket’s role is not authorized, so exports fail. Set up "
                                   "its trust policy, then authorize the role in Atlas.");
    return RoleWarningText::tr("This bucket’s service account is not ready (%1). Exports may fail.")
        .arg(gcp->status.value_or(QString()));
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
        return {RoleWarningText::tr("The role could not be loaded.\n%1\n%2")
                    .arg(quotedReason(roles.error), hintFor(roles.error))};
    case buckets::RoleReader::State::Ready:
        break;
    }
    switch (buckets::roleStandingOf(bucket, roles.roles)) {
    case buckets::RoleStanding::Unknown:
    case buckets::RoleStanding::Usable:
        return {};
    case buckets::RoleStanding::Gone:
        return {RoleWarningText::tr("This project no longer has this bucket’s role, so exports "
                                    "fail. Set up the role again in Atlas.")};
    case buckets::RoleStanding::NotAuthorized:
    case buckets::RoleStanding::Unclear:
        return {warningOf(buckets::roleOf(bucket, roles.roles))};
    }
    Q_UNREACHABLE();
}

} // namespace insight
