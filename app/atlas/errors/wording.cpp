// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace atlas {

namespace {

/// Which value a percent sign before `position` stands for, from 1 on; 0 for none.
qsizetype placeAt(const QString &text, qsizetype position)
{
    const int digit = position < text.size() ? text[position].digitValue() : -1;
    return digit < 0 ? 0 : digit;
}

} // namespace

Wording::Wording(const char *context, const char *text, const std::vector<Wording> &values)
    : m_context(context), m_text(text), m_values(values.begin(), values.end())
{ }

Wording Wording::counted(const char *context, const char *text, int count,
                         const std::vector<Wording> &values)
{
    Wording all(context, text, values);
    all.m_count = count;
    return all;
}

Wording Wording::sequence(const std::vector<Wording> &parts, const QString &between)
{
    Wording all;
    all.m_plain = between;
    all.m_values = QList<Wording>(parts.begin(), parts.end());
    return all;
}

QString Wording::toString() const
{
    if (m_text)
        return sentence();
    if (m_values.isEmpty())
        return m_plain;
    QStringList parts;
    for (const Wording &value : m_values)
        parts.append(value.toString());
    return parts.join(m_plain);
}

/// All values in one go, so that none is taken for the place of another.
QString Wording::sentence() const
{
    const QString text =
        QCoreApplication::translate(m_context, m_text, nullptr, m_count.value_or(-1));
    QString sentence;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype place = text[i] == u'%' ? placeAt(text, i + 1) : 0;
        if (place < 1 || place > m_values.size()) {
            sentence += text[i];
            continue;
        }
        sentence += m_values[place - 1].toString();
        ++i;
    }
    return sentence;
}

bool operator==(const Wording &one, const Wording &other)
{
    return qstrcmp(one.m_context, other.m_context) == 0 && qstrcmp(one.m_text, other.m_text) == 0
        && one.m_plain == other.m_plain && one.m_values == other.m_values
        && one.m_count == other.m_count;
}

} // namespace atlas
