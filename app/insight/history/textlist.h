// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace insight {

/// Texts, each once, known by their numbers from 1 on; 0 is no text at all.
class TextList
{
public:
    using Number = quint32;

    Number numberOf(const QString &text)
    {
        const auto known = m_numbers.constFind(text);
        if (known != m_numbers.cend())
            return *known;
        m_texts.append(text);
        const auto number = static_cast<Number>(m_texts.size());
        m_numbers.insert(text, number);
        return number;
    }

    /// In the order of their numbers.
    const QList<QString> &texts() const { return m_texts; }

private:
    QList<QString> m_texts;
    QHash<QString, Number> m_numbers;
};

} // namespace insight
