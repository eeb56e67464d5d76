// SPDX-License-Identifier: Apache-2.0
#include "script.h"

#include <utility>

namespace hostile {

Script Script::of(const QByteArray &bytes, End end)
{
    Script script;
    script.steps = {{bytes, {}}};
    script.end = end;
    return script;
}

Script Script::drip(const QByteArray &head, const QByteArray &bytes, qsizetype size,
                    std::chrono::milliseconds pause)
{
    Script script = of(head, End::KeepOpen);
    for (qsizetype at = 0; at < bytes.size(); at += size)
        script.steps.append({bytes.mid(at, size), pause});
    return script;
}

Script Script::forever(const QByteArray &head, const QByteArray &bytes)
{
    Script script = of(head);
    script.steps.append({bytes, {}});
    script.endless = true;
    return script;
}

Script &&Script::thenWait(std::chrono::milliseconds pause) &&
{
    steps.append({{}, pause});
    return std::move(*this);
}

Script &&Script::uponConnection() &&
{
    atOnce = true;
    return std::move(*this);
}

} // namespace hostile
