// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/noticebar.h"
#include "ui/settings/settingsdialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

/// The visible buttons below `root` from left to right.
QStringList buttonsOf(const QWidget *root)
{
    QList<QAbstractButton *> visible;
    const auto buttons = root->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible())
            visible.append(button);
    }
    std::sort(visible.begin(), visible.end(), [root](const auto *one, const auto *other) {
        return one->mapTo(root, QPoint()).x() < other->mapTo(root, QPoint()).x();
    });
    QStringList texts;
    for (const QAbstractButton *button : std::as_const(visible))
        texts.append(button->text());
    return texts;
}

} // namespace

/// What a message offers to press, and what that does; what is offered where there are no rows.
class NextStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersTheNextStep_data();
    void offersTheNextStep();
    void offersItWhileRowsAreShown();
    void offersItOfAllProjects();
    void opensTheSettings();
    void copiesTheAddress();
    void showsTheProjects();
    void saysHowToRegisterABucket();
    void offersNothingToFilterWithoutRows_data();
    void offersNothingToFilterWithoutRows();
    void keepsTheFilterThatFindsNothing();
    void saysWhatIsMissingToSignIn();
    void savesOtherPagesWithoutAnAccount();
    void saysWhatToMakeInAtlas();
    void importsFromTheAtlasCli_data();
    void importsFromTheAtlasCli();
    void asksForASecretThatTheAtlasCliKeeps();

private:
    void start(QLatin1StringView project = sample::PaymentsProd);
    void refuseLists(int status, const QString &code, const QJsonArray &parameters = {});
    void loadRefused(int status, const QString &code, const QJsonArray &parameters = {});
    const ui::EmptyState *message() const;
    bool isLive(const QString &name) const
    {
        const auto *control = findByName<QWidget>(m_fixture->window(), name);
        return control && control->isEnabled();
    }
    void startWithoutAccount(const QByteArray &atlasCliConfig);
    QWidget *window() const { return m_fixture->window(); }
    QDialog *settings() const { return window()->findChild<ui::SettingsDialog *>(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void NextStepsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void NextStepsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void NextStepsTest::start(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    QTRY_VERIFY(m_fixture->hasSession());
}

void NextStepsTest::refuseLists(int status, const QString &code, const QJsonArray &parameters)
{
    Fault fault = Fault::atlasError(status, code, u"Refused"_s, u"No."_s, parameters);
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    fault.times = Fault::Forever;
    m_simulator->addFault(fault);
}

void NextStepsTest::loadRefused(int status, const QString &code, const QJsonArray &parameters)
{
    refuseLists(status, code, parameters);
    start();
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Failed);
    QVERIFY(message()->isVisible());
}

const ui::EmptyState *NextStepsTest::message() const
{
    return window()->findChild<ui::BucketPanel *>()->findChild<ui::EmptyState *>();
}

void NextStepsTest::offersTheNextStep_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QStringList>("buttons");
    const QString address = u"203.0.113.9"_s;
    const QString list = u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s;
    QTest::newRow("wrong key") << 401 << u"UNEXPECTED_ERROR"_s << QString()
                               << QStringList{u"Settings"_s, u"Retry"_s};
    QTest::newRow("access list") << 403 << list << address
                                 << QStringList{u"Copy 203.0.113.9"_s, u"Retry"_s};
    QTest::newRow("no address") << 403 << list << u"<b>x</b>"_s << QStringList{u"Retry"_s};
    QTest::newRow("project gone") << 404 << u"GROUP_NOT_FOUND"_s << QString()
                                  << QStringList{u"Show projects"_s};
    QTest::newRow("not a member") << 401 << u"NOT_IN_GROUP"_s << QString()
                                  << QStringList{u"Show projects"_s, u"Retry"_s};
    QTest::newRow("down") << 500 << u"UNEXPECTED_ERROR"_s << QString() << QStringList{u"Retry"_s};
}

void NextStepsTest::offersTheNextStep()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, parameter);
    loadRefused(status, code, {parameter});
    QTEST(buttonsOf(message()), "buttons");
}

void NextStepsTest::offersItWhileRowsAreShown()
{
    start();
    QTRY_VERIFY(m_fixture->session().pager().isShowing() && !m_fixture->session().isBusy());
    refuseLists(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s, {u"203.0.113.9"_s});
    QVERIFY(click(window(), u"Refresh"_s));
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Failed);
    const auto *notice = window()->findChild<ui::BucketPanel *>()->findChild<ui::NoticeBar *>();
    const QStringList expected{u"Copy 203.0.113.9"_s, u"Retry"_s};
    QTRY_COMPARE(buttonsOf(notice), expected);
    m_simulator->clearFaults();
    QVERIFY(click(notice, u"Retry loading"_s));
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Ready);
    QTRY_VERIFY(!notice->isVisible());
}

