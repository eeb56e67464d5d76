// SPDX-License-Identifier: Apache-2.0
#include "share/report/bucketcells.h"

#include <chrono>

namespace share {

namespace {

template<std::size_t Size>
QByteArrayView viewOf(const std::array<char, Size> &bytes)
{
    return {bytes.data(), qsizetype(Size)};
}

constexpr QByteArrayView keyView(atlas::BucketField field)
{
    const QLatin1StringView key = atlas::infoOf(field).key;
    return {key.data(), key.size()};
}

QByteArrayView answerOf(std::optional<bool> value)
{
    if (!value)
        return {};
    return *value ? QByteArrayView("true") : QByteArrayView("false");
}

/// Null if they are not known, empty if there are none.
QByteArray usersOf(const BucketUse *use)
{
    if (!use || !use->usedBy)
        return {};
    return use->usedBy->isEmpty() ? QByteArray("") : use->usedBy->join(' ');
}

QByteArrayView lastExportOf(const BucketUse *use)
{
    return use ? lastExportWord(use->lastExport) : QByteArrayView();
}

QByteArrayView lastSuccessOf(const BucketUse *use)
{
    return use ? QByteArrayView(use->lastSuccess) : QByteArrayView();
}

/// Writes two digits and what stands behind them, and returns where that ends.
char *putTwo(char *at, unsigned number, char behind)
{
    *at++ = static_cast<char>('0' + number / 10);
    *at++ = static_cast<char>('0' + number % 10);
    *at++ = behind;
    return at;
}

} // namespace

const BucketCells::Texts &BucketCells::header()
{
    static constexpr Texts names = [] {
        Texts made{};
        made[Project] = "groupId";
        made[ProjectName] = "projectName";
        made[Id] = keyView(atlas::BucketField::Id);
        for (std::size_t i = 0; i < atlas::ToldFields.size(); ++i)
            made[Told + i] = keyView(atlas::ToldFields[i]);
        made[Registered] = "registered";
        made[UsedBy] = "usedBy";
        made[LastExport] = "lastExport";
        made[LastSuccess] = "lastSuccessfulExport";
        return made;
    }();
    return names;
}

BucketCells::BucketCells(const BucketRecord &record)
    : m_project(record.project.toHexBytes()), m_id(record.id.toHexBytes()),
      m_registered(timeText(record.id.secondCreated())), m_usedBy(usersOf(record.use)),
      m_texts(textsOf(record, std::make_index_sequence<Count>()))
{ }

template<std::size_t... Column>
BucketCells::Texts BucketCells::textsOf(const BucketRecord &record,
                                        std::index_sequence<Column...>) const
{
    return {textOf<Column>(record)...};
}

template<std::size_t Column>
QByteArrayView BucketCells::textOf(const BucketRecord &record) const
{
    if constexpr (Column == Project)
        return viewOf(m_project);
    else if constexpr (Column == ProjectName)
        return record.projectName;
    else if constexpr (Column == Id)
        return viewOf(m_id);
    else if constexpr (Column == Registered)
        return viewOf(m_registered);
    else if constexpr (Column == UsedBy)
        return m_usedBy;
    else if constexpr (Column == LastExport)
        return lastExportOf(record.use);
    else if constexpr (Column == LastSuccess)
        return lastSuccessOf(record.use);
    else if constexpr (MadeHere[Column])
        return answerOf(record.flag(atlas::ToldFields[Column - Told]));
    else
        return record.text(atlas::ToldFields[Column - Told]);
}

std::array<char, BucketCells::TimeSize> BucketCells::timeText(std::chrono::sys_seconds time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    std::array<char, TimeSize> text{};
    char *at = putTwo(text.data(), year / 100, ' ') - 1;
    at = putTwo(at, year % 100, '-');
    at = putTwo(at, static_cast<unsigned>(date.month()), '-');
    at = putTwo(at, static_cast<unsigned>(date.day()), 'T');
    at = putTwo(at, static_cast<unsigned>(clock.hours().count()), ':');
    at = putTwo(at, static_cast<unsigned>(clock.minutes().count()), ':');
    putTwo(at, static_cast<unsigned>(clock.seconds().count()), 'Z');
    return text;
}

} // namespace share
