// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/rowbytes.h"

#include <QtGlobal>

#include <cstring>
#include <type_traits>

namespace buckets {

namespace {

/// Reads otherwise on a computer with another order of bytes.
constexpr quint32 FormOfRows = 0x0152'4f57;

using RowTexts = decltype(BucketRow::texts)::Array;
using RowFlags = decltype(BucketRow::flags)::Array;

/// Each row takes as much, without what the compiler leaves free between its members.
constexpr std::size_t RowSize =
    sizeof(RowTexts) + sizeof(RowFlags) + atlas::ObjectId::Size + sizeof(quint32);

static_assert(std::is_trivially_copyable_v<RowTexts> && std::is_trivially_copyable_v<RowFlags>);

/// Which fields the rows have, in which order, and who has folded their texts.
QByteArray fieldKeys()
{
    QByteArray keys = QByteArray(qVersion()) + ';';
    for (const atlas::BucketField field : atlas::ToldFields) {
        const QLatin1StringView key = atlas::infoOf(field).key;
        keys.append(key.data(), key.size()).append(';');
    }
    return keys;
}

class BytesOut
{
public:
    template<class T>
    void add(const T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof(value));
    }
    void addBlock(const QByteArray &block)
    {
        add(static_cast<quint32>(block.size()));
        m_bytes.append(block);
    }
    void reserve(qsizetype more) { m_bytes.reserve(m_bytes.size() + more); }

    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

class BytesIn
{
public:
    explicit BytesIn(QByteArrayView bytes) : m_left(bytes) { }

    /// False if there are too few.
    template<class T>
    bool take(T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if (m_left.size() < static_cast<qsizetype>(sizeof(value)))
            return false;
        std::memcpy(&value, m_left.data(), sizeof(value));
        m_left = m_left.sliced(sizeof(value));
        return true;
    }
    std::optional<QByteArrayView> takeBlock()
    {
        quint32 size = 0;
        if (!take(size) || m_left.size() < static_cast<qsizetype>(size))
            return std::nullopt;
        const QByteArrayView block = m_left.first(static_cast<qsizetype>(size));
        m_left = m_left.sliced(static_cast<qsizetype>(size));
        return block;
    }
    std::size_t left() const { return static_cast<std::size_t>(m_left.size()); }

private:
    QByteArrayView m_left;
};

using IdBytes = std::array<quint8, atlas::ObjectId::Size>;

template<class Id>
Id idOf(const IdBytes &bytes)
{
    return Id(atlas::ObjectId::fromBytes(bytes));
}

bool readProjects(BytesIn &in, BucketRows &rows)
{
    quint32 count = 0;
    if (!in.take(count))
        return false;
    for (quint32 i = 0; i < count; ++i) {
        IdBytes id{};
        TextPool::Index name = TextPool::None;
        if (!in.take(id) || !in.take(name) || name >= rows.texts().end()
            || rows.projectIndex(idOf<atlas::ProjectId>(id)) != i)
            return false;
        if (name != TextPool::None)
            rows.setProjectName(i, rows.texts().text(name));
    }
    return true;
}

bool readRow(BytesIn &in, const BucketRows &rows, BucketRow &row)
{
    RowTexts texts{};
    RowFlags flags{};
    IdBytes id{};
    if (!in.take(texts) || !in.take(flags) || !in.take(id) || !in.take(row.project)
        || row.project >= rows.projectEnd())
        return false;
    for (const TextPool::Index text : texts) {
        if (text >= rows.texts().end())
            return false;
    }
    for (const FlagAnswer flag : flags) {
        if (flag > FlagAnswer::Yes)
            return false;
    }
    row.texts = decltype(row.texts)(texts);
    row.flags = decltype(row.flags)(flags);
    row.id = idOf<atlas::BucketId>(id);
    return true;
}

} // namespace

QByteArray bytesOf(const BucketRows &rows)
{
    const QByteArray texts = rows.texts().toBytes();
    if (texts.isEmpty())
        return {};
    BytesOut out;
    out.add(FormOfRows);
    out.addBlock(fieldKeys());
    out.reserve(texts.size() + rows.size() * static_cast<qsizetype>(RowSize));
    out.addBlock(texts);
    out.add(static_cast<quint32>(rows.projectEnd()));
    for (BucketRows::ProjectIndex i = 0; i < rows.projectEnd(); ++i) {
        out.add(rows.project(i).objectId().bytes());
        out.add(rows.projectName(i));
    }
    out.add(static_cast<quint32>(rows.size()));
    for (int i = 0; i < rows.size(); ++i) {
        const BucketRow &row = rows.packed(i);
        out.add(row.texts.all());
        out.add(row.flags.all());
        out.add(row.id.objectId().bytes());
        out.add(row.project);
    }
    return out.bytes();
}

std::optional<BucketRows> rowsIn(QByteArrayView bytes)
{
    BytesIn in(bytes);
    quint32 form = 0;
    if (!in.take(form) || form != FormOfRows)
        return std::nullopt;
    const auto keys = in.takeBlock();
    if (!keys || *keys != fieldKeys())
        return std::nullopt;
    const auto textBytes = in.takeBlock();
    auto texts = textBytes ? TextPool::fromBytes(*textBytes) : std::nullopt;
    if (!texts)
        return std::nullopt;
    BucketRows rows(std::move(*texts));
    quint32 count = 0;
    if (!readProjects(in, rows) || !in.take(count) || in.left() != count * RowSize)
        return std::nullopt;
    for (quint32 i = 0; i < count; ++i) {
        BucketRow row;
        if (!readRow(in, rows, row))
            return std::nullopt;
        rows.append(row);
    }
    return rows;
}

} // namespace buckets
