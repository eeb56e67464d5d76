// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/connectiontest.h"

#include <QObject>

#include <memory>

class Session;

namespace ui {

/// What nobody looks at any more, while it gives its token back: sessions, and tests of a
/// connection.
class SignOuts final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes `session` over, signs it out and deletes it: less than 3 seconds later, whatever the
    /// server does.
    void add(Session *session);
    /// The same for a test, if there is one. Nothing may be connected to it.
    void add(std::unique_ptr<buckets::ConnectionTest> test);

    bool isEmpty() const { return m_count == 0; }

Q_SIGNALS:
    /// The last one is gone.
    void emptied();

private:
    template<class Leaver>
    void take(Leaver *leaver);

    int m_count = 0;
};

} // namespace ui
