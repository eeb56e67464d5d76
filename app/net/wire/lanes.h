// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/wire/lane.h"
#include "net/wire/place.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <bitset>
#include <chrono>
#include <functional>
#include <list>
#include <memory>

namespace net {

/// Who goes first.
enum class Priority {
    /// A person looks at it.
    Waited,
    /// One of many that are read in the background.
    Sweep,
    /// Nobody has asked for it yet.
    Ahead,
};

/// All lanes to one host, and who gets which place in them. Lives on the UI thread.
///
/// The first lane serves until it is full; only then the next opens. One place in the first is kept
/// for those that a person waits for. What goes wrong in one of the other lanes shuts it for a
/// while: a server or a proxy may not bear so many connections, and the first is always enough.
class Lanes final : public QObject
{
    Q_OBJECT

public:
    static constexpr int Most = 4;
    /// How many requests can be on their way at a time.
    static constexpr int MostPlaces = Most * Lane::Connections;
    /// How many of these can be for what nobody waits for.
    static constexpr int MostInBackground = MostPlaces - 1;

    /// How long things stay as they are.
    struct Times
    {
        /// A lane but the first closes when nothing was sent by it for so long.
        std::chrono::milliseconds idle = std::chrono::minutes(1);
        /// A lane is shut for so long.
        std::chrono::milliseconds shut = std::chrono::minutes(10);
    };

    /// Runs in the midst of other calls' affairs: it may keep the place, and post events, no more.
    using Ready = std::function<void(Place)>;

    /// `door` must outlive this.
    explicit Lanes(ProxyDoor &door) : Lanes(door, Times()) { }
    Lanes(ProxyDoor &door, const Times &times);
    ~Lanes() override;

    /// Hands out a place, at once or when it is the turn of `context`; never if that is gone.
    void take(Priority priority, QObject *context, Ready ready);
    /// Who waits for `context` waits with this priority from now on. Does nothing if nobody does.
    void promote(const QObject *context, Priority priority);
    /// Who waits for `context` waits no longer. Does nothing if nobody does.
    void withdraw(const QObject *context);

    /// That which is always open to all.
    Lane &first() { return *m_lanes.front().lane; }

    /// An answer has come by this lane.
    void noteAnswer(int laneNumber);
    /// A connection of this lane was refused, or broke off.
    void noteBreak(int laneNumber);

    /// How many places are taken.
    int taken() const;
    /// How many lanes have connections.
    int open() const;
    /// How many wait for a place.
    int waiting() const;

private:
    struct Entry
    {
        std::unique_ptr<Lane> lane;
        std::bitset<Lane::Connections> taken;
        QDeadlineTimer shut;
        QTimer idle;
    };
    struct Waiter
    {
        QPointer<QObject> context;
        Ready ready;
    };
    static constexpr int Priorities = 3;

    Place placeFor(Priority priority);
    Place takeIn(int laneNumber);
    void giveBack(int laneNumber, int index);
    void serve();

    Times m_times;
    std::array<Entry, Most> m_lanes;
    /// In the order of priorities.
    std::array<std::list<Waiter>, Priorities> m_lines;
    /// Then it is not their number that the others' connections break for.
    bool m_isFirstBroken = false;
};

} // namespace net
