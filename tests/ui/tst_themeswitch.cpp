// SPDX-License-Identifier: Apache-2.0
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "browse/projectusage.h"
#include "programfixture.h"
#include "session/session.h"
#include "support/testaccount.h"
#include "ui/theme.h"
#include "widgetfinder.h"

#include <QAbstractButton>
#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Theme;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::findByName;
using ui::theme::Tone;

namespace sample = atlassim::sample;

/// Another theme at run time looks as if the window had been born in it.
class ThemeSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void looksAsIfBornSo_data();
    void looksAsIfBornSo();
    void marksWhatWasFoundAnew();

private:
    enum class Scene { Details, Stale, Empty };

    void start(Theme theme, Scene scene);
    void settle();
    QPlainTextEdit *searchTheJson();
    QImage picture();

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void ThemeSwitchTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void ThemeSwitchTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ThemeSwitchTest::settle()
{
    QTRY_VERIFY(!m_fixture->session().isBusy());
    // It tells so a moment later.
    QTRY_VERIFY(!findByName<QAbstractButton>(m_fixture->window(), u"Stop"_s)->isEnabled());
}

void ThemeSwitchTest::start(Theme theme, Scene scene)
{
    m_fixture->setTheme(theme);
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(
        QString(scene == Scene::Empty ? sample::Sandbox : sample::PaymentsProd));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_fixture->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().pager().isShowing());
    settle();
    if (scene == Scene::Details)
        findByName<QTableView>(m_fixture->window(), u"Export buckets"_s)->selectRow(1);
    if (scene == Scene::Details) {
        const browse::BucketInspector &inspector = m_fixture->session().inspector();
        QTRY_COMPARE(inspector.state(), browse::BucketInspector::State::Ready);
        QTRY_VERIFY(inspector.usage() && inspector.usage()->knowsAllJobs());
    }
    if (scene == Scene::Stale) {
        Fault fault = Fault::atlasError(503, u"X"_s, u"Service Unavailable"_s, u"later"_s);
        fault.pathPrefix = u"/api/atlas/v2/groups"_s;
        m_simulator->addFault(fault);
        m_fixture->session().pager().refresh();
    }
    settle();
}

QPlainTextEdit *ThemeSwitchTest::searchTheJson()
{
    const auto bars = m_fixture->window()->findChildren<QTabBar *>();
    for (QTabBar *bar : bars) {
        if (bar->isVisible() && bar->count() == 5)
            bar->setCurrentIndex(3);
    }
    findByName<QLineEdit>(m_fixture->window(), u"Search the JSON"_s)->setText(u"bucket"_s);
    return findByName<QPlainTextEdit>(m_fixture->window(), u"JSON"_s);
}

/// Without what tells the time: it differs from run to run.
QImage ThemeSwitchTest::picture()
{
    ui::MainWindow *window = m_fixture->window();
    for (const auto &name : {u"Problems"_s, u"Requests"_s}) {
        if (auto *table = findByName<QTableView>(window, name))
            table->hideColumn(0);
    }
    for (const auto &name : {u"Account"_s, u"Last updated"_s}) {
        if (QLabel *label = testsupport::findLabel(window, name))
            label->clear();
    }
    const auto labels = window->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        label->setText(label->text().replace(
            QRegularExpression(u"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"_s),
            u"2026-01-01 00:00"_s));
    }
    QCoreApplication::processEvents();
    return window->grab().toImage();
}

void ThemeSwitchTest::looksAsIfBornSo_data()
{
    QTest::addColumn<Theme>("before");
    QTest::addColumn<Theme>("after");
    QTest::addColumn<Scene>("scene");
    QTest::newRow("details, to dark") << Theme::Light << Theme::Dark << Scene::Details;
    QTest::newRow("details, to light") << Theme::Dark << Theme::Light << Scene::Details;
    QTest::newRow("stale, to dark") << Theme::Light << Theme::Dark << Scene::Stale;
    QTest::newRow("stale, to light") << Theme::Dark << Theme::Light << Scene::Stale;
    QTest::newRow("empty, to dark") << Theme::Light << Theme::Dark << Scene::Empty;
    QTest::newRow("empty, to light") << Theme::Dark << Theme::Light << Scene::Empty;
}

void ThemeSwitchTest::looksAsIfBornSo()
{
    QFETCH(const Theme, before);
    QFETCH(const Theme, after);
    QFETCH(const Scene, scene);
    start(before, scene);
    const QImage first = picture();
    ui::theme::apply(*qApp, after == Theme::Dark ? Tone::Dark : Tone::Light);
    QTRY_COMPARE(ui::theme::toneOf(m_fixture->window()->palette()),
                 after == Theme::Dark ? Tone::Dark : Tone::Light);
    QCoreApplication::processEvents();
    const QImage switched = picture();
    QVERIFY(switched != first);

    m_simulator->clearFaults();
    start(after, scene);
    const QImage born = picture();
    if (switched != born) {
        switched.save(QDir::temp().filePath(u"bucketscope-switched-%1.png"_s.arg(
            QString::fromLatin1(QTest::currentDataTag()).remove(u' ').remove(u','))));
        born.save(QDir::temp().filePath(u"bucketscope-born-%1.png"_s.arg(
            QString::fromLatin1(QTest::currentDataTag()).remove(u' ').remove(u','))));
    }
    QVERIFY2(switched == born, "see bucketscope-switched.png, bucketscope-born.png");
}

void ThemeSwitchTest::marksWhatWasFoundAnew()
{
    start(Theme::Light, Scene::Details);
    QPlainTextEdit *text = searchTheJson();
    QVERIFY(!text->extraSelections().isEmpty());
    const QColor before = text->extraSelections().constFirst().format.background().color();
    ui::theme::apply(*qApp, Tone::Dark);
    const auto color = [text] {
        return text->extraSelections().constFirst().format.background().color();
    };
    QTRY_COMPARE(ui::theme::toneOf(text->palette()), Tone::Dark);
    QTRY_COMPARE(color(), ui::theme::warningBand(text->palette()).background);
    QVERIFY(color() != before);
}

QTEST_MAIN(ThemeSwitchTest)
#include "tst_themeswitch.moc"
