// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>

namespace net {

/// Does one thing after the other, and lets the event loop go on every few milliseconds: answers
/// that come by the dozen hold up neither the window nor the next requests. Of one thread.
class Turns : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<void()>;

    explicit Turns(QObject *parent = nullptr);

    /// Has `work` run from the event loop, after all that was added before; never if `context` is
    /// gone by then. It may end this.
    void add(QObject *context, Work work);
    /// Whether more waits than is done in some milliseconds: who brings it should slow down.
    bool isBehind() const;
    /// Does now all that waits, but what is added by it. Does nothing from within `work`.
    void finish();

private:
    bool doNext();
    void doSome();

    struct Entry
    {
        QPointer<QObject> context{};
        Work work{};
    };

    std::deque<Entry> m_line;
    bool m_isAtWork = false;
    QTimer m_timer;
};

} // namespace net
