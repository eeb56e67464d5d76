// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historystore.h"
#include "keptworld.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <chrono>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using insight::HistoryStore;

namespace {

constexpr int Kills = 200;

/// What the writer keeps as its `number`th reading. None has a project in common with another, for
/// most of the time is to be spent on writing.
insight::KeptReading numbered(int number)
{
    insight::KeptReading reading = keptworld::reading(number, 30);
    for (insight::KeptProject &project : reading.projects)
        project.name = QString::number(number);
    return reading;
}

/// Keeps one reading after the other, and tells each that it has kept, until it is killed.
[[noreturn]] void writeUntilKilled(const QString &path, int first, int told)
{
    HistoryStore store(path);
    for (int number = first;; ++number) {
        if (!store.add(numbered(number)) || ::write(told, &number, sizeof number) < 0)
            ::_exit(1);
    }
}

/// A writer in a process of its own. It inherits no thread that could be in the way.
class Writer
{
public:
    Writer(const QString &path, int first)
    {
        if (::pipe(m_pipe.data()) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0)
            writeUntilKilled(path, first, m_pipe[1]);
        ::close(m_pipe[1]);
    }
    ~Writer() { ::close(m_pipe[0]); }
    Q_DISABLE_COPY_MOVE(Writer)

    /// The number of the next reading that it has kept; nothing if it tells no more.
    std::optional<int> next()
    {
        int number = 0;
        const bool isTold = ::read(m_pipe[0], &number, sizeof number) == sizeof number;
        return isTold ? std::optional(number) : std::nullopt;
    }

    /// Whether it was killed while it wrote.
    bool kill() const
    {
        int status = 0;
        return ::kill(m_process, SIGKILL) == 0 && ::waitpid(m_process, &status, 0) == m_process
            && WIFSIGNALED(status);
    }

private:
    std::array<int, 2> m_pipe{-1, -1};
    pid_t m_process = -1;
};

/// Until somebody writes, as `journal` shows, and so much longer.
void waitForWrite(const QString &journal, std::chrono::nanoseconds moment)
{
    const QDeadlineTimer patience(5s);
    while (!QFile::exists(journal) && !patience.hasExpired()) { }
    const QDeadlineTimer end(moment, Qt::PreciseTimer);
    while (!end.hasExpired()) { }
}

} // namespace

/// A Bucketscope that is killed while it keeps a reading.
class HistoryKilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNoReadingThatWasKept();
};

void HistoryKilledTest::losesNoReadingThatWasKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"account.sqlite"_s);
    const QString journal = path + u"-journal"_s;
    QRandomGenerator random(20261129);
    int last = 0;
    int inTheMiddle = 0;
    for (int i = 0; i < Kills; ++i) {
        Writer writer(path, last + 1);
        for (int lines = random.bounded(1, 3); lines > 0; --lines)
            last = writer.next().value_or(0);
        QVERIFY(last > 0);
        waitForWrite(journal, random.bounded(200) * 1us);
        QVERIFY(writer.kill());
        while (const auto more = writer.next())
            last = *more;

        // What is unfinished stands in it, to be rolled back.
        inTheMiddle += QFile::exists(journal) ? 1 : 0;
        HistoryStore store(path);
        const auto infos = store.readings();
        QVERIFY2(infos, infos ? "" : qPrintable(infos.error().text.toString()));
        const auto found = store.load(infos->last().id);
        QVERIFY(found && *found);
        // One may be kept that the writer could not tell of any more.
        const int newest = (**found).projects.first().name.toInt();
        QVERIFY(newest == last || newest == last + 1);
        QCOMPARE(**found, numbered(newest));
        last = newest;
    }
    qInfo("%d of %d were killed in the middle of a write", inTheMiddle, Kills);
    QVERIFY(inTheMiddle > Kills / 10);
}

QTEST_GUILESS_MAIN(HistoryKilledTest)
#include "tst_historykilled.moc"
