// SPDX-License-Identifier: Apache-2.0
#include "models/problemlog.h"

#include "base/texts/mixedletters.h"
#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

/// The detail with what else the error carries.
QString fullDetail(const atlas::ApiError &error)
{
    QStringList parts{error.detail};
    for (const atlas::FieldViolation &violation : error.fieldViolations)
        parts.append(violation.field + ": "_L1 + violation.description);
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString hintOf(const ProblemLog::Problem &problem)
{
    switch (problem.outcome) {
    case ProblemLog::Outcome::Failed:
        return insight::hintFor(problem.error);
    case ProblemLog::Outcome::Retrying:
        // A moment stays true while the band above the rows counts down to it.
        return ProblemLog::tr("Continues automatically at %1.")
            .arg(base::localTimeWithSeconds(problem.time.addDuration(problem.wait)));
    case ProblemLog::Outcome::Recovered:
        return ProblemLog::tr("Succeeded on retry. No action needed.");
    case ProblemLog::Outcome::Stopped:
        return ProblemLog::tr("Stopped before the retry.");
    }
    Q_UNREACHABLE();
}

QString problemText(const ProblemLog::Problem &problem, ProblemLog::Column column)
{
    const atlas::ApiError error = atlas::wordedAnew(problem.error);
    switch (column) {
    case ProblemLog::Column::Time:
        return base::localTimeWithSeconds(problem.time);
    case ProblemLog::Column::Status:
        return insight::errorStatus(error);
    case ProblemLog::Column::ErrorCode:
        return insight::errorCode(error);
    case ProblemLog::Column::Reason:
        return error.reason;
    case ProblemLog::Column::Detail:
        return fullDetail(error);
    case ProblemLog::Column::Request:
        return error.request;
    case ProblemLog::Column::Hint:
        return hintOf(problem);
    }
    Q_UNREACHABLE();
}

QString header(ProblemLog::Column column)
{
    switch (column) {
    case ProblemLog::Column::Time:
        return ProblemLog::tr("Time");
    case ProblemLog::Column::Status:
        return ProblemLog::tr("Status");
    case ProblemLog::Column::ErrorCode:
        return ProblemLog::tr("Error code");
    case ProblemLog::Column::Reason:
        return ProblemLog::tr("Reason");
    case ProblemLog::Column::Detail:
        return ProblemLog::tr("Detail");
    case ProblemLog::Column::Request:
        return ProblemLog::tr("Request");
    case ProblemLog::Column::Hint:
        return ProblemLog::tr("Hint");
    }
    Q_UNREACHABLE();
}

/// Of one line of a report. More is no message.
constexpr qsizetype LongestInReport = 20'000;

/// A line break of the server's would look like a line of the report.
QString reportLine(const QString &name, const QString &value)
{
    const QString letters = base::mixedLettersText(value);
    const QString line = name + ": "_L1 + base::shownText(value, LongestInReport);
    return letters.isEmpty() ? line : QString(line + " ["_L1 + letters + u']');
}

QString outcomeOf(const ProblemLog::Problem &problem)
{
    switch (problem.outcome) {
    case ProblemLog::Outcome::Failed:
        return problem.retries > 0 ? ProblemLog::tr("Failed. Retries: %1").arg(problem.retries)
                                   : ProblemLog::tr("Failed");
    case ProblemLog::Outcome::Retrying:
        return ProblemLog::tr("Waiting to retry");
    case ProblemLog::Outcome::Recovered:
        return ProblemLog::tr("Succeeded on retry");
    case ProblemLog::Outcome::Stopped:
        return ProblemLog::tr("Stopped before the retry");
    }
    Q_UNREACHABLE();
}

QString reportOf(const ProblemLog::Problem &problem)
{
    QStringList lines{header(ProblemLog::Column::Time) + ": "_L1
                          + problem.time.toString(Qt::ISODate),
                      reportLine(ProblemLog::tr("Outcome"), outcomeOf(problem))};
    for (int column = 1; column < ProblemLog::ColumnCount; ++column) {
        const auto which = static_cast<ProblemLog::Column>(column);
        lines.append(reportLine(header(which), problemText(problem, which)));
    }
    if (!problem.error.parameters.isEmpty()) {
        lines.append(
            reportLine(ProblemLog::tr("Parameters"), problem.error.parameters.join(u", "_s)));
    }
    return lines.join(u'\n');
}

} // namespace

void ProblemLog::add(const atlas::ApiError &error)
{
    put({QDateTime::currentDateTimeUtc(), error});
}

void ProblemLog::addRetry(const atlas::ApiError &error, std::chrono::milliseconds wait)
{
    put({QDateTime::currentDateTimeUtc(), error, Outcome::Retrying, wait});
}

void ProblemLog::endRetries(quint64 call, bool recovered)
{
    const auto row = rowOfRetried(call);
    if (!row)
        return;
    Problem problem = at(*row);
    problem.outcome = recovered ? Outcome::Recovered : Outcome::Stopped;
    change(*row, problem);
}

void ProblemLog::put(Problem problem)
{
    if (const auto row = rowOfRetried(problem.error.call)) {
        problem.retries = at(*row).retries + 1;
        moveToTop(*row);
        change(0, problem);
        return;
    }
    if (rowCount() == Capacity) {
        beginRemoveRows({}, Capacity - 1, Capacity - 1);
        m_problems.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_problems.push_front(problem);
    endInsertRows();
}

void ProblemLog::moveToTop(int row)
{
    if (row == 0)
        return;
    beginMoveRows({}, row, row, {}, 0);
    std::rotate(m_problems.begin(), m_problems.begin() + row, m_problems.begin() + row + 1);
    endMoveRows();
}

std::optional<int> ProblemLog::rowOfRetried(quint64 call) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).outcome == Outcome::Retrying && at(row).error.call == call)
            return row;
    }
    return std::nullopt;
}

void ProblemLog::change(int row, const Problem &problem)
{
    m_problems[static_cast<std::size_t>(row)] = problem;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ProblemLog::clear()
{
    beginResetModel();
    m_problems.clear();
    endResetModel();
}

QString ProblemLog::report() const
{
    QStringList reports;
    for (const Problem &problem : m_problems)
        reports.append(reportOf(problem));
    return reports.join(u"\n\n"_s) + u'\n';
}

QString ProblemLog::titleOf(int column) const
{
    return header(static_cast<Column>(column));
}

QString ProblemLog::textOf(int row, int column) const
{
    return problemText(at(row), static_cast<Column>(column));
}

QVariant ProblemLog::data(const QModelIndex &index, int role) const
{
    const QVariant found = TextTable::data(index, role);
    return role == Qt::DisplayRole ? base::orNothing(found.toString()) : found;
}

} // namespace models
