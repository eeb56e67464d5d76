// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/errors/result.h"
#include "atlas/values/alertconfiguration.h"
#include "atlas/values/backupschedule.h"
#include "atlas/values/cloudproviderroles.h"
#include "atlas/values/cluster.h"
#include "atlas/values/exportbucket.h"
#include "atlas/values/exportjob.h"
#include "atlas/values/privateendpoint.h"
#include "atlas/values/project.h"
#include "atlas/values/projectevent.h"

#include <QByteArray>
#include <QJsonObject>

namespace atlas {

/// The JSON object that a call was answered with, out of its envelope if it came in one.
/// An error if the body is no whole JSON object, or if it or the HTTP status says that the call
/// failed.
Result<QJsonObject> readAnswer(int httpStatus, const QByteArray &body);

/// The decoders of the calls' answers. A required field that is missing, or any field of the wrong
/// type, is an error that names it; unknown fields are kept or passed over.
Result<Page<Project>> decodeProjects(const QJsonObject &answer);
Result<Project> decodeProject(const QJsonObject &answer);
Result<Page<ExportBucket>> decodeExportBuckets(const QJsonObject &answer);
Result<ExportBucket> decodeExportBucket(const QJsonObject &answer);
Result<Page<Cluster>> decodeClusters(const QJsonObject &answer);
/// A text that is no time is the same as none.
Result<BackupSchedule> decodeBackupSchedule(const QJsonObject &answer);
/// A text that is no time is the same as none.
Result<Page<ExportJob>> decodeExportJobs(const QJsonObject &answer);
/// Roles without an ID are passed over.
Result<CloudProviderRoles> decodeCloudProviderAccess(const QJsonObject &answer);
/// Of the notifications, only whether they reach somebody is read: they hold secrets.
Result<Page<AlertConfiguration>> decodeAlertConfigurations(const QJsonObject &answer);
Result<Page<PrivateEndpoint>> decodePrivateEndpoints(const QJsonObject &answer);
/// Where somebody did it from, and what only some types tell, is passed over.
Result<Page<ProjectEvent>> decodeProjectEvents(const QJsonObject &answer);

} // namespace atlas
