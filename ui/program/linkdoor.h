// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/program/link.h"

#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace ui {

/// Where links come in that were opened outside: the first program of a user shows them all. Only
/// this user's programs reach it. Of the window's thread.
class LinkDoor : public QObject
{
    Q_OBJECT

public:
    /// Shows a link; returns whether it could.
    using Taker = std::function<bool(const Link &link)>;

    explicit LinkDoor(Taker take, QObject *parent = nullptr);

    /// Takes links from now on, unless another program of this user does.
    void open();

    /// Has the program that takes links show this one. Returns whether it does; waits two seconds
    /// at most. Needs no event loop.
    static bool handOver(const Link &link);

private:
    void welcome();
    void answer(QLocalSocket &caller);

    Taker m_take;
    QLocalServer m_server;
};

} // namespace ui
