// SPDX-License-Identifier: Apache-2.0
#include "findingsfixture.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/fakenotifications.h"
#include "ui/desktop/notifications.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::World;
using insight::Finding;
using insight::Severity;
using testsupport::FakeNotifications;

/// What the desktop is told of a check while nobody looks at the window.
class FindingAlertsTest : public QObject, private testsupport::FindingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void tellsWhatIsNew();
    void staysQuiet_data();
    void staysQuiet();
    void leadsToTheFindings();
    void isPlainText_data();
    void isPlainText();

private:
    /// The findings of a world of troubles, and another window in front.
    void serveBehind();
    void checkBehind();
    QList<Finding> critical() const;
    void acceptAll();

    std::unique_ptr<QWidget> m_other;
};

void FindingAlertsTest::cleanup()
{
    m_other.reset();
    tearDown();
}

void FindingAlertsTest::serveBehind()
{
    serve(World::troubled());
    testsupport::choose(session(), [](auto &values) { values.notifyOfCritical = true; });
    m_other = std::make_unique<QWidget>();
    m_other->show();
    m_other->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_other.get()));
}

void FindingAlertsTest::checkBehind()
{
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
}

QList<Finding> FindingAlertsTest::critical() const
{
    QList<Finding> found = session().exportCheck().findings();
    found.removeIf([](const Finding &finding) { return finding.severity != Severity::Critical; });
    return found;
}

void FindingAlertsTest::acceptAll()
{
    QFile file(session().acceptedFile().path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const char *code : {"EXPORT_FAILED", "EXPORT_OVERDUE", "EXPORT_NEVER_RUNS",
                             "EXPORT_BUCKET_GONE", "ROLE_GONE", "ROLE_NOT_AUTHORIZED"})
        file.write(QByteArray("[[accepted]]\ncode = \"") + code + "\"\nreason = \"known\"\n");
}

void FindingAlertsTest::tellsWhatIsNew()
{
    const FakeNotifications desktop;
    serveBehind();
    checkBehind();
    const qsizetype count = critical().size();
    QVERIFY(count > 1);
    QTRY_COMPARE(desktop.shown().size(), 1);
    const FakeNotifications::Shown first = desktop.shown().constFirst();
    QCOMPARE(first.headline, u"%1 new critical findings"_s.arg(count));
    QVERIFY2(first.text.contains(critical().constFirst().bucketName), qPrintable(first.text));
    QVERIFY2(first.text.contains(critical().constFirst().projectName), qPrintable(first.text));
    QCOMPARE(first.actions.size(), 2);
    QCOMPARE(first.actions.constFirst(), u"default"_s);
    QCOMPARE(first.replaced, 0U);

    // What stays as it is is no news; a bucket that goes is.
    checkBehind();
    const Finding known = critical().constFirst();
    auto &buckets = m_simulator->world().project(known.project.toHex())->buckets;
    buckets.clear();
    checkBehind();
    QTRY_COMPARE(desktop.shown().size(), 2);
    QCOMPARE(desktop.shown().last().replaced, desktop.lastId() - 1);
    QVERIFY2(desktop.shown().last().text.contains(known.projectName),
             qPrintable(desktop.shown().last().text));
}

void FindingAlertsTest::staysQuiet_data()
{
    QTest::addColumn<bool>("isChosen");
    QTest::addColumn<bool>("isActive");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("not chosen") << false << false << false;
    QTest::newRow("the window is active") << true << true << false;
    QTest::newRow("all is accepted") << true << false << true;
}

void FindingAlertsTest::staysQuiet()
{
    QFETCH(const bool, isChosen);
    QFETCH(const bool, isActive);
    QFETCH(const bool, isAccepted);
    const FakeNotifications desktop;
    serveBehind();
    testsupport::choose(session(), [=](auto &values) { values.notifyOfCritical = isChosen; });
    if (isActive) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    if (isAccepted)
        acceptAll();
    checkBehind();
    QVERIFY(!critical().isEmpty());
    // What is sent later comes later.
    ui::Notifications mark;
    mark.show({u"mark"_s, {}, {}});
    QTRY_VERIFY(!desktop.shown().isEmpty());
    QCOMPARE(desktop.shown().constFirst().headline, u"mark"_s);
}

void FindingAlertsTest::leadsToTheFindings()
{
    FakeNotifications desktop;
    serveBehind();
    m_window->openProject(*atlas::ProjectId::fromHex(m_simulator->world().projects.first().id));
    QTRY_VERIFY(!session().isBusy());
    m_window->showMinimized();
    checkBehind();
    QTRY_COMPARE(desktop.shown().size(), 1);
    Q_EMIT desktop.ActionInvoked(desktop.lastId() + 1, u"default"_s);
    Q_EMIT desktop.ActionInvoked(desktop.lastId(), u"other"_s);
    QVERIFY(!session().inventory().isShown());
    // Until the bus has told who the server is, its signals pass by.
    QTRY_VERIFY((Q_EMIT desktop.ActionInvoked(desktop.lastId(), u"default"_s),
                 session().inventory().isShown()));
    QVERIFY(!m_window->isMinimized());
    QTRY_VERIFY(m_window->isActiveWindow());
    QTRY_VERIFY(table());
}

void FindingAlertsTest::isPlainText_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << QStringList{u"actions"_s, u"body"_s, u"body-markup"_s}
                            << u"&lt;b&gt;a &amp; b&lt;/b&gt;"_s;
    QTest::newRow("no markup") << QStringList{u"body"_s} << u"<b>a & b</b>"_s;
}

void FindingAlertsTest::isPlainText()
{
    QFETCH(const QStringList, capabilities);
    const FakeNotifications desktop(capabilities);
    ui::Notifications notifications;
    notifications.show({u"<i>"_s, u"<b>a & b</b>"_s, u"Go"_s});
    QTRY_COMPARE(desktop.shown().size(), 1);
    QTEST(desktop.shown().constFirst().text, "text");
    QCOMPARE(desktop.shown().constFirst().headline, u"<i>"_s);
}

QTEST_MAIN(FindingAlertsTest)
#include "tst_findingalerts.moc"
