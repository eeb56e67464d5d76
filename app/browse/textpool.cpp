// SPDX-License-Identifier: Apache-2.0
#include "browse/textpool.h"

#include "browse/bytesearch.h"

#include <QHashFunctions>

#include <algorithm>
#include <utility>

namespace browse {

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
    const Index itself = append(spelling, hashOf(spelling));
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
    const quint32 hash = hashOf(text);
    if (const Index known = find(text, hash); known != None)
        return known;
    const Index index = append(text, hash);
    rememberPlace(index);
    if (isFoldedAscii(text)) {
        m_entries[index].folded = index;
    } else {
        const QByteArray folded = foldedText(QString::fromUtf8(text));
        m_entries[index].folded = folded == text ? index : addUtf8(folded);
    }
    return index;
}

QString TextPool::text(Index index) const
{
    if (!m_wild.isEmpty()) {
        if (const auto wild = m_wild.constFind(index); wild != m_wild.constEnd())
            return *wild;
    }
    return QString::fromUtf8(utf8(index));
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
    return text.toCaseFolded().toUtf8();
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
    const char *hit = nextIn(m_entries[index].begin, blockEnd, needle);
    while (hit) {
        while (index + 1 < end && m_entries[index + 1].begin <= hit)
            ++index;
        const char *const textEnd = m_entries[index].begin + m_entries[index].size;
        // With a NUL in it, a needle may reach from one text into the next.
        const bool isInside = hit + needle.size() <= textEnd;
        if (isInside)
            matches[index] = 1;
        hit = nextIn(isInside ? textEnd : hit + 1, blockEnd, needle);
    }
}

void TextPool::clear()
{
    m_entries.truncate(0);
    m_blocks.clear();
    m_wild.clear();
    m_wildIndexes.clear();
    m_table.assign(FirstTableSize, None);
    m_entries.append({});
}

TextPool::Index TextPool::find(QByteArrayView text) const
{
    return find(text, hashOf(text));
}

TextPool::Index TextPool::find(QByteArrayView text, quint32 hash) const
{
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t place = hash & mask; m_table[place] != None; place = (place + 1) & mask) {
        const Index index = m_table[place];
        if (m_entries[index].hash == hash && utf8(index) == text)
            return index;
    }
    return None;
}

/// Puts a text at the end, whether or not it is there already.
TextPool::Index TextPool::append(QByteArrayView text, quint32 hash)
{
    const auto size = static_cast<std::size_t>(text.size());
    Block &block = blockFor(size + 1);
    char *begin = block.bytes.get() + block.used;
    std::copy(text.begin(), text.end(), begin);
    begin[size] = '\0';
    block.used += size + 1;
    const Index index = end();
    m_entries.append({begin, static_cast<quint32>(size), hash, index});
    return index;
}

void TextPool::rememberPlace(Index index)
{
    if (m_entries.size() * 2 > m_table.size())
        growTable();
    const std::size_t mask = m_table.size() - 1;
    std::size_t place = m_entries[index].hash & mask;
    while (m_table[place] != None)
        place = (place + 1) & mask;
    m_table[place] = index;
}

void TextPool::growTable()
{
    const std::vector<Index> old = std::exchange(m_table, {});
    m_table.assign(old.size() * 2, None);
    const std::size_t mask = m_table.size() - 1;
    for (const Index index : old) {
        if (index == None)
            continue;
        std::size_t place = m_entries[index].hash & mask;
        while (m_table[place] != None)
            place = (place + 1) & mask;
        m_table[place] = index;
    }
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

} // namespace browse
