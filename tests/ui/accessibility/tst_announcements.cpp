// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/pagestatus.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/announcer.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/noticebar.h"
#include "ui/program/signedoutmessages.h"
#include "ui/settings/importdialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;

namespace {

using Secret = accounts::SecretError;

const auto GroupPath = u"/api/atlas/v2/groups/"_s;

} // namespace

/// What a screen reader says by itself: the texts of the window's one notification.
class AnnouncementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void joinsWhatComesTogether();
    void saysACountdownOnce();
    void saysAWaitForARetryOnce();
    void saysOnceThatUsageIsUnknown();
    void isTheOnlyNotification();
    void saysAPage();
    void saysAFailure();
    void saysWhyNobodyIsSignedIn_data();
    void saysWhyNobodyIsSignedIn();
    void saysThatASecretIsMissing();
    void saysThatThereAreNoProjects();
    void saysARefresh();
    void saysTheEndOfASweep();
    void saysWhatWasCopied();
    void saysThatALabelWasCopied();
    void saysWhatAnotherFileHolds();
    void saysHowManyMatch();
    void saysThatSuggestionsAreOpen();
    void saysNothingWithoutAText();

private:
    void open(atlas::ProjectId project, const accounts::Credential &credential);
    /// Whether a text that contains `part` is being announced.
    bool isSaying(const QString &part) const;
    /// Whether such a text is announced before the next one that is asked for here.
    bool saysInTheMeantime(const QString &part) const;
    void forget() const;
    ui::Announcer *announcer() const { return ui::Announcer::of(m_fixture->window()); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    const atlas::ProjectId m_payments =
        *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
};

void AnnouncementsTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void AnnouncementsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void AnnouncementsTest::open(atlas::ProjectId project, const accounts::Credential &credential)
{
    m_fixture->commandLine().project = project;
    m_fixture->useEnvironment(m_simulator->baseUrl(), credential);
    QVERIFY(m_fixture->start());
    m_fixture->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().project());
}

bool AnnouncementsTest::isSaying(const QString &part) const
{
    return announcer()->text().contains(part);
}

bool AnnouncementsTest::saysInTheMeantime(const QString &part) const
{
    bool says = false;
    ui::announce(m_fixture->window(), u"Next."_s);
    const bool isOver = QTest::qWaitFor([&] {
        says = says || isSaying(part);
        return says || isSaying(u"Next."_s);
    });
    return says || !isOver;
}

void AnnouncementsTest::forget() const
{
    announcer()->clear();
}

void AnnouncementsTest::joinsWhatComesTogether()
{
    QWidget window;
    auto *part = new QWidget(&window);
    ui::announce(part, u"One."_s);
    ui::announce(&window, u"Two."_s);
    ui::announce(part, u"One."_s);
    QTRY_COMPARE(ui::Announcer::of(&window)->text(), u"One.\nTwo."_s);
}

void AnnouncementsTest::saysACountdownOnce()
{
    QWidget window;
    auto *notice = new ui::NoticeBar(&window);
    window.show();
    notice->showNotice(ui::NoticeBar::Kind::Warning, u"Waiting."_s, u"3 s"_s);
    QTRY_COMPARE(ui::Announcer::of(&window)->text(), u"Waiting.\n3 s"_s);
    ui::Announcer::of(&window)->clear();
    notice->showNotice(ui::NoticeBar::Kind::Warning, u"Waiting."_s, u"2 s"_s);
    ui::announce(&window, u"Next."_s);
    QTRY_COMPARE(ui::Announcer::of(&window)->text(), u"Next."_s);
}

/// Its headline counts down.
void AnnouncementsTest::saysAWaitForARetryOnce()
{
    m_fixture->setRetries({});
    open(m_payments, testsupport::serviceAccount());
    Fault busy;
    busy.pathPrefix = GroupPath;
    busy.status = 503;
    busy.headers = {{"Retry-After", "3"}};
    m_simulator->addFault(busy);
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_VERIFY(isSaying(u"Retrying in"_s));
    forget();
    QTRY_VERIFY(isSaying(u"Retrying"_s) || !m_fixture->session().isBusy());
    QVERIFY(!isSaying(u"Retrying"_s));
    QVERIFY(!saysInTheMeantime(u"Retrying"_s));
}

