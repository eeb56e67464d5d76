// SPDX-License-Identifier: Apache-2.0
#include "insight/history/readingbytes.h"

#include "insight/history/textlist.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <array>

namespace insight {

namespace {

using atlas::BucketField;

constexpr auto StreamVersion = QDataStream::Qt_6_0;
/// The first byte. Another form gets another.
constexpr quint8 FormOfBytes = 1;

/// How a flag lies in the file.
enum class KeptFlag : quint8 { Absent, No, Yes };

KeptFlag keptFlag(std::optional<bool> flag)
{
    if (!flag)
        return KeptFlag::Absent;
    return *flag ? KeptFlag::Yes : KeptFlag::No;
}

/// The lists, each sorted but for that of the buckets, whose order is the one on screen.
KeptProject inOrder(KeptProject project)
{
    const auto sortBy = [](auto &list, auto member) {
        std::sort(list.begin(), list.end(),
                  [member](const auto &a, const auto &b) { return a.*member < b.*member; });
    };
    sortBy(project.schedules, &KeptSchedule::cluster);
    sortBy(project.roles, &KeptRole::id);
    std::sort(project.unreadClusters.begin(), project.unreadClusters.end());
    return project;
}

template<class Id>
void writeId(QDataStream &out, const Id &id)
{
    const auto &bytes = id.objectId().bytes();
    out.writeRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<int>(bytes.size()));
}

template<class Id>
Id readIdFrom(QDataStream &in)
{
    std::array<char, atlas::ObjectId::HexSize / 2> raw{};
    if (in.readRawData(raw.data(), static_cast<int>(raw.size())) != static_cast<int>(raw.size()))
        in.setStatus(QDataStream::ReadPastEnd);
    const QByteArray hex = QByteArray::fromRawData(raw.data(), raw.size()).toHex();
    return Id::fromHex(QString::fromLatin1(hex)).value_or(Id());
}

/// How many things follow. No more than there are bytes for: what is damaged takes no memory.
qsizetype readCount(QDataStream &in)
{
    quint32 count = 0;
    in >> count;
    if (count > in.device()->bytesAvailable())
        in.setStatus(QDataStream::ReadCorruptData);
    return in.status() == QDataStream::Ok ? qsizetype(count) : 0;
}

void writeKeys(QDataStream &out)
{
    out << static_cast<quint8>(atlas::ToldFields.size());
    for (const BucketField field : atlas::ToldFields) {
        const QLatin1StringView key = atlas::infoOf(field).key;
        out << QByteArray(key.data(), key.size());
    }
}

/// The fields whose values follow, in their order; nothing for one that this program does not know.
QList<std::optional<BucketField>> readKeys(QDataStream &in)
{
    quint8 count = 0;
    in >> count;
    QList<std::optional<BucketField>> fields;
    for (int i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray key;
        in >> key;
        const auto *const field = std::find_if(
            atlas::ToldFields.data(), atlas::ToldFields.data() + atlas::ToldFields.size(),
            [&key](BucketField one) { return atlas::infoOf(one).key == QLatin1StringView(key); });
        const bool isKnown = field != atlas::ToldFields.data() + atlas::ToldFields.size();
        fields.append(isKnown ? std::optional(*field) : std::nullopt);
    }
    return fields;
}

void writeBucket(QDataStream &out, const atlas::ExportBucket &bucket, TextList &texts)
{
    writeId(out, bucket.id);
    for (const BucketField field : atlas::ToldFields) {
        if (atlas::infoOf(field).source == atlas::FieldSource::Flag) {
            out << static_cast<quint32>(keptFlag(bucket.flag(field)));
        } else {
            const auto &text = bucket.text(field);
            out << (text ? texts.numberOf(*text) : 0);
        }
    }
}

/// The texts of a project, by number; what is no number of one is damage.
class ReadTexts
{
public:
    explicit ReadTexts(QDataStream &in) : m_in(in)
    {
        const qsizetype count = readCount(in);
        for (qsizetype i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
            QString text;
            in >> text;
            m_texts.append(text);
        }
    }

