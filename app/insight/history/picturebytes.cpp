// SPDX-License-Identifier: Apache-2.0
#include "insight/history/picturebytes.h"

#include <QDataStream>
#include <QIODevice>

namespace insight {

namespace {

constexpr auto OutlineVersion = QDataStream::Qt_6_0;
constexpr qsizetype HexDigits = atlas::ObjectId::HexSize;

} // namespace

KeptOutline outlineOf(qint64 id, const KeptReading &reading)
{
    KeptOutline outline{id, reading.at, reading.hasAllProjects, {}};
    for (const KeptProject &project : reading.projects)
        outline.projects.append({project.id, project.name, static_cast<int>(project.buckets.size()),
                                 project.hasAllBuckets});
    return outline;
}

QByteArray outlineBytesOf(const KeptReading &reading)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(OutlineVersion);
    out << reading.hasAllProjects << static_cast<quint32>(reading.projects.size());
    for (const KeptProject &project : reading.projects) {
        const auto id = project.id.toHexBytes();
        out.writeRawData(id.data(), static_cast<int>(id.size()));
        out << project.name << static_cast<qint32>(project.buckets.size()) << project.hasAllBuckets;
    }
    return bytes;
}

std::optional<KeptOutline> outlineIn(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(OutlineVersion);
    KeptOutline outline;
    quint32 count = 0;
    in >> outline.hasAllProjects >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray hex(HexDigits, '0');
        KeptOutline::Project project;
        qint32 buckets = 0;
        in.readRawData(hex.data(), static_cast<int>(hex.size()));
        in >> project.name >> buckets >> project.hasAllBuckets;
        const auto id = atlas::ProjectId::fromHex(QByteArrayView(hex));
        if (!id || buckets < 0)
            return std::nullopt;
        project.id = *id;
        project.buckets = buckets;
        outline.projects.append(project);
    }
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    return outline;
}

buckets::BucketRows rowsOf(const KeptReading &reading)
{
    buckets::BucketRows rows;
    for (const KeptProject &project : reading.projects) {
        const auto index = rows.projectIndex(project.id);
        rows.setProjectName(index, project.name);
        for (const atlas::ExportBucket &bucket : project.buckets)
            rows.append(rows.pack(index, bucket));
    }
    return rows;
}

} // namespace insight
