// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/chunkedlist.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace buckets {

/// Keeps each text once, as UTF-8, and hands out numbers for it. Thousands of registrations share a
/// few names and roles. What is in the pool can be searched at the speed of memory.
class TextPool
{
public:
    using Index = quint32;
    /// Stands for a text that is not there at all, which is not the same as an empty one.
    static constexpr Index None = 0;

    TextPool();

    Index add(const QString &text);
    /// None for nothing.
    Index add(const std::optional<QString> &text);
    /// As add(), for a text that is valid UTF-8 already.
    Index addUtf8(QByteArrayView text);
    /// As addUtf8(), without a folded form of the text: folded() spells it as it is.
    Index addUnsearchedUtf8(QByteArrayView text);
    /// As add(), for a text of another pool; as addUnsearchedUtf8(), where that has no other folded
    /// form of it.
    Index addFrom(const TextPool &other, Index index);
    /// None for nothing.
    Index addOptionalUtf8(const std::optional<QByteArrayView> &text)
    {
        return text ? addUtf8(*text) : None;
    }

    /// None if it is not there, or is no valid UTF-8.
    Index find(QByteArrayView text) const;

    /// Indexes are below this.
    Index end() const { return static_cast<Index>(m_entries.size()); }

    /// The text behind `index`; a null string for None. `index` must come from add().
    QString text(Index index) const;
    /// Nothing for None.
    std::optional<QString> optionalText(Index index) const;
    /// The text as UTF-8; null for None. Valid until clear().
    QByteArrayView utf8(Index index) const;
    /// The text as foldedText() makes it, as UTF-8.
    QByteArrayView folded(Index index) const { return utf8(m_entries[index].folded); }

    /// base::foldedText() as UTF-8: how folded() spells a text.
    static QByteArray foldedText(const QString &text);

    /// Sets `matches[i]` to 1 for each text i from `first` on that contains `needle`, which is
    /// folded and not empty. `matches` must have end() entries, and 0 in those from `first` on.
    void findAll(QByteArrayView needle, Index first, std::vector<quint8> &matches) const;

    void clear();

    /// All texts and their numbers, in a form for this version of the program on this kind of
    /// computer; empty if there are texts that UTF-8 cannot spell.
    QByteArray toBytes() const;
    /// The pool that toBytes() has written; nothing if it has not. Copies the texts at once.
    static std::optional<TextPool> fromBytes(QByteArrayView bytes);

private:
    struct Entry
    {
        const char *begin = nullptr;
        quint32 size = 0;
        /// The text that spells this one folded: itself, most often.
        Index folded = None;
    };

    /// A place in the table. With the hash in it, few texts have to be looked at, which lie
    /// anywhere in memory.
    struct Slot
    {
        quint32 hash = 0;
        Index index = None;
    };

    /// Texts one after the other, each followed by a NUL.
    struct Block
    {
        std::unique_ptr<char[]> bytes;
        std::size_t used = 0;
        std::size_t size = 0;
        Index firstText = None;
    };

    Index addWild(const QString &text);
    Index find(QByteArrayView text, quint32 hash) const;
    Index append(QByteArrayView text);
    void rememberPlace(Slot slot);
    void reserve(std::size_t count);
    void growTable();
    static void putIn(std::vector<Slot> &table, Slot slot);
    Block &blockFor(std::size_t size);
    void findInBlock(const Block &block, Index end, QByteArrayView needle, Index first,
                     std::vector<quint8> &matches) const;

    ChunkedList<Entry> m_entries;
    std::vector<Block> m_blocks;
    /// Open addressing; None where nothing is. Its size is a power of two.
    std::vector<Slot> m_table;
    /// Texts with halves of surrogate pairs, which UTF-8 cannot spell.
    QHash<Index, QString> m_wild;
    QHash<QString, Index> m_wildIndexes;
};

} // namespace buckets
