// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace accounts {

/// Calls `handler` with `result` from the event loop, unless `store` or `context` is gone by then:
/// for stores that know the result at once.
template<class Result>
void callLater(QObject *store, QObject *context, std::function<void(Result)> handler, Result result)
{
    const auto call = [context = QPointer<QObject>(context), handler = std::move(handler),
                       result = std::move(result)] {
        if (context)
            handler(result);
    };
    QMetaObject::invokeMethod(store, call, Qt::QueuedConnection);
}

} // namespace accounts
