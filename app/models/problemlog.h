// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "models/texttable.h"

#include <QDateTime>

#include <chrono>
#include <deque>
#include <optional>

namespace models {

/// What went wrong, newest first, also when a call goes wrong once more: the model of the
/// `Problems` table.
class ProblemLog final : public TextTable
{
    Q_OBJECT

public:
    enum class Column { Time, Status, ErrorCode, Reason, Detail, Request, Hint };
    static constexpr int ColumnCount = 7;

    /// How many are kept; the oldest go first.
    static constexpr int Capacity = 500;

    /// What became of a problem.
    enum class Outcome {
        /// The call has failed.
        Failed,
        /// The call is tried again by itself.
        Retrying,
        /// The call was tried again, and went well.
        Recovered,
        /// The call would have been tried again, and was stopped.
        Stopped,
    };

    struct Problem
    {
        /// UTC.
        QDateTime time;
        atlas::ApiError error;
        Outcome outcome = Outcome::Failed;
        /// With Outcome::Retrying: from `time` to the next try.
        std::chrono::milliseconds wait{};
        /// How often the call has been tried again.
        int retries = 0;
    };

    explicit ProblemLog(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// A call has failed. If it was being retried, its entry tells so from now on.
    void add(const atlas::ApiError &error);
    /// A call has failed and will be tried again after `wait`. A call has one entry, however often
    /// it is tried.
    void addRetry(const atlas::ApiError &error, std::chrono::milliseconds wait);
    /// The retries of a call have ended. Says nothing new of a call that add() has told of.
    void endRetries(quint64 call, bool recovered);
    void clear();

    /// `row` must be in [0, rowCount()).
    const Problem &at(int row) const { return m_problems[static_cast<std::size_t>(row)]; }

    /// All problems in full, as plain text to be sent to a colleague. Carries no secret.
    QString report() const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int size() const override { return static_cast<int>(m_problems.size()); }
    QString titleOf(int column) const override;
    QString textOf(int row, int column) const override;

    void put(Problem problem);
    void moveToTop(int row);
    std::optional<int> rowOfRetried(quint64 call) const;
    void change(int row, const Problem &problem);

    std::deque<Problem> m_problems;
};

} // namespace models
