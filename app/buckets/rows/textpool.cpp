// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/textpool.h"

#include "atlas/values/utf8.h"
#include "base/texts/bytesearch.h"
#include "base/texts/foldedtext.h"

#include <QHashFunctions>

#include <algorithm>
#include <cstring>
#include <utility>

namespace buckets {

namespace {

constexpr std::size_t UsualBlockSize = std::size_t(256) * 1024;
constexpr std::size_t FirstTableSize = 256;

quint32 hashOf(QByteArrayView text)
{
    return static_cast<quint32>(qHashBits(text.data(), static_cast<size_t>(text.size())));
}

bool isFoldedAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<uchar>(c) < 0x80 && (c < 'A' || c > 'Z'); });
}

} // namespace

TextPool::TextPool()
{
    clear();
}

TextPool::Index TextPool::add(const QString &text)
{
    if (!text.isValidUtf16())
        return addWild(text);
    return addUtf8(text.toUtf8());
}

/// Two such texts may have one spelling: each is kept for itself.
TextPool::Index TextPool::addWild(const QString &text)
{
    const auto known = m_wildIndexes.constFind(text);
    if (known != m_wildIndexes.constEnd())
        return *known;
    const Index index = addUtf8(text.toUtf8());
    const QByteArrayView spelling = utf8(index);
    const Index itself = append(spelling);
    m_entries[itself].folded = m_entries[index].folded;
    m_wild.insert(itself, text);
    m_wildIndexes.insert(text, itself);
    return itself;
}

TextPool::Index TextPool::add(const std::optional<QString> &text)
{
    return text ? add(*text) : None;
}

TextPool::Index TextPool::addUtf8(QByteArrayView text)
{
    const Index end = this->end();
    const Index index = addUnsearchedUtf8(text);
    const bool isNew = index == end;
    if (!isNew || isFoldedAscii(text))
        return index;
    // Folding twice changes nothing: the folded text is its own folded form.
    const QByteArray folded = foldedText(atlas::textOfUtf8(text));
    m_entries[index].folded = folded == text ? index : addUnsearchedUtf8(folded);
    return index;
}

TextPool::Index TextPool::addUnsearchedUtf8(QByteArrayView text)
{
    const quint32 hash = hashOf(text);
    if (const Index known = find(text, hash); known != None)
        return known;
    const Index index = append(text);
    rememberPlace({hash, index});
    return index;
}

TextPool::Index TextPool::addFrom(const TextPool &other, Index index)
{
    if (const auto wild = other.m_wild.constFind(index); wild != other.m_wild.constEnd())
        return addWild(*wild);
    const QByteArrayView text = other.utf8(index);
    return other.m_entries[index].folded == index ? addUnsearchedUtf8(text) : addUtf8(text);
}

QString TextPool::text(Index index) const
{
    if (!m_wild.isEmpty()) {
        if (const auto wild = m_wild.constFind(index); wild != m_wild.constEnd())
            return *wild;
    }
    return atlas::textOfUtf8(utf8(index));
}

std::optional<QString> TextPool::optionalText(Index index) const
{
    return index == None ? std::nullopt : std::optional(text(index));
}

QByteArrayView TextPool::utf8(Index index) const
{
    const Entry &entry = m_entries[index];
    return {entry.begin, static_cast<qsizetype>(entry.size)};
}

QByteArray TextPool::foldedText(const QString &text)
{
    return base::foldedText(text).toUtf8();
}

void TextPool::findAll(QByteArrayView needle, Index first, std::vector<quint8> &matches) const
{
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const Index end = i + 1 < m_blocks.size() ? m_blocks[i + 1].firstText : this->end();
        if (end > first)
            findInBlock(m_blocks[i], end, needle, first, matches);
    }
    for (Index index = first; index < end(); ++index) {
        const Index folded = m_entries[index].folded;
        if (folded == index || matches[index] != 0)
            continue;
        // That text has been looked through, unless it was there before.
        matches[index] = folded >= first ? matches[folded] : quint8(utf8(folded).contains(needle));
    }
}

void TextPool::findInBlock(const Block &block, Index end, QByteArrayView needle, Index first,
                           std::vector<quint8> &matches) const
{
    Index index = std::max(first, block.firstText);
    const char *const blockEnd = block.bytes.get() + block.used;
    const char *hit = base::nextIn(m_entries[index].begin, blockEnd, needle);
    while (hit) {
        while (index + 1 < end && m_entries[index + 1].begin <= hit)
            ++index;
        const char *const textEnd = m_entries[index].begin + m_entries[index].size;
        // With a NUL in it, a needle may reach from one text into the next.
        const bool isInside = hit + needle.size() <= textEnd;
        if (isInside)
            matches[index] = 1;
        hit = base::nextIn(isInside ? textEnd : hit + 1, blockEnd, needle);
    }
}

