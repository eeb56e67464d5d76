// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/child.h"

namespace bench {

/// An X server without a screen.
class Display
{
public:
    Display();

    /// Such as `:7`.
    QString name() const { return m_name; }

    static bool isInstalled();

private:
    Child m_server;
    QString m_name;
};

} // namespace bench
