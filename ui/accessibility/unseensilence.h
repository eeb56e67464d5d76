// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QtGlobal>

namespace ui {

/// While it lives, screen readers are not told what changes in widgets that are not shown: they
/// would hear of each name and value of a view as it is made. Orca drops what is announced
/// meanwhile, once 100 such events wait. What appears and goes is told as ever. Thread: the
/// window's.
class UnseenSilence
{
public:
    UnseenSilence();
    ~UnseenSilence();
    Q_DISABLE_COPY_MOVE(UnseenSilence)

private:
    QAccessible::UpdateHandler m_before;
};

} // namespace ui
