// SPDX-License-Identifier: Apache-2.0
#include "share/bucketcells.h"

#include <chrono>

namespace share {

namespace {

template<std::size_t Size>
QByteArrayView viewOf(const std::array<char, Size> &bytes)
{
    return {bytes.data(), qsizetype(Size)};
}

QByteArrayView textOf(std::optional<bool> value)
{
    if (!value)
        return {};
    return *value ? QByteArrayView("true") : QByteArrayView("false");
}

/// Writes the last `count` digits of a number, and returns where they end.
char *putDigits(char *at, unsigned number, int count)
{
    for (int digit = count - 1; digit >= 0; --digit) {
        at[digit] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    return at + count;
}

} // namespace

const BucketCells::Texts &BucketCells::header()
{
    static constexpr Texts names{
        "groupId",       "projectName", "_id",       "bucketName",
        "cloudProvider", "region",      "roleId",    "requirePrivateNetworking",
        "serviceUrl",    "tenantId",    "registered"};
    return names;
}

BucketCells::BucketCells(const BucketRecord &record)
    : m_project(record.project.toHexBytes()), m_id(record.id.toHexBytes()),
      m_registered(timeText(record.id.secondCreated())),
      m_texts{viewOf(m_project),   record.projectName,
              viewOf(m_id),        record.name,
              record.provider,     record.region,
              record.roleId,       textOf(record.requirePrivateNetworking),
              record.serviceUrl,   record.tenantId,
              viewOf(m_registered)}
{ }

qsizetype BucketCells::size() const
{
    qsizetype size = 0;
    for (const QByteArrayView text : m_texts)
        size += text.size();
    return size;
}

std::array<char, BucketCells::TimeSize> BucketCells::timeText(std::chrono::sys_seconds time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, TimeSize> text{};
    char *at = putDigits(text.data(), static_cast<unsigned>(static_cast<int>(date.year())), 4);
    *at++ = '-';
    at = putDigits(at, static_cast<unsigned>(date.month()), 2);
    *at++ = '-';
    at = putDigits(at, static_cast<unsigned>(date.day()), 2);
    *at++ = 'T';
    at = putDigits(at, static_cast<unsigned>(clock.hours().count()), 2);
    *at++ = ':';
    at = putDigits(at, static_cast<unsigned>(clock.minutes().count()), 2);
    *at++ = ':';
    at = putDigits(at, static_cast<unsigned>(clock.seconds().count()), 2);
    *at = 'Z';
    return text;
}

} // namespace share
