// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

namespace net {

class Lane;

/// The right to have one request on its way: one connection of a lane. Gives itself back.
class Place final
{
public:
    /// None.
    Place() = default;
    /// `number` tells it from all others of all lanes; `giveBack` is called once.
    Place(Lane &lane, int laneNumber, int number, std::function<void()> giveBack)
        : m_lane(&lane), m_laneNumber(laneNumber), m_number(number), m_giveBack(std::move(giveBack))
    { }
    Place(Place &&other) noexcept { swap(other); }
    Place &operator=(Place &&other) noexcept
    {
        Place(std::move(other)).swap(*this);
        return *this;
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    ~Place()
    {
        if (m_giveBack)
            m_giveBack();
    }

    explicit operator bool() const { return m_lane != nullptr; }
    /// The lane that it is in, if it is one.
    Lane &lane() const { return *m_lane; }
    /// Counts lanes from 0.
    int laneNumber() const { return m_laneNumber; }
    /// Counts the places of all lanes from 0.
    int number() const { return m_number; }

private:
    void swap(Place &other) noexcept
    {
        std::swap(m_lane, other.m_lane);
        std::swap(m_laneNumber, other.m_laneNumber);
        std::swap(m_number, other.m_number);
        m_giveBack.swap(other.m_giveBack);
    }

    Lane *m_lane = nullptr;
    int m_laneNumber = 0;
    int m_number = 0;
    std::function<void()> m_giveBack;
};

} // namespace net
