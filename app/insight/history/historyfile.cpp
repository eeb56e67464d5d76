// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historyfile.h"

#include "base/files/privatefile.h"

#include <QFile>

#include <sqlite3.h>

namespace insight {

namespace {

/// How long a write waits for another Bucketscope's, in milliseconds. One reading is written in
/// less.
constexpr int LongestWait = 2000;

HistoryProblem::Kind kindOf(int code)
{
    using Problem = HistoryProblem::Kind;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Problem::Locked;
    case SQLITE_FULL:
        return Problem::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Problem::Broken;
    default:
        return Problem::Unusable;
    }
}

} // namespace

void HistoryStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

HistoryStatement::HistoryStatement(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    note(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
    m_statement.reset(statement);
}

HistoryStatement &HistoryStatement::bind(qint64 value)
{
    if (m_error == SQLITE_OK)
        note(sqlite3_bind_int64(m_statement.get(), ++m_place, value));
    return *this;
}

HistoryStatement &HistoryStatement::bind(const QByteArray &bytes)
{
    if (m_error == SQLITE_OK)
        note(sqlite3_bind_blob64(m_statement.get(), ++m_place, bytes.constData(),
                                 static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

bool HistoryStatement::next()
{
    if (m_error != SQLITE_OK)
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        note(code);
    return code == SQLITE_ROW;
}

bool HistoryStatement::run()
{
    while (next()) { }
    sqlite3_reset(m_statement.get());
    m_place = 0;
    return m_error == SQLITE_OK;
}

qint64 HistoryStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray HistoryStatement::bytes(int column) const
{
    const auto *const data =
        static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

void HistoryStatement::note(int code)
{
    if (m_error == SQLITE_OK)
        m_error = code;
}

void HistoryFile::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

HistoryFile::HistoryFile(const QString &path, sqlite3 *database)
    : m_path(path), m_database(database)
{ }

HistoryResult<HistoryFile> HistoryFile::open(const QString &path)
{
    // SQLite gives its own files beside it the mode that this one has.
    if (!QFile::exists(path)) {
        const auto made = base::makePrivateFolderFor(path).and_then(
            [&path] { return base::createPrivateFile(path, {}); });
        if (!made && !QFile::exists(path))
            return tl::unexpected(
                historyProblem(HistoryProblem::Kind::Unusable, path, made.error()));
    }
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    HistoryFile file(path, database);
    if (code != SQLITE_OK)
        return tl::unexpected(file.problem(code));
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, LongestWait);
    return file;
}

HistoryStatement HistoryFile::statement(const char *sql) const
{
    return {m_database.get(), sql};
}

HistoryResult<void> HistoryFile::run(const char *sql) const
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(problem(code));
    return {};
}

HistoryProblem HistoryFile::problem(int code) const
{
    return historyProblem(kindOf(code), m_path, QString::fromUtf8(sqlite3_errstr(code)));
}

} // namespace insight