/// Fewer are unknown with each project that has been looked at.
void AnnouncementsTest::saysOnceThatUsageIsUnknown()
{
    const auto isUnknown = u" is unknown."_s;
    open(m_payments, testsupport::serviceAccount());
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->session().inventory().state(),
                              buckets::Inventory::State::Ready, 30'000);
    auto *filter = findByName<QLineEdit>(m_fixture->window(), u"Filter buckets"_s);
    filter->setText(u"used:"_s);
    QTRY_VERIFY(isSaying(isUnknown));
    forget();
    Fault slow = Fault::delay(GroupPath, std::chrono::milliseconds(300));
    slow.times = Fault::Forever;
    m_simulator->addFault(slow);
    QVERIFY(click(m_fixture->window(), u"Check usage"_s));
    QVERIFY(m_fixture->session().isCheckingUsage());
    QTRY_VERIFY_WITH_TIMEOUT(isSaying(isUnknown) || !m_fixture->session().isCheckingUsage(),
                             30'000);
    QVERIFY(!isSaying(isUnknown));
    QVERIFY(!saysInTheMeantime(isUnknown));
}

void AnnouncementsTest::isTheOnlyNotification()
{
    open(m_payments, testsupport::serviceAccount());
    QTRY_VERIFY(isSaying(u"of"_s));
    int notifications = 0;
    const auto widgets = m_fixture->window()->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->role() != QAccessible::Notification)
            continue;
        ++notifications;
        QCOMPARE(interface->text(QAccessible::Name), announcer()->text());
        QCOMPARE(interface->text(QAccessible::Description), QString());
        QCOMPARE(interface->parent()->text(QAccessible::Name), u"Announcements"_s);
    }
    QCOMPARE(notifications, 1);
    QCOMPARE(m_fixture->window()->findChildren<ui::Announcer *>().size(), 1);
}

void AnnouncementsTest::saysAPage()
{
    open(m_payments, testsupport::serviceAccount());
    const QString status = insight::pageStatus(m_fixture->session().pager());
    const QString name = m_fixture->session().projects().project(m_payments)->name;
    QTRY_VERIFY(isSaying(name + u": " + status));
}

void AnnouncementsTest::saysAFailure()
{
    const QString path = GroupPath + m_payments.toHex() + u"/backup/exportBuckets";
    Fault fault = Fault::atlasError(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s, u"Forbidden"_s,
                                    u"This IP address is not on the access list."_s);
    fault.pathPrefix = path;
    fault.times = Fault::Forever;
    m_simulator->addFault(fault);
    open(m_payments, testsupport::serviceAccount());
    QTRY_VERIFY(isSaying(u"New problem: 403"_s));
}

void AnnouncementsTest::saysWhyNobodyIsSignedIn_data()
{
    QTest::addColumn<Secret::Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("not found") << Secret::Kind::NotFound << u"Error"_s;
    QTest::newRow("locked") << Secret::Kind::Locked << u"Error"_s;
    QTest::newRow("unavailable") << Secret::Kind::Unavailable << u"Error"_s;
    QTest::newRow("denied") << Secret::Kind::Denied << u"Error"_s;
    QTest::newRow("timed out") << Secret::Kind::TimedOut << u"Error"_s;
    QTest::newRow("other server") << Secret::Kind::OtherServer << u"Error"_s;
    QTest::newRow("server unknown") << Secret::Kind::ServerUnknown << u"Warning"_s;
    QTest::newRow("other") << Secret::Kind::Other << u"Error"_s;
}

/// Whatever the picture is; once, not each time that it is drawn.
void AnnouncementsTest::saysWhyNobodyIsSignedIn()
{
    QFETCH(const Secret::Kind, kind);
    QFETCH(const QString, name);
    accounts::Profile profile;
    profile.name = u"Staging"_s;
    const auto message = ui::secretMessage(profile, {kind, u"The keychain said no."_s});
    QWidget window;
    auto *state = new ui::EmptyState(&window);
    state->setMessage(message);
    window.resize(700, 500);
    state->resize(window.size());
    window.show();
    const auto said = [&window] {
        return ui::Announcer::of(&window)->text();
    };
    QTRY_COMPARE(said(), QString(message.title + u"\nThe keychain said no."_s));
    QVERIFY(message.title.contains(u"Staging"_s));
    QCOMPARE(state->findChild<QLabel *>()->accessibleName(), name);
    state->setMessage(message);
    state->resize(600, 400);
    state->repaint();
    ui::announce(&window, u"Next."_s);
    QTRY_COMPARE(said(), u"Next."_s);
}

