// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim::sample {

inline constexpr QLatin1String PublicKey("readonly");
inline constexpr QLatin1String PrivateKey("0b6c1f3e-5a47-4d92-8e1b-7c2f9a3d6e50");
/// Signs in, but every call below a project answers 401 USER_UNAUTHORIZED.
inline constexpr QLatin1String PowerlessPublicKey("orgmembr");
inline constexpr QLatin1String PowerlessPrivateKey("c4d1e7a2-93b8-4f06-a5de-18f7b0629c3d");
/// Reads projects, but the calls for export jobs answer 401 USER_UNAUTHORIZED.
inline constexpr QLatin1String ViewerPublicKey("lookonly");
inline constexpr QLatin1String ViewerPrivateKey("5e2a9d07-61cf-4b38-a4f5-d3097b8c1e62");
/// As PublicKey; also owns the projects, so that the call for private endpoints is answered.
inline constexpr QLatin1String OwnerPublicKey("projownr");
inline constexpr QLatin1String OwnerPrivateKey("91c6b3f4-27ad-4e80-b5d1-60e83f7a294c");
inline constexpr QLatin1String ClientId("mdb_sa_id_65f1c0de65f1c0de65f1c0de");
/// With characters that form-URL-encoding changes.
inline constexpr QLatin1String ClientSecret("mdb_sa_sk_sample+secret/for:the~simulator%only");
/// As ViewerPublicKey.
inline constexpr QLatin1String ViewerClientId("mdb_sa_id_65f1c0de65f1c0de65f1c0d1");
inline constexpr QLatin1String ViewerClientSecret("mdb_sa_sk_viewer+secret/for:the~simulator%only");

inline constexpr QLatin1String Organisation("5e0000000000000000000001");
inline constexpr QLatin1String IdentityPlatform("5f0000000000000000000001"); ///< 7 buckets
inline constexpr QLatin1String PaymentsProd("5f0000000000000000000002"); ///< 31, all providers
inline constexpr QLatin1String PaymentsStaging("5f0000000000000000000003"); ///< 6
inline constexpr QLatin1String AtlasCliE2e("5f0000000000000000000004"); ///< 2,508 of one name
inline constexpr QLatin1String KoreanPayments("5f0000000000000000000005"); ///< 9
inline constexpr QLatin1String AnalyticsEu("5f0000000000000000000006"); ///< 11
inline constexpr QLatin1String Search("5f0000000000000000000007"); ///< 4
inline constexpr QLatin1String Sandbox("5f0000000000000000000008"); ///< none
inline constexpr QLatin1String Legacy("5f0000000000000000000009"); ///< 403, IP access list
inline constexpr QLatin1String DataWarehouse("5f000000000000000000000a"); ///< 240
inline constexpr QLatin1String IotTelemetry("5f000000000000000000000b"); ///< 100: one full page
inline constexpr QLatin1String CustomerPortal("5f000000000000000000000c"); ///< 5, fields missing
inline constexpr QLatin1String PartnerIntegrations("5f000000000000000000000d"); ///< 3, one on OCI
inline constexpr QLatin1String DisasterRecovery("5f000000000000000000000e"); ///< 1, 63 characters

/// Of the last bucket of Payments – prod: in the project, but not authorised.
inline constexpr QLatin1String UnauthorisedRole("63d9ab8086ba5cbb0b6c943f");
/// Of both AWS buckets of Search: no longer in the project, so its exports fail.
inline constexpr QLatin1String MissingRole("63d9ab80ff9843a108968493");
/// Of the Google Cloud bucket of Partner integrations: its account is still being made.
inline constexpr QLatin1String IncompleteRole("63d9ab80a41c4de353d80d11");

/// Index of a bucket of Payments – prod that a schedule still names, with exports off.
inline constexpr int LeftoverExportBucket = 3;

/// One organisation as an operator might meet it; the same each time.
World world();

void addCredentials(World &world);

} // namespace atlassim::sample
