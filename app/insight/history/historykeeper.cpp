// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historykeeper.h"

#include <QFileInfo>

#include <utility>

namespace insight {

namespace {

/// The latest reading against the one of `with`; nothing if one of them is kept no longer.
HistoryResult<std::optional<Comparison>> compareIn(HistoryStore &store, const ReadingInfo &with)
{
    const auto infos = store.readings();
    if (!infos)
        return tl::unexpected(infos.error());
    if (infos->isEmpty())
        return std::optional<Comparison>();
    const auto before = store.load(with.id);
    if (!before)
        return tl::unexpected(before.error());
    const auto after = store.load(infos->last().id);
    if (!after)
        return tl::unexpected(after.error());
    if (!*before || !*after)
        return std::optional<Comparison>();
    return std::optional(compared(with, **before, infos->last(), **after));
}

} // namespace

HistoryKeeper::HistoryKeeper(const QString &path, Start how, QObject *parent)
    : QObject(parent), m_store(std::make_shared<HistoryStore>(path))
{
    // One after the other: a store is of one thread at a time.
    m_thread.setMaxThreadCount(1);
    if (how == Start::Reading)
        read();
}

void HistoryKeeper::read()
{
    start([this](HistoryStore &store) { return readInfos(store); });
}

HistoryKeeper::~HistoryKeeper()
{
    *m_isLeft = true;
    m_thread.waitForDone();
}

void HistoryKeeper::start(const Work &work)
{
    m_thread.start([this, store = m_store, work] {
        // Does not run if this is gone by then.
        QMetaObject::invokeMethod(this, work(*store), Qt::QueuedConnection);
    });
}

std::function<void()> HistoryKeeper::readInfos(HistoryStore &store)
{
    return [this, readings = store.readings(), spans = store.exportSpans()] {
        take(readings, spans);
    };
}

void HistoryKeeper::keep(const KeptReading &reading, const MakeFacts &makeFacts)
{
    start([this, reading, makeFacts](HistoryStore &store) -> std::function<void()> {
        const QList<QByteArray> facts = makeFacts ? makeFacts() : QList<QByteArray>();
        if (const auto added = store.add(reading, facts); !added)
            return [this, problem = added.error()] {
                note(problem);
            };
        return readInfos(store);
    });
}

void HistoryKeeper::compare(const ReadingInfo &with)
{
    start([this, with](HistoryStore &store) -> std::function<void()> {
        auto result = compareIn(store, with);
        if (!result)
            return [this, problem = result.error()] {
                note(problem);
            };
        return [this, comparison = std::move(*result)] {
            m_comparison = comparison;
            Q_EMIT compared();
        };
    });
}

void HistoryKeeper::forget()
{
    forgetBy([](HistoryStore &store) { return store.forget(); });
}

void HistoryKeeper::forgetAll()
{
    forgetBy([](HistoryStore &store) {
        return store.forget().and_then(
            [&store] { return HistoryStore::forgetAll(QFileInfo(store.path()).path()); });
    });
}

void HistoryKeeper::forgetBy(const std::function<HistoryResult<void>(HistoryStore &)> &forget)
{
    start([this, forget](HistoryStore &store) -> std::function<void()> {
        if (const auto forgotten = forget(store); !forgotten)
            return [this, problem = forgotten.error()] {
                note(problem);
            };
        return [this] {
            take(QList<ReadingInfo>(), ExportSpans());
        };
    });
}

void HistoryKeeper::take(const HistoryResult<QList<ReadingInfo>> &readings,
                         const HistoryResult<ExportSpans> &spans)
{
    if (!readings || !spans) {
        note(readings ? spans.error() : readings.error());
        return;
    }
    m_problem.reset();
    m_readings = *readings;
    m_spans = *spans;
    if (m_readings.size() < 2 && std::exchange(m_comparison, std::nullopt))
        Q_EMIT compared();
    Q_EMIT readingsChanged();
}

void HistoryKeeper::note(const HistoryProblem &problem)
{
    const bool isKnown = m_problem && m_problem->kind == problem.kind;
    m_problem = problem;
    if (!isKnown)
        Q_EMIT failed();
}

} // namespace insight
