// SPDX-License-Identifier: Apache-2.0
#pragma once

/// How long the thread that asks was away from its event loop: from where a wait for events ends
/// to where the next one begins, so that nothing that comes meanwhile is taken up.
///
/// The signals of QAbstractEventDispatcher do not tell that: GLib's awake() comes when an event has
/// been handled, not before. A timer's lateness would tell of the machine's other work, too. Both
/// GLib's loop and Qt's own wait in poll() or ppoll(), so those of this program stand before the
/// system's.
namespace loopwatch {

/// The longest time away, in milliseconds.
struct Away
{
    double wallMs{0};
    /// Of that stretch, what the thread itself worked; the rest, it waited for the processor.
    double processorMs{0};
};

/// From here on. To be called from the event loop.
void start();

/// Since start(), the stretch that is not over included.
Away longest();

} // namespace loopwatch