void TextPool::clear()
{
    m_entries.truncate(0);
    m_blocks.clear();
    m_wild.clear();
    m_wildIndexes.clear();
    m_table.assign(FirstTableSize, {});
    m_entries.append({});
}

QByteArray TextPool::toBytes() const
{
    if (!m_wild.isEmpty())
        return {};
    std::vector<quint32> numbers{end()};
    std::size_t textSize = 0;
    for (Index index = 1; index < end(); ++index) {
        const Entry &entry = m_entries[index];
        numbers.push_back(entry.size);
        numbers.push_back(entry.folded);
        textSize += entry.size + 1;
    }
    const std::size_t headSize = numbers.size() * sizeof(quint32);
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(headSize + textSize));
    bytes.append(reinterpret_cast<const char *>(numbers.data()), static_cast<qsizetype>(headSize));
    for (Index index = 1; index < end(); ++index)
        bytes.append(m_entries[index].begin, static_cast<qsizetype>(m_entries[index].size) + 1);
    return bytes;
}

std::optional<TextPool> TextPool::fromBytes(QByteArrayView bytes)
{
    const auto all = static_cast<std::size_t>(bytes.size());
    quint32 count = 0;
    if (all < sizeof(count))
        return std::nullopt;
    std::memcpy(&count, bytes.data(), sizeof(count));
    const std::size_t headSize = sizeof(count) + (std::size_t(count) - 1) * 2 * sizeof(quint32);
    if (count == 0 || headSize > all)
        return std::nullopt;
    std::vector<quint32> numbers(headSize / sizeof(quint32));
    std::memcpy(numbers.data(), bytes.data(), headSize);
    TextPool pool;
    const std::size_t textSize = all - headSize;
    Block block{std::unique_ptr<char[]>(new char[textSize]), textSize, textSize, 1};
    std::memcpy(block.bytes.get(), bytes.data() + headSize, textSize);
    pool.reserve(count);
    std::size_t place = 0;
    for (Index index = 1; index < count; ++index) {
        const quint32 size = numbers[2 * index - 1];
        const Index folded = numbers[2 * index];
        if (size >= textSize - place || folded == None || folded >= count)
            return std::nullopt;
        const char *const begin = block.bytes.get() + place;
        pool.m_entries.append({begin, size, folded});
        putIn(pool.m_table, {hashOf({begin, static_cast<qsizetype>(size)}), index});
        place += std::size_t(size) + 1;
    }
    if (place != textSize)
        return std::nullopt;
    if (textSize > 0)
        pool.m_blocks.push_back(std::move(block));
    return pool;
}

/// Makes room in the table for `count` texts.
void TextPool::reserve(std::size_t count)
{
    std::size_t size = FirstTableSize;
    while (size < 2 * count)
        size *= 2;
    m_table.assign(size, {});
}

TextPool::Index TextPool::find(QByteArrayView text) const
{
    return find(text, hashOf(text));
}

TextPool::Index TextPool::find(QByteArrayView text, quint32 hash) const
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t place = hash & mask;
    while (m_table[place].index != None) {
        const Slot slot = m_table[place];
        if (slot.hash == hash && utf8(slot.index) == text)
            return slot.index;
        place = (place + 1) & mask;
    }
    return None;
}

/// Puts a text at the end, whether or not it is there already.
TextPool::Index TextPool::append(QByteArrayView text)
{
    const auto size = static_cast<std::size_t>(text.size());
    Block &block = blockFor(size + 1);
    char *begin = block.bytes.get() + block.used;
    std::copy(text.begin(), text.end(), begin);
    begin[size] = '\0';
    block.used += size + 1;
    const Index index = end();
    m_entries.append({begin, static_cast<quint32>(size), index});
    return index;
}

void TextPool::rememberPlace(Slot slot)
{
    if (m_entries.size() * 2 > m_table.size())
        growTable();
    putIn(m_table, slot);
}

void TextPool::growTable()
{
    std::vector<Slot> larger(m_table.size() * 2);
    for (const Slot slot : m_table) {
        if (slot.index != None)
            putIn(larger, slot);
    }
    m_table = std::move(larger);
}

/// There must be room.
void TextPool::putIn(std::vector<Slot> &table, Slot slot)
{
    const std::size_t mask = table.size() - 1;
    std::size_t place = slot.hash & mask;
    while (table[place].index != None)
        place = (place + 1) & mask;
    table[place] = slot;
}

TextPool::Block &TextPool::blockFor(std::size_t size)
{
    if (m_blocks.empty() || m_blocks.back().used + size > m_blocks.back().size) {
        const std::size_t blockSize = std::max(size, UsualBlockSize);
        // Not zeroed: it will be written to.
        m_blocks.push_back({std::unique_ptr<char[]>(new char[blockSize]), 0, blockSize, end()});
    }
    return m_blocks.back();
}

} // namespace buckets
