// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class Session;

namespace ui {

/// Sessions that nobody looks at any more, while they sign out.
class LeavingSessions final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes `session` over, signs it out and deletes it: less than 3 seconds later, whatever the
    /// server does.
    void add(Session *session);

    bool isEmpty() const { return m_count == 0; }

Q_SIGNALS:
    /// The last one is gone.
    void emptied();

private:
    int m_count = 0;
};

} // namespace ui
