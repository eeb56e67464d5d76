// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/calls/pagedecoding.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

Project readProject(JsonReader &reader, const QJsonObject &)
{
    Project project;
    project.id = decoding::readId<ProjectId>(reader, u"id"_s);
    project.name = reader.requiredString(u"name"_s);
    project.organizationId = reader.string(u"orgId"_s);
    project.clusterCount = reader.integer(u"clusterCount"_s);
    project.created = decoding::readTime(reader, u"created"_s);
    return project;
}

} // namespace

Result<Page<Project>> decodeProjects(const QJsonObject &answer)
{
    return decoding::decodePage<Project>(answer, readProject);
}

Result<Project> decodeProject(const QJsonObject &answer)
{
    return decoding::decodeOne<Project>(answer, readProject);
}

} // namespace atlas
