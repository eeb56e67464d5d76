// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketrecord.h"

#include <array>
#include <chrono>
#include <utility>

namespace share {

/// A row as the cells of a table. Fields that this program does not know have no column.
class BucketCells
{
public:
    /// What stands before and behind the fields that Atlas tells.
    static constexpr std::size_t Told = 3;
    static constexpr std::size_t Registered = Told + atlas::ToldFields.size();
    static constexpr std::size_t Count = Registered + 4;
    using Texts = std::array<QByteArrayView, Count>;

    /// The columns by Atlas's own names of the fields, and those that no field stands for:
    /// `projectName`, `registered`, `usedBy` (names of clusters, between spaces), `lastExport` and
    /// `lastSuccessfulExport`.
    static const Texts &header();

    /// Whether a column's texts are made here, of letters, digits and dashes, and not by Atlas.
    static constexpr bool isMadeHere(std::size_t column) { return MadeHere[column]; }

    /// The record's views must be good for as long as this lives.
    explicit BucketCells(const BucketRecord &record);
    Q_DISABLE_COPY_MOVE(BucketCells)

    /// In the order of header(); null where there is nothing.
    const Texts &texts() const { return m_texts; }

private:
    static constexpr std::size_t Project = 0;
    static constexpr std::size_t ProjectName = 1;
    static constexpr std::size_t Id = 2;
    static constexpr std::size_t UsedBy = Registered + 1;
    static constexpr std::size_t LastExport = Registered + 2;
    static constexpr std::size_t LastSuccess = Registered + 3;
    static constexpr std::size_t TimeSize = 20; // 2024-03-13T12:57:23Z

    static constexpr std::array MadeHere = [] {
        std::array<bool, Count> made{};
        for (const std::size_t column : {Project, Id, Registered, LastExport, LastSuccess})
            made[column] = true;
        for (std::size_t i = 0; i < atlas::ToldFields.size(); ++i) {
            made[Told + i] = atlas::infoOf(atlas::ToldFields[i]).source == atlas::FieldSource::Flag;
        }
        return made;
    }();

    static std::array<char, TimeSize> timeText(std::chrono::sys_seconds time);
    template<std::size_t... Column>
    Texts textsOf(const BucketRecord &record, std::index_sequence<Column...>) const;
    template<std::size_t Column>
    QByteArrayView textOf(const BucketRecord &record) const;

    std::array<char, atlas::ObjectId::HexSize> m_project;
    std::array<char, atlas::ObjectId::HexSize> m_id;
    std::array<char, TimeSize> m_registered;
    QByteArray m_usedBy;
    Texts m_texts;
};

} // namespace share
