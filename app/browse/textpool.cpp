// SPDX-License-Identifier: Apache-2.0
#include "browse/textpool.h"

namespace browse {

TextPool::TextPool()
{
    clear();
}

TextPool::Index TextPool::add(const QString &text)
{
    const auto found = m_indexes.constFind(text);
    if (found != m_indexes.constEnd())
        return *found;
    const auto index = static_cast<Index>(m_texts.size());
    m_texts.append(text);
    m_indexes.insert(text, index);
    return index;
}

TextPool::Index TextPool::add(const std::optional<QString> &text)
{
    return text ? add(*text) : None;
}

std::optional<QString> TextPool::optionalText(Index index) const
{
    return index == None ? std::nullopt : std::optional(text(index));
}

void TextPool::clear()
{
    m_texts = {QString()};
    m_indexes.clear();
}

} // namespace browse
