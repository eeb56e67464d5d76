// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/comparison.h"
#include "insight/history/historystore.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace insight {

/// Keeps the readings of one account, and compares them, on a thread of its own: a disk may take
/// its time. Of the window's thread; its destructor waits for what is being written.
class HistoryKeeper : public QObject
{
    Q_OBJECT

public:
    /// Whether readings() are read at once.
    enum class Start : quint8 { Reading, Idle };

    /// `path` is HistoryStore::pathOf().
    explicit HistoryKeeper(const QString &path, Start how = Start::Reading,
                           QObject *parent = nullptr);
    ~HistoryKeeper() override;

    /// What is kept, in the order in which it was; empty until it has been read.
    const QList<ReadingInfo> &readings() const { return m_readings; }
    /// Since when automatic exports have been as they are; of no use until readings() are there.
    const ExportSpans &exportSpans() const { return m_spans; }
    /// What the last compare() came to; nothing until it has ended, and when there is nothing to
    /// compare any more.
    const std::optional<Comparison> &comparison() const { return m_comparison; }
    /// Why the last thing that was asked for did not come about; nothing if it did.
    const std::optional<HistoryProblem> &problem() const { return m_problem; }

    /// Reads readings() and exportSpans().
    void read();
    /// Asks the store for something on its thread, and calls `take` with a result that is none of
    /// its problems; not if this is gone by then.
    template<class Ask, class Take>
    void ask(const Ask &question, const Take &take);

    /// What goes beside a reading, as HistoryStore::add() takes it; made on the thread.
    using MakeFacts = std::function<QList<QByteArray>()>;

    /// Keeps a reading.
    void keep(const KeptReading &reading, const MakeFacts &makeFacts = {});
    /// Compares the latest reading with a kept one.
    void compare(const ReadingInfo &with);
    /// Forgets all readings of the account.
    void forget();
    /// Forgets all readings of all accounts that are kept in the same folder.
    void forgetAll();

Q_SIGNALS:
    /// readings() has been read anew.
    void readingsChanged();
    /// comparison() is another.
    void compared();
    /// Something has gone wrong, and problem() says what. Each kind is said once, until something
    /// goes well.
    void failed();

private:
    /// Something to be done with the store, on the thread; what it returns is done here after it.
    using Work = std::function<std::function<void()>(HistoryStore &)>;

    void start(const Work &work);
    void forgetBy(const std::function<HistoryResult<void>(HistoryStore &)> &forget);
    std::function<void()> readInfos(HistoryStore &store);
    void take(const HistoryResult<QList<ReadingInfo>> &readings,
              const HistoryResult<ExportSpans> &spans);
    void note(const HistoryProblem &problem);

    std::shared_ptr<HistoryStore> m_store;
    QList<ReadingInfo> m_readings;
    ExportSpans m_spans;
    std::optional<Comparison> m_comparison;
    std::optional<HistoryProblem> m_problem;
    /// Nobody waits any more for what was asked.
    std::shared_ptr<std::atomic_bool> m_isLeft = std::make_shared<std::atomic_bool>(false);
    /// Destroyed first: waits for its thread, which works for this.
    QThreadPool m_thread;
};

template<class Ask, class Take>
void HistoryKeeper::ask(const Ask &question, const Take &take)
{
    start([this, question, take, isLeft = m_isLeft](HistoryStore &store) -> std::function<void()> {
        if (*isLeft)
            return [] {
            };
        auto result = question(store);
        if (!result)
            return [this, problem = result.error()] {
                note(problem);
            };
        // Shared: a function is copied, and what is in it may not be.
        const auto value = std::make_shared<std::decay_t<decltype(*result)>>(*std::move(result));
        return [value, take] {
            take(std::move(*value));
        };
    });
}

} // namespace insight