void AnnouncementsTest::saysThatASecretIsMissing()
{
    m_fixture->saveProfile(u"Staging"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->forgetSecrets();
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(isSaying(u"The secret of Staging could not be read"_s));
    QVERIFY(!m_fixture->hasSession());
    forget();
    QVERIFY(!saysInTheMeantime(u"Staging"_s));
}

void AnnouncementsTest::saysThatThereAreNoProjects()
{
    m_simulator->world().projects.clear();
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(isSaying(u"No projects"_s));
    forget();
    QVERIFY(!saysInTheMeantime(u"No projects"_s));
}

void AnnouncementsTest::saysARefresh()
{
    open(m_payments, testsupport::serviceAccount());
    const QString status = insight::pageStatus(m_fixture->session().pager());
    QTRY_VERIFY(isSaying(status));
    forget();
    QTest::keyClick(m_fixture->window(), Qt::Key_F5);
    QTRY_VERIFY(isSaying(status));
}

void AnnouncementsTest::saysTheEndOfASweep()
{
    open(m_payments, testsupport::serviceAccount());
    m_fixture->window()->openAllProjects();
    QTRY_VERIFY_WITH_TIMEOUT(isSaying(u" projects"_s), 30'000);
}

void AnnouncementsTest::saysWhatWasCopied()
{
    open(m_payments, testsupport::serviceAccount());
    auto *table = findByName<QTableView>(m_fixture->window(), u"Export buckets"_s);
    QVERIFY(table);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(isSaying(u"1 row"_s));
    forget();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(isSaying(u"1 row"_s));
}

/// By keys: of a message, the window's own shortcut would copy rows.
void AnnouncementsTest::saysThatALabelWasCopied()
{
    QWidget window;
    auto *notice = new ui::NoticeBar(&window);
    window.show();
    notice->showNotice(ui::NoticeBar::Kind::Warning, u"Closed."_s, u"Add 192.0.2.1."_s);
    QTRY_VERIFY(ui::Announcer::of(&window)->text().contains(u"Closed."_s));
    const auto labels = notice->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text() == u"Add 192.0.2.1."_s)
            QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Add 192.0.2.1."_s);
    QTRY_COMPARE(ui::Announcer::of(&window)->text(), u"Copied."_s);
}

/// One that is chosen, not the first.
void AnnouncementsTest::saysWhatAnotherFileHolds()
{
    ui::ImportDialog import(u"/nonexistent/config.toml"_s);
    import.show();
    const auto *announcer = ui::Announcer::of(&import);
    const auto buttons = import.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().contains(u"another"_s))
            button->click();
    }
    auto *files = import.findChild<QFileDialog *>();
    QVERIFY(files && announcer->text().isEmpty());
    Q_EMIT files->fileSelected(u"/nonexistent/other.toml"_s);
    const auto *message = testsupport::findLabel(&import, u"Import message"_s);
    QTRY_COMPARE(announcer->text(), message->text());
}

void AnnouncementsTest::saysHowManyMatch()
{
    open(m_payments, testsupport::serviceAccount());
    auto *filter = findByName<QLineEdit>(m_fixture->window(), u"Filter buckets"_s);
    QVERIFY(filter);
    filter->setFocus();
    QTest::keyClicks(filter, u"no such bucket"_s);
    QTRY_VERIFY(isSaying(u"0 row"_s));
}

void AnnouncementsTest::saysThatSuggestionsAreOpen()
{
    open(m_payments, testsupport::serviceAccount());
    auto *filter = findByName<QLineEdit>(m_fixture->window(), u"Filter buckets"_s);
    QVERIFY(filter);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    QTRY_VERIFY(isSaying(u" suggestion"_s));
}

void AnnouncementsTest::saysNothingWithoutAText()
{
    QWidget window;
    ui::announce(&window, QString());
    QCOMPARE(window.findChildren<ui::Announcer *>().size(), 0);
}

QTEST_MAIN(AnnouncementsTest)
#include "tst_announcements.moc"
