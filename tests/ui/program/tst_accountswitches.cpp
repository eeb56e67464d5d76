// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QTest>

#ifdef BUCKETSCOPE_SANITIZED
#include <sanitizer/allocator_interface.h>
#else
#include <malloc.h>
#endif

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;

namespace {

constexpr int Switches = 200;
/// By then, all that is made once has been made.
constexpr int FirstSwitches = 20;
/// Far less than a session, a model or an answer has; more than the allocator's own ups and downs.
constexpr qint64 MostLeftOfSwitch = 512;

/// What is allocated and has not been freed, in bytes.
qint64 allocated()
{
#ifdef BUCKETSCOPE_SANITIZED
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#endif
}

} // namespace

/// Who looks after many organisations goes from one account to the other all day.
class AccountSwitchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaveNothingBehind();

private:
    void switchAccount(int number);

    Simulator m_simulator{atlassim::sample::world()};
    testsupport::ProgramFixture m_fixture;
};

void AccountSwitchesTest::switchAccount(int number)
{
    auto *profiles = testsupport::findByName<QComboBox>(m_fixture.window(), u"Profile"_s);
    const Session *const before = m_fixture.program().session();
    profiles->setFocus();
    QTest::keyClick(profiles, number % 2 == 0 ? Qt::Key_Down : Qt::Key_Up);
    QTest::keyClick(profiles, Qt::Key_Return);
    QVERIFY(m_fixture.program().session() != before);
    QTRY_VERIFY(m_fixture.hasSession());
    Session &session = m_fixture.session();
    QTRY_COMPARE(session.pager().state(), buckets::BucketPager::State::Ready);
    QTRY_VERIFY(!session.isBusy());
    QVERIFY(session.shownTable().rowCount() > 0);
}

void AccountSwitchesTest::leaveNothingBehind()
{
    QVERIFY(m_simulator.listen());
    m_fixture.saveProfile(u"Ours"_s, m_simulator.baseUrl(), testsupport::serviceAccount());
    m_fixture.saveProfile(u"Theirs"_s, m_simulator.baseUrl(), testsupport::owner());
    m_fixture.commandLine().profile = u"Ours"_s;
    m_fixture.commandLine().project = atlas::ProjectId::fromHex(atlassim::sample::PaymentsProd);
    QVERIFY(m_fixture.start());
    QTRY_VERIFY(m_fixture.hasSession());
    qint64 before = 0;
    for (int number = 0; number < FirstSwitches + Switches; ++number) {
        if (number == FirstSwitches)
            before = allocated();
        switchAccount(number);
        if (QTest::currentTestFailed())
            return;
        // What the server remembers is none of the program's.
        m_simulator.clearSeenRequests();
        m_simulator.expireNonces();
    }
    const qint64 left = allocated() - before;
    QVERIFY2(left < Switches * MostLeftOfSwitch,
             qPrintable(u"%1 bytes are left of %2 switches"_s.arg(left).arg(Switches)));
}

QTEST_MAIN(AccountSwitchesTest)
#include "tst_accountswitches.moc"
