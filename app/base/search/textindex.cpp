// SPDX-License-Identifier: Apache-2.0
#include "base/search/textindex.h"

#include "base/search/nearword.h"
#include "base/texts/bytesearch.h"
#include "base/texts/foldedtext.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace base {

namespace {

bool isLetterOrDigit(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9');
}

/// The best place that `word` has in `text`; nothing if it has none.
std::optional<TextIndex::Fit> fitOf(QByteArrayView word, QByteArrayView text)
{
    std::optional<TextIndex::Fit> best;
    const char *const end = text.end();
    for (const char *at = text.begin(); (at = nextIn(at, end, word)); ++at) {
        if (at == text.begin())
            return word.size() == text.size() ? TextIndex::Fit::Whole : TextIndex::Fit::Beginning;
        if (!isLetterOrDigit(at[-1]))
            return TextIndex::Fit::BeginningOfWord;
        best = TextIndex::Fit::Inside;
    }
    return best;
}

} // namespace

struct TextIndex::Candidate
{
    Found found;
    quint8 rank = 0;
    std::uint32_t length = 0;

    friend bool operator<(const Candidate &left, const Candidate &right)
    {
        const auto order = [](const Candidate &one) {
            return std::tuple(one.found.fit, one.rank, one.length, one.found.number);
        };
        return order(left) < order(right);
    }
};

struct TextIndex::Word
{
    QByteArray bytes;
    NearWord near;
};

void TextIndex::reserve(qsizetype texts, qsizetype bytes)
{
    m_ends.reserve(static_cast<std::size_t>(texts));
    m_ranks.reserve(static_cast<std::size_t>(texts));
    m_bytes.reserve(bytes + texts);
}

void TextIndex::add(QByteArrayView folded, quint8 rank)
{
    m_bytes.append(folded);
    m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    m_ranks.push_back(rank);
    m_bytes.append('\0');
}

QList<TextIndex::Found> TextIndex::find(const QString &typed, int most) const
{
    const QList<Word> words = wordsOf(typed);
    if (words.isEmpty())
        return {};
    const auto longest =
        std::max_element(words.begin(), words.end(), [](const Word &left, const Word &right) {
            return left.bytes.size() < right.bytes.size();
        });
    std::vector<Candidate> found;
    collect(textsWith(longest->bytes), words, false, found);
    if (found.empty())
        collect(textsNear(*longest), words, true, found);

    const auto count = std::min(static_cast<std::size_t>(most), found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                      found.end());
    QList<Found> best;
    best.reserve(static_cast<qsizetype>(count));
    for (std::size_t i = 0; i < count; ++i)
        best.append(found[i].found);
    return best;
}

QList<TextIndex::Word> TextIndex::wordsOf(const QString &typed)
{
    const QStringList texts = foldedText(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    QList<Word> words;
    for (const QString &text : texts)
        words.append({text.toUtf8(), NearWord(text)});
    return words;
}

QByteArrayView TextIndex::text(int number) const
{
    const auto index = static_cast<std::size_t>(number);
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1] + 1;
    return QByteArrayView(m_bytes).sliced(begin, m_ends[index] - begin);
}

/// Their numbers, which ascend.
std::vector<int> TextIndex::textsWith(QByteArrayView needle) const
{
    std::vector<int> numbers;
    const char *const begin = m_bytes.constData();
    const char *const end = begin + m_bytes.size();
    auto text = m_ends.begin();
    for (const char *at = begin; (at = nextIn(at, end, needle)); at = begin + *text + 1, ++text) {
        const auto place = static_cast<std::uint32_t>(at - begin);
        // The next one, most often, where there are many.
        if (*text < place)
            text = std::lower_bound(text, m_ends.end(), place);
        numbers.push_back(static_cast<int>(text - m_ends.begin()));
        if (text + 1 == m_ends.end())
            break;
    }
    return numbers;
}

std::vector<int> TextIndex::textsNear(const Word &word) const
{
    std::vector<int> all;
    for (const QByteArray &piece : word.near.pieces()) {
        const std::vector<int> with = textsWith(piece);
        all.insert(all.end(), with.begin(), with.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// Those that have all words; with `areTyposFine`, those that have them with a typo.
void TextIndex::collect(const std::vector<int> &numbers, const QList<Word> &words,
                        bool areTyposFine, std::vector<Candidate> &found) const
{
    for (const int number : numbers) {
        const QByteArrayView here = text(number);
        auto worst = Fit::Whole;
        bool hasAll = true;
        for (const Word &word : words) {
            auto fit = fitOf(word.bytes, here);
            const bool mayBeNear = !fit && areTyposFine && !word.near.pieces().isEmpty();
            if (mayBeNear && word.near.isIn(QString::fromUtf8(here)))
                fit = Fit::Near;
            hasAll = hasAll && fit;
            if (!hasAll)
                break;
            worst = std::max(worst, *fit);
        }
        const bool isNew = !areTyposFine || worst == Fit::Near;
        if (hasAll && isNew)
            found.push_back({{number, worst},
                             m_ranks[static_cast<std::size_t>(number)],
                             static_cast<std::uint32_t>(here.size())});
    }
}

} // namespace base
