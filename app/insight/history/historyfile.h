// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/historyproblem.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

#include <tl/expected.hpp>

struct sqlite3;
struct sqlite3_stmt;

namespace insight {

template<class T>
using HistoryResult = tl::expected<T, HistoryProblem>;

/// A statement of SQL, with its values. Errors are kept: the first one makes all that follows do
/// nothing, and error() tells it.
class HistoryStatement
{
public:
    HistoryStatement(sqlite3 *database, const char *sql);

    /// The next place of the statement, from the first on.
    HistoryStatement &bind(qint64 value);
    HistoryStatement &bind(const QByteArray &bytes);

    /// Goes to the first row of what comes, or to the next; false at the end, and after an error.
    bool next();
    /// Whether it ran to its end. For what brings no rows.
    bool run();

    qint64 number(int column) const;
    QByteArray bytes(int column) const;

    /// SQLite's code of the first error; SQLITE_OK (0) if all is well.
    int error() const { return m_error; }

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    void note(int code);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_place = 0;
    int m_error = 0;
};

/// An open database of SQLite, closed with this. Any thread, one at a time.
class HistoryFile
{
public:
    /// Opens the file, and makes it, with mode 0600, in a folder of mode 0700, if it is missing.
    static HistoryResult<HistoryFile> open(const QString &path);

    const QString &path() const { return m_path; }

    HistoryStatement statement(const char *sql) const;
    /// Runs statements that bring no rows and take no values.
    HistoryResult<void> run(const char *sql) const;
    /// What SQLite's error `code` comes to.
    HistoryProblem problem(int code) const;

private:
    struct Closer
    {
        void operator()(sqlite3 *database) const;
    };

    HistoryFile(const QString &path, sqlite3 *database);

    QString m_path;
    std::unique_ptr<sqlite3, Closer> m_database;
};

} // namespace insight