    std::optional<QString> at(quint32 number) const
    {
        if (number == 0)
            return std::nullopt;
        if (number > static_cast<quint32>(m_texts.size())) {
            m_in.setStatus(QDataStream::ReadCorruptData);
            return std::nullopt;
        }
        return m_texts.at(static_cast<qsizetype>(number) - 1);
    }

private:
    QDataStream &m_in;
    QList<QString> m_texts;
};

void readBucketValue(atlas::ExportBucket &bucket, BucketField field, quint32 value,
                     const ReadTexts &texts)
{
    if (atlas::infoOf(field).source != atlas::FieldSource::Flag)
        bucket.text(field) = texts.at(value);
    else if (value != static_cast<quint32>(KeptFlag::Absent))
        bucket.flag(field) = value == static_cast<quint32>(KeptFlag::Yes);
}

atlas::ClusterName readCluster(QDataStream &in)
{
    QString name;
    in >> name;
    const auto cluster = atlas::ClusterName::fromString(name);
    if (!cluster)
        in.setStatus(QDataStream::ReadCorruptData);
    return cluster.value_or(atlas::ClusterName());
}

void writeSchedule(QDataStream &out, const KeptSchedule &schedule)
{
    out << schedule.cluster.toString() << schedule.isOn << schedule.bucket.has_value();
    if (schedule.bucket)
        writeId(out, *schedule.bucket);
    out << schedule.frequency;
}

KeptSchedule readScheduleFrom(QDataStream &in)
{
    KeptSchedule schedule;
    schedule.cluster = readCluster(in);
    bool hasBucket = false;
    in >> schedule.isOn >> hasBucket;
    if (hasBucket)
        schedule.bucket = readIdFrom<atlas::BucketId>(in);
    in >> schedule.frequency;
    return schedule;
}

KeptRole readRoleFrom(QDataStream &in)
{
    KeptRole role;
    in >> role.id >> role.provider >> role.isAuthorized;
    return role;
}

template<class T, class Read>
QList<T> readList(QDataStream &in, const Read &read)
{
    QList<T> list;
    const qsizetype count = readCount(in);
    for (qsizetype i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        list.append(read());
    return list;
}

QList<atlas::ExportBucket> readBuckets(QDataStream &in)
{
    const QList<std::optional<BucketField>> fields = readKeys(in);
    const ReadTexts texts(in);
    return readList<atlas::ExportBucket>(in, [&] {
        atlas::ExportBucket bucket;
        bucket.id = readIdFrom<atlas::BucketId>(in);
        for (const auto &field : fields) {
            quint32 value = 0;
            in >> value;
            if (field)
                readBucketValue(bucket, *field, value, texts);
        }
        return bucket;
    });
}

void writeBuckets(QDataStream &out, const QList<atlas::ExportBucket> &buckets)
{
    QByteArray rows;
    QDataStream rowStream(&rows, QIODevice::WriteOnly);
    rowStream.setVersion(StreamVersion);
    TextList texts;
    for (const atlas::ExportBucket &bucket : buckets)
        writeBucket(rowStream, bucket, texts);
    writeKeys(out);
    out << static_cast<quint32>(texts.texts().size());
    for (const QString &text : texts.texts())
        out << text;
    out << static_cast<quint32>(buckets.size());
    out.writeRawData(rows.constData(), static_cast<int>(rows.size()));
}

} // namespace

QByteArray bytesOf(const KeptProject &project)
{
    const KeptProject sorted = inOrder(project);
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(StreamVersion);
    out << FormOfBytes;
    writeId(out, sorted.id);
    out << sorted.name << sorted.hasAllBuckets << sorted.hasAllClusters << sorted.hasAllRoles;
    writeBuckets(out, sorted.buckets);
    out << static_cast<quint32>(sorted.schedules.size());
    for (const KeptSchedule &schedule : sorted.schedules)
        writeSchedule(out, schedule);
    out << static_cast<quint32>(sorted.unreadClusters.size());
    for (const atlas::ClusterName &cluster : sorted.unreadClusters)
        out << cluster.toString();
    out << static_cast<quint32>(sorted.roles.size());
    for (const KeptRole &role : sorted.roles)
        out << role.id << role.provider << role.isAuthorized;
    return bytes;
}

std::optional<KeptProject> projectIn(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(StreamVersion);
    quint8 form = 0;
    in >> form;
    if (form != FormOfBytes)
        return std::nullopt;
    KeptProject project;
    project.id = readIdFrom<atlas::ProjectId>(in);
    in >> project.name >> project.hasAllBuckets >> project.hasAllClusters >> project.hasAllRoles;
    project.buckets = readBuckets(in);
    project.schedules = readList<KeptSchedule>(in, [&in] { return readScheduleFrom(in); });
    project.unreadClusters = readList<atlas::ClusterName>(in, [&in] { return readCluster(in); });
    project.roles = readList<KeptRole>(in, [&in] { return readRoleFrom(in); });
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    return project;
}

} // namespace insight
