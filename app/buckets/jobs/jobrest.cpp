// SPDX-License-Identifier: Apache-2.0
#include "buckets/jobs/jobrest.h"

#include "atlas/values/objectid.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace buckets {

namespace {

using atlas::ExportJob;

/// What a job has. In one byte before all else of it.
enum Has : quint8 {
    SnapshotAsText = 1,
    SnapshotAsId = 2,
    ProgressNumbers = 4,
    Components = 8,
    CustomData = 16,
};

constexpr int BitsOfByte = 7;
constexpr quint64 MoreFollows = 1U << BitsOfByte;

bool isLatin1(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar character) { return character.unicode() < 256; });
}

qsizetype sharedLength(const QString &one, const QString &other)
{
    const auto ends = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return ends.first - one.begin();
}

quint8 contentsOf(const ExportJob &job)
{
    quint8 has = 0;
    if (job.snapshotId)
        has |= atlas::ObjectId::fromHex(*job.snapshotId) ? SnapshotAsId : SnapshotAsText;
    if (job.progress)
        has |= ProgressNumbers;
    if (!job.components.isEmpty())
        has |= Components;
    if (!job.customData.isEmpty())
        has |= CustomData;
    return has;
}

} // namespace

void JobRestWriter::add(const ExportJob &job)
{
    const quint8 has = contentsOf(job);
    m_bytes.append(static_cast<char>(has));
    addPrefix(job.prefix);
    if (job.snapshotId)
        addSnapshot(*job.snapshotId);
    if (job.progress) {
        addNumber(static_cast<quint64>(job.progress->exported));
        addNumber(static_cast<quint64>(job.progress->total));
    }
    if (!job.components.isEmpty())
        addNumber(static_cast<quint64>(job.components.size()));
    for (const ExportJob::Component &component : job.components) {
        addText(component.exportId);
        addText(component.replicaSet);
    }
    if (!job.customData.isEmpty())
        addNumber(static_cast<quint64>(job.customData.size()));
    for (const ExportJob::CustomData &data : job.customData) {
        addText(data.key);
        addText(data.value);
    }
}

/// The smaller, the fewer bytes.
void JobRestWriter::addNumber(quint64 number)
{
    for (; number >= MoreFollows; number >>= BitsOfByte)
        m_bytes.append(static_cast<char>(number | MoreFollows));
    m_bytes.append(static_cast<char>(number));
}

/// As it is, also where that is no valid Unicode.
void JobRestWriter::addText(QStringView text)
{
    const bool isNarrow = isLatin1(text);
    addNumber(static_cast<quint64>(text.size()) << 1U | (isNarrow ? 0U : 1U));
    if (isNarrow)
        m_bytes.append(text.toLatin1());
    else
        m_bytes.append(reinterpret_cast<const char *>(text.utf16()),
                       text.size() * qsizetype(sizeof(char16_t)));
}

void JobRestWriter::addPrefix(const QString &prefix)
{
    const qsizetype shared = sharedLength(prefix, m_lastPrefix);
    addNumber(static_cast<quint64>(shared));
    addText(QStringView(prefix).sliced(shared));
    m_lastPrefix = prefix;
}

void JobRestWriter::addSnapshot(const QString &id)
{
    const auto objectId = atlas::ObjectId::fromHex(id);
    if (!objectId) {
        addText(id);
        return;
    }
    const auto &bytes = objectId->bytes();
    m_bytes.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

void JobRestReader::fillIn(ExportJob &job)
{
    const quint8 has = byte();
    job.prefix = prefix();
    if (has & SnapshotAsText)
        job.snapshotId = text();
    if (has & SnapshotAsId)
        job.snapshotId = objectId();
    if (has & ProgressNumbers) {
        const auto exported = static_cast<qint64>(number());
        job.progress = {exported, static_cast<qint64>(number())};
    }
    for (quint64 left = has & Components ? number() : 0; left > 0; --left) {
        const QString exportId = text();
        job.components.append({exportId, text()});
    }
    for (quint64 left = has & CustomData ? number() : 0; left > 0; --left) {
        const QString key = text();
        job.customData.append({key, text()});
    }
}

quint64 JobRestReader::number()
{
    quint64 number = 0;
    for (int shift = 0;; shift += BitsOfByte) {
        const quint64 next = byte();
        number |= (next & ~MoreFollows) << shift;
        if (next < MoreFollows)
            return number;
    }
}

QString JobRestReader::text()
{
    const quint64 header = number();
    const auto length = static_cast<qsizetype>(header >> 1U);
    const char *const begin = m_bytes.constData() + m_at;
    if ((header & 1U) == 0) {
        m_at += length;
        return QString::fromLatin1(begin, length);
    }
    QString text(length, Qt::Uninitialized);
    std::memcpy(text.data(), begin, static_cast<std::size_t>(length) * sizeof(char16_t));
    m_at += length * qsizetype(sizeof(char16_t));
    return text;
}

QString JobRestReader::prefix()
{
    const auto shared = static_cast<qsizetype>(number());
    m_lastPrefix = QString(m_lastPrefix.first(shared) + text());
    return m_lastPrefix;
}

QString JobRestReader::objectId()
{
    constexpr auto size = static_cast<qsizetype>(atlas::ObjectId::Size);
    const QByteArray bytes = QByteArray::fromRawData(m_bytes.constData() + m_at, size);
    m_at += size;
    return QString::fromLatin1(bytes.toHex());
}

} // namespace buckets
