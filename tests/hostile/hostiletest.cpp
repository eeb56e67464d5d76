// SPDX-License-Identifier: Apache-2.0
#include "hostiletest.h"

#include "tests/ui/support/widgetfinder.h"
#include "ui/window/mainwindow.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketPager;

namespace hostile {

namespace {

/// For a page that may have to be waited for, or never comes.
constexpr std::chrono::milliseconds EitherDeadline{5'000};

} // namespace

HostileTest::HostileTest() = default;
HostileTest::~HostileTest() = default;

void HostileTest::initTestCase()
{
    m_window = std::make_unique<HostileWindow>();
    QVERIFY(m_window->open());
}

void HostileTest::init()
{
    QVERIFY(m_window->recover());
}

void HostileTest::cleanupTestCase()
{
    m_window.reset();
}

void HostileTest::addColumns()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("press");
    QTest::addColumn<int>("deadline");
    QTest::addColumn<BucketPager::State>("state");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("isEither");
}

void HostileTest::fails(const char *name, const Script &script, const QString &says,
                        std::chrono::milliseconds deadline)
{
    QTest::newRow(name) << script << u"Refresh"_s << static_cast<int>(deadline.count())
                        << BucketPager::State::Failed << says << HostileWindow::goodNames()
                        << false;
}

void HostileTest::failsToTurn(const char *name, const Script &script, const QString &says)
{
    QTest::newRow(name) << script << u"Next page"_s << static_cast<int>(LongDeadline.count())
                        << BucketPager::State::Failed << says << HostileWindow::goodNames()
                        << false;
}

void HostileTest::shows(const char *name, const Script &script, const QStringList &names)
{
    QTest::newRow(name) << script << u"Refresh"_s << static_cast<int>(LongDeadline.count())
                        << BucketPager::State::Ready << QString() << names << false;
}

void HostileTest::showsOrFails(const char *name, const Script &script, const QString &says)
{
    QTest::newRow(name) << script << u"Refresh"_s << static_cast<int>(EitherDeadline.count())
                        << BucketPager::State::Ready << says << HostileWindow::goodNames() << true;
}

void HostileTest::leavesOut(const char *name, const Script &script, const QString &says,
                            const QStringList &names)
{
    QTest::newRow(name) << script << u"Refresh"_s << static_cast<int>(LongDeadline.count())
                        << BucketPager::State::Ready << says << names << false;
}

void HostileTest::runCase()
{
    QFETCH(const Script, script);
    QFETCH(const QString, press);
    QFETCH(const int, deadline);
    QFETCH(const BucketPager::State, state);
    QFETCH(const QString, says);
    QFETCH(const QStringList, names);
    QFETCH(const bool, isEither);
    m_window->answerBuckets(script);
    QVERIFY(m_window->pressAndWait(press, std::chrono::milliseconds(deadline)));
    QVERIFY(m_window->server().seenCount(bucketsPath()) > 0 || script.atOnce);
    const BucketPager::State expected = isEither ? m_window->session().pager().state() : state;
    if (expected == BucketPager::State::Failed)
        checkFailure(says);
    else if (!says.isEmpty() && !isEither)
        checkLeftOut(says, names);
    else
        checkShown(names);
}

void HostileTest::checkFailure(const QString &says)
{
    const BucketPager &pager = m_window->session().pager();
    const QString problem = m_window->onlyProblem();
    QVERIFY2(matches(says, problem), qPrintable(problem));
    QCOMPARE(pager.state(), BucketPager::State::Failed);
    QCOMPARE(m_window->shownNames(), HostileWindow::goodNames());
    QVERIFY(m_window->session().buckets().isStale());
    const QString notice = m_window->notice();
    QVERIFY2(notice.startsWith(u"Showing page 1 as of "), qPrintable(notice));
    QVERIFY2(notice.contains(u"Page %1 could not be loaded: "_s.arg(pager.wantedPage().value())),
             qPrintable(notice));
    QCOMPARE(testsupport::findLabel(m_window->window(), u"Page status"_s)->text(), u"1–3 of 203"_s);
    QVERIFY(testsupport::findByName<QWidget>(m_window->window(), u"Retry"_s));
    QVERIFY(testsupport::findByName<QWidget>(m_window->window(), u"Retry"_s)->isEnabled());
}

void HostileTest::checkShown(const QStringList &names)
{
    QCOMPARE(m_window->problems()->model()->rowCount(), 0);
    QCOMPARE(m_window->session().pager().state(), BucketPager::State::Ready);
    QCOMPARE(m_window->shownNames(), names);
    QVERIFY(!m_window->session().buckets().isStale());
    QCOMPARE(m_window->notice(), QString());
}

void HostileTest::checkLeftOut(const QString &says, const QStringList &names)
{
    const QString problem = m_window->onlyProblem();
    QVERIFY2(matches(says, problem), qPrintable(problem));
    QCOMPARE(m_window->session().pager().state(), BucketPager::State::Ready);
    QCOMPARE(m_window->shownNames(), names);
    const QString notice = m_window->notice();
    QVERIFY2(notice.startsWith(u"Some buckets on this page could not be read."),
             qPrintable(notice));
}

} // namespace hostile
