// SPDX-License-Identifier: Apache-2.0
#include "session/deprecationwatch.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/settings/settingsdialog.h"

#include <QComboBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Profile;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

/// Settings change what they name, and nothing else.
class SettingsKeptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsAccountsApart_data();
    void tellsAccountsApart();
    void keepsTheSessionOfARenamedProfile();
    void forgetsTheDeprecationOfAnotherVersion();
    void takesTheDeprecationFromTheLatestAnswers();

private:
    bool saysDeprecated() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void SettingsKeptTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void SettingsKeptTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void SettingsKeptTest::tellsAccountsApart_data()
{
    using Change = void (*)(Profile &);
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isSame");
    const auto add = [](const char *name, bool isSame, Change change) {
        QTest::newRow(name) << change << isSame;
    };
    add("name", true, [](Profile &profile) { profile.name = u"Other"_s; });
    add("color", true, [](Profile &profile) { profile.chosenColor = accounts::ProfileColor::Red; });
    add("default project", true, [](Profile &profile) {
        profile.defaultProject = atlas::ProjectId::fromHex(QString(sample::Sandbox));
    });
    add("address", false, [](Profile &profile) {
        profile.baseUrl = *accounts::BaseUrl::parse(u"https://cloud.mongodbgov.com"_s);
    });
    add("identity", false, [](Profile &profile) { profile.identity = u"other"_s; });
    add("authentication", false,
        [](Profile &profile) { profile.authentication = accounts::Authentication::ApiKey; });
    add("CA file", false, [](Profile &profile) { profile.caFile = u"/tmp/ca.pem"_s; });
}

void SettingsKeptTest::tellsAccountsApart()
{
    using Change = void (*)(Profile &);
    QFETCH(const Change, change);
    Profile profile;
    profile.id = accounts::ProfileId::create();
    profile.name = u"Production"_s;
    Profile changed = profile;
    change(changed);
    QVERIFY(changed != profile);
    QTEST(accounts::isSameAccount(profile, changed), "isSame");
}

void SettingsKeptTest::keepsTheSessionOfARenamedProfile()
{
    m_fixture->saveProfile(u"Staging"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    ui::MainWindow *window = m_fixture->window();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTRY_VERIFY(m_fixture->hasSession());
    const Session *const session = m_fixture->program().session();
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().isShowing());
    window->openAllProjects();
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    const int rows = m_fixture->session().inventory().buckets().rowCount();

    QTest::keyClick(window, Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(window->findChild<ui::SettingsDialog *>());
    auto *settings = window->findChild<ui::SettingsDialog *>();
    QVERIFY(testsupport::typeInto(settings, u"Profile name"_s, u"Stage"_s));
    QVERIFY(click(settings, u"OK"_s));
    QTRY_VERIFY(!window->findChild<ui::SettingsDialog *>());
    QVERIFY(m_fixture->program().session() == session);
    QCOMPARE(m_fixture->session().inventory().buckets().rowCount(), rows);
    QCOMPARE(m_fixture->session().profile().name, u"Stage"_s);
    QCOMPARE(findByName<QComboBox>(window, u"Profile"_s)->currentText(), u"Stage"_s);
}

bool SettingsKeptTest::saysDeprecated() const
{
    const auto labels = m_fixture->window()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"deprecated"_s);
    });
}

void SettingsKeptTest::forgetsTheDeprecationOfAnotherVersion()
{
    m_fixture->choose([](accounts::PreferenceValues &values) {
        values.apiVersion = *atlas::ApiVersion::fromString(u"2023-01-01");
    });
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(sample::PaymentsProd));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().isShowing());
    QVERIFY(saysDeprecated());
    testsupport::choose(m_fixture->session(), [](accounts::PreferenceValues &values) {
        values.apiVersion = *atlas::ApiVersion::fromString(u"2025-02-19");
    });
    QVERIFY(!saysDeprecated());
    QTRY_VERIFY(!m_fixture->session().isBusy());
    QVERIFY(!saysDeprecated());
}

void SettingsKeptTest::takesTheDeprecationFromTheLatestAnswers()
{
    const auto answer = [](const QString &path, int status, bool isDeprecated) {
        net::Exchange exchange;
        exchange.url = QUrl(u"https://cloud.mongodb.com/api/atlas/v2"_s + path);
        exchange.status = status;
        if (isDeprecated)
            exchange.deprecation.since = QDateTime::currentDateTimeUtc();
        return exchange;
    };
    const auto one = u"/groups/5f0000000000000000000001/backup/exportBuckets"_s;
    const auto other = u"/groups/5f0000000000000000000002/backup/exportBuckets"_s;
    DeprecationWatch watch;
    QVERIFY(!watch.deprecation().isAnnounced());
    watch.note(answer(one, 200, true));
    QVERIFY(watch.deprecation().isAnnounced());
    watch.note(answer(u"/groups"_s, 200, false));
    QVERIFY2(watch.deprecation().isAnnounced(), "another call says nothing of it");
    watch.note(answer(other, 500, false));
    QVERIFY2(watch.deprecation().isAnnounced(), "an error says nothing of it");
    watch.note(answer(other, 200, false));
    QVERIFY(!watch.deprecation().isAnnounced());
}

QTEST_MAIN(SettingsKeptTest)
#include "tst_settingskept.moc"
