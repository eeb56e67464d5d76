// SPDX-License-Identifier: Apache-2.0
#include "net/wire/lanes.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace net {

Lanes::Lanes(ProxyDoor &door, const Times &times) : m_times(times)
{
    for (Entry &entry : m_lanes) {
        entry.lane = std::make_unique<Lane>(door);
        entry.idle.setSingleShot(true);
        entry.idle.setInterval(m_times.idle);
        connect(&entry.idle, &QTimer::timeout, entry.lane.get(), &Lane::close);
    }
}

Lanes::~Lanes() = default;

void Lanes::take(Priority priority, QObject *context, Ready ready)
{
    m_lines.at(static_cast<std::size_t>(priority)).push_back({context, std::move(ready)});
    serve();
}

void Lanes::promote(const QObject *context, Priority priority)
{
    std::list<Waiter> &to = m_lines.at(static_cast<std::size_t>(priority));
    for (std::list<Waiter> &line : m_lines) {
        const auto found = std::find_if(line.begin(), line.end(), [context](const Waiter &waiter) {
            return waiter.context.data() == context;
        });
        if (found == line.end())
            continue;
        if (&line != &to)
            to.splice(to.end(), line, found);
        serve();
        return;
    }
}

void Lanes::withdraw(const QObject *context)
{
    for (std::list<Waiter> &line : m_lines) {
        line.remove_if(
            [context](const Waiter &waiter) { return waiter.context.data() == context; });
    }
}

void Lanes::noteAnswer(int laneNumber)
{
    if (laneNumber == 0)
        m_isFirstBroken = false;
}

void Lanes::noteBreak(int laneNumber)
{
    if (laneNumber > 0) {
        if (!m_isFirstBroken)
            m_lanes.at(static_cast<std::size_t>(laneNumber)).shut.setRemainingTime(m_times.shut);
        return;
    }
    m_isFirstBroken = true;
    for (Entry &entry : m_lanes)
        entry.shut = QDeadlineTimer();
}

int Lanes::taken() const
{
    return std::accumulate(m_lanes.begin(), m_lanes.end(), 0, [](int sum, const Entry &entry) {
        return sum + static_cast<int>(entry.taken.count());
    });
}

int Lanes::open() const
{
    return static_cast<int>(std::count_if(m_lanes.begin(), m_lanes.end(),
                                          [](const Entry &entry) { return entry.lane->isOpen(); }));
}

int Lanes::waiting() const
{
    return std::accumulate(m_lines.begin(), m_lines.end(), 0, [](int sum, const auto &line) {
        return sum + static_cast<int>(line.size());
    });
}

/// None if there is none for it.
Place Lanes::placeFor(Priority priority)
{
    for (int number = 0; number < Most; ++number) {
        const Entry &entry = m_lanes.at(static_cast<std::size_t>(number));
        const bool keepsOne = number == 0 && priority != Priority::Waited;
        const std::size_t places = Lane::Connections - (keepsOne ? 1 : 0);
        if (entry.shut.hasExpired() && entry.taken.count() < places)
            return takeIn(number);
    }
    return {};
}

Place Lanes::takeIn(int laneNumber)
{
    Entry &entry = m_lanes.at(static_cast<std::size_t>(laneNumber));
    entry.idle.stop();
    int index = 0;
    while (entry.taken.test(static_cast<std::size_t>(index)))
        ++index;
    entry.taken.set(static_cast<std::size_t>(index));
    const QPointer<Lanes> self(this);
    return {*entry.lane, laneNumber, laneNumber * Lane::Connections + index,
            [self, laneNumber, index] {
                if (self)
                    self->giveBack(laneNumber, index);
            }};
}

void Lanes::giveBack(int laneNumber, int index)
{
    Entry &entry = m_lanes.at(static_cast<std::size_t>(laneNumber));
    entry.taken.reset(static_cast<std::size_t>(index));
    if (laneNumber > 0 && entry.taken.none())
        entry.idle.start();
    serve();
}

/// Where there is no place for one, there is none for those after it.
void Lanes::serve()
{
    for (int priority = 0; priority < Priorities; ++priority) {
        std::list<Waiter> &line = m_lines.at(static_cast<std::size_t>(priority));
        while (!line.empty()) {
            if (!line.front().context) {
                line.pop_front();
                continue;
            }
            Place place = placeFor(static_cast<Priority>(priority));
            if (!place)
                return;
            const Waiter next = std::move(line.front());
            line.pop_front();
            next.ready(std::move(place));
        }
    }
}

} // namespace net