void NextStepsTest::offersItOfAllProjects()
{
    start();
    QTRY_VERIFY(!m_fixture->session().isBusy());
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    const auto *notice = window()->findChild<ui::BucketPanel *>()->findChild<ui::NoticeBar *>();
    QTRY_VERIFY(notice->isVisible());
    // Of the sample's projects, one wants an address on its access list.
    const QStringList buttons = buttonsOf(notice);
    QCOMPARE(buttons.size(), 2);
    QVERIFY2(buttons[0].startsWith(u"Copy "), qPrintable(buttons[0]));
    QCOMPARE(buttons[1], u"Retry"_s);
}

void NextStepsTest::opensTheSettings()
{
    loadRefused(401, u"UNEXPECTED_ERROR"_s);
    QVERIFY(click(message(), u"Settings"_s));
    QTRY_VERIFY(settings() && settings()->isVisible());
}

void NextStepsTest::copiesTheAddress()
{
    loadRefused(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s, {u"203.0.113.9"_s});
    QVERIFY(click(message(), u"Copy 203.0.113.9"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"203.0.113.9"_s);
}

void NextStepsTest::showsTheProjects()
{
    loadRefused(404, u"GROUP_NOT_FOUND"_s);
    QTRY_VERIFY(!m_fixture->session().isBusy());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    m_simulator->clearSeenRequests();
    QVERIFY(click(window(), u"Go to the project list"_s));
    QTRY_VERIFY(!m_simulator->seenRequests().isEmpty());
    QCOMPARE(m_simulator->seenRequests().constFirst().path, u"/api/atlas/v2/groups"_s);
    QTRY_VERIFY(findByName<QWidget>(window(), u"Projects"_s)->hasFocus());
}

void NextStepsTest::saysHowToRegisterABucket()
{
    start(sample::Sandbox);
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Ready);
    QTRY_VERIFY(message()->isVisible());
    QCOMPARE(buttonsOf(message()), QStringList{u"How to register a bucket"_s});
    QVERIFY(message()->message().text.contains(u"atlas backups exports buckets create"));
}

void NextStepsTest::offersNothingToFilterWithoutRows_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("loading") << 0;
    QTest::newRow("failed") << 500;
    QTest::newRow("empty") << 200;
}

void NextStepsTest::offersNothingToFilterWithoutRows()
{
    QFETCH(const int, status);
    if (status == 0)
        m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, std::chrono::hours(1)));
    else if (status == 500)
        refuseLists(status, u"UNEXPECTED_ERROR"_s);
    start(status == 200 ? sample::Sandbox : sample::PaymentsProd);
    const auto &pager = m_fixture->session().pager();
    QTRY_COMPARE(pager.state(),
                 status == 0         ? BucketPager::State::Loading
                     : status == 200 ? BucketPager::State::Ready
                                     : BucketPager::State::Failed);
    for (const auto &name : {u"Filter buckets"_s, u"Columns"_s, u"Export"_s, u"First page"_s,
                             u"Next page"_s, u"Page"_s, u"Items per page"_s, u"Load all pages"_s})
        QVERIFY2(!isLive(name), qPrintable(name));
    m_simulator->clearFaults();
    m_fixture->window()->openProject(*atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e)));
    QTRY_VERIFY(isLive(u"Load all 2,508"_s));
    for (const auto &name : {u"Filter buckets"_s, u"Columns"_s, u"Export"_s, u"Next page"_s,
                             u"Page"_s, u"Items per page"_s})
        QVERIFY2(isLive(name), qPrintable(name));
}

void NextStepsTest::keepsTheFilterThatFindsNothing()
{
    start();
    QTRY_VERIFY(isLive(u"Filter buckets"_s));
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, u"nothing-is-called-so"_s));
    QTRY_VERIFY(message()->isVisible());
    QVERIFY(isLive(u"Filter buckets"_s));
    QVERIFY(!isLive(u"Export"_s));
    QCOMPARE(buttonsOf(message()), QStringList{u"Clear filter"_s});
}

void NextStepsTest::saysWhatIsMissingToSignIn()
{
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(settings() && settings()->isVisible());
    const auto *ok = findByName<QAbstractButton>(settings(), u"OK"_s);
    QVERIFY(ok && !ok->isEnabled());
    const auto *status = testsupport::findLabel(settings(), u"Settings status"_s);
    QVERIFY(status && status->text().contains(u"client ID"_s));
    QCOMPARE(ok->toolTip(), status->text());
    QVERIFY(findByName<QAbstractButton>(settings(), u"How to create a service account"_s));
    QTest::keyClick(settings(), Qt::Key_Return);
    QVERIFY(settings()->isVisible());
    QVERIFY(testsupport::typeInto(settings(), u"Profile name"_s, u"Staging"_s));
    QVERIFY(testsupport::typeInto(settings(), u"Client ID"_s, QString(sample::ClientId)));
    QTRY_VERIFY(ok->isEnabled());
}

void NextStepsTest::savesOtherPagesWithoutAnAccount()
{
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(settings() && settings()->isVisible());
    findByName<QListWidget>(settings(), u"Categories"_s)->setCurrentRow(2);
    QTRY_VERIFY(findByName<QAbstractButton>(settings(), u"OK"_s)->isEnabled());
}

/// As one who closes the settings first.
void NextStepsTest::startWithoutAccount(const QByteArray &atlasCliConfig)
{
    QFile file(m_fixture->atlasCliConfigPath());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(atlasCliConfig) >= 0);
    file.close();
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(settings() && settings()->isVisible());
    QTest::keyClick(settings(), Qt::Key_Escape);
    QTRY_VERIFY(!settings());
    QVERIFY(message()->isVisible());
}

void NextStepsTest::saysWhatToMakeInAtlas()
{
    startWithoutAccount("[broken]\nservice = 'nobody-knows'\npublic_api_key = 'k'\n");
    QCOMPARE(buttonsOf(message()),
             QStringList({u"How to create a service account"_s, u"Add a profile"_s}));
    const auto points = message()->message().points;
    QCOMPARE(points.size(), 3);
    QVERIFY2(points[0].contains(u"Project Read Only"), qPrintable(points[0]));
    QVERIFY2(points[1].contains(u"access list"), qPrintable(points[1]));
    const auto labels = message()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&points](const QLabel *label) {
        return label->isVisible() && label->text().contains(points[2]);
    }));
}

void NextStepsTest::importsFromTheAtlasCli_data()
{
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("mouse") << false;
    QTest::newRow("keys") << true;
}

/// One click, or one key, from there to the buckets.
void NextStepsTest::importsFromTheAtlasCli()
{
    QFETCH(const bool, byKeys);
    const QByteArray url = "ops_manager_url = '" + m_simulator->baseUrl().toEncoded() + "'\n";
    startWithoutAccount("[a]\npublic_api_key = 'k'\nprivate_api_key = 's'\n[ledger]\n" + url
                        + "client_id = '" + QByteArray(sample::ClientId.latin1())
                        + "'\nclient_secret = '" + QByteArray(sample::ClientSecret.latin1())
                        + "'\n");
    const QString name = u"Import “ledger” from the Atlas CLI"_s;
    auto *button = findByName<QAbstractButton>(window(), name);
    QVERIFY(button && findByName<QAbstractButton>(window(), u"Import “a” from the Atlas CLI"_s));
    QVERIFY(button->toolTip().contains(sample::ClientId));
    QVERIFY(!button->toolTip().contains(sample::ClientSecret));
    if (byKeys) {
        window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window()));
        for (int i = 0; i < 50 && !button->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
    } else {
        QVERIFY(click(window(), name));
    }
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!settings());
    QTRY_VERIFY(m_fixture->session().pager().isShowing());
    QCOMPARE(m_fixture->session().profile().name, u"ledger"_s);
}

void NextStepsTest::asksForASecretThatTheAtlasCliKeeps()
{
    startWithoutAccount("[ledger]\nauth_type = 'service_account'\nclient_id = 'mdb_sa_id_5f'\n");
    QVERIFY(click(window(), u"Import “ledger” from the Atlas CLI"_s));
    QTRY_VERIFY(settings() && settings()->isVisible());
    const auto *secret = findByName<QLineEdit>(settings(), u"Client secret"_s);
    QVERIFY(secret);
    QTRY_VERIFY(secret->hasFocus());
    QVERIFY(!m_fixture->hasSession());
}

QTEST_MAIN(NextStepsTest)
#include "tst_nextsteps.moc"
