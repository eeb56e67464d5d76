// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/extents.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/buckets/exportdialog.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/settings/importdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/status/statuspanel.h"
#include "ui/window/keysdialog.h"
#include "ui/window/windowpanes.h"

#include <QApplication>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Language;
using atlassim::Simulator;

namespace sample = atlassim::sample;

Q_DECLARE_METATYPE(accounts::Language)

namespace {

constexpr QSize Smallest(900, 560);
/// The third is a screen of 1920×1080 at 200%, in its units.
constexpr std::array Sizes{Smallest, QSize(1024, 700), QSize(960, 540), QSize(1366, 768),
                           QSize(1920, 1080)};
/// What is left of a screen of 1366×768 inside a frame and beside a panel.
constexpr QSize UsualScreen(1366, 698);
constexpr QSize VerySmall(640, 400);
constexpr qsizetype LongestName = 255;
constexpr qreal LargeLetters = 20;

QString longName(const QString &part)
{
    return part.repeated(LongestName / part.size() + 1).left(LongestName);
}

/// A layout tells its parent's, which tells that of the window.
void settle()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
}

/// What a table of buckets shows of a project with long names.
atlassim::World worldOfLongNames()
{
    atlassim::World world = sample::world();
    atlassim::Project &project = *world.project(QString(sample::PaymentsProd));
    project.name = longName(u"Payments – production "_s).trimmed();
    project.buckets[0].bucketName = longName(u"kestrel-payments-ledger-"_s);
    project.buckets[1].bucketName = longName(u"x"_s);
    return world;
}

} // namespace

/// Everything that the window shows has its room, in windows of each size, in both languages. It
/// runs once more at twice the size of a pixel.
class ExtentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsAProject_data() { addLanguages(); }
    void showsAProject();
    void showsAllProjects_data() { addLanguages(); }
    void showsAllProjects();
    void showsWhatIsMissing_data() { addLanguages(); }
    void showsWhatIsMissing();
    void showsDialogs_data() { addLanguages(); }
    void showsDialogs();
    void showsSettingsWithoutScrolling_data() { addLanguages(); }
    void showsSettingsWithoutScrolling();
    void fitsASmallScreenFolded_data() { addLanguages(); }
    void fitsASmallScreenFolded();
    void showsLargeLetters();
    void isNotLargerThanItsScreen();

private:
    void addLanguages();
    void start(QLatin1StringView project);
    void look(const QString &state, const QList<QSize> &sizes = {Sizes.begin(), Sizes.end()});
    void lookAt(QDialog &dialog, const QString &state);
    void lookAtDetails(const QList<QSize> &sizes);
    void openAll();
    void verdict();
    template<class Part>
    Part *part() const
    {
        return m_fixture->window()->findChild<Part *>();
    }
    QTableView *buckets() const { return part<ui::BucketPanel>()->findChild<ui::BucketTable *>(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    QStringList m_faults;
};

void ExtentsTest::init()
{
    m_faults.clear();
    m_simulator = std::make_unique<Simulator>(worldOfLongNames());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void ExtentsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ExtentsTest::addLanguages()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Korean") << Language::Korean;
}

void ExtentsTest::start(QLatin1StringView project)
{
    if (!project.isEmpty()) {
        m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
        m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    }
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    testsupport::unfoldPanes(m_fixture->window());
    if (project.isEmpty())
        return;
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().project());
}

void ExtentsTest::look(const QString &state, const QList<QSize> &sizes)
{
    QWidget &window = *m_fixture->window();
    for (const QSize &size : sizes) {
        window.resize(size);
        settle();
        const QString place = u"%1 at %2×%3: "_s.arg(state, QString::number(size.width()),
                                                     QString::number(size.height()));
        if (window.size() != size)
            m_faults.append(place
                            + u"the window takes %1×%2"_s.arg(window.width()).arg(window.height()));
        for (const QString &fault : testsupport::cutIn(window))
            m_faults.append(place + fault);
    }
}

/// As it opens, and as small as it can be made.
void ExtentsTest::lookAt(QDialog &dialog, const QString &state)
{
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QSize first = dialog.size();
    for (const QSize &size : {first, first.boundedTo(Smallest), QSize(1, 1)}) {
        const QSize most =
            size == first ? UsualScreen.boundedTo(dialog.screen()->availableSize()) : Smallest;
        dialog.resize(size);
        settle();
        if (dialog.width() > most.width() || dialog.height() > most.height())
            m_faults.append(
                u"%1 takes %2×%3"_s.arg(state).arg(dialog.width()).arg(dialog.height()));
        for (const QString &fault : testsupport::cutIn(dialog))
            m_faults.append(u"%1 at %2×%3: "_s.arg(state).arg(dialog.width()).arg(dialog.height())
                            + fault);
    }
}

void ExtentsTest::verdict()
{
    m_faults.removeDuplicates();
    for (const QString &fault : std::as_const(m_faults))
        qWarning("%s", qPrintable(fault));
    QVERIFY2(m_faults.isEmpty(), qPrintable(u"%1 faults"_s.arg(m_faults.size())));
}

/// Every tab, of a bucket with a long name, and with a job chosen.
void ExtentsTest::lookAtDetails(const QList<QSize> &sizes)
{
    buckets()->selectRow(0);
    QTRY_VERIFY(part<ui::InspectorPanel>()->findChild<QTabWidget *>());
    QTRY_VERIFY(!m_fixture->session().isBusy());
    QTRY_VERIFY(m_fixture->session().inspector().usage()->isKnown());
    auto *tabs = part<ui::InspectorPanel>()->findChild<QTabWidget *>();
    // The tab says how many clusters use the bucket a moment after that is known.
    QTRY_VERIFY(tabs->tabText(1).contains(u'('));
    QTRY_VERIFY(tabs->tabBar()->minimumSizeHint().width() <= tabs->width());
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        look(u"The tab "_s + tabs->tabText(tab), sizes);
        auto *table = tabs->currentWidget()->findChild<QTableView *>();
        if (!table)
            continue;
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->selectRow(0);
        look(u"A row of the tab "_s + tabs->tabText(tab), sizes);
    }
}

void ExtentsTest::showsAProject()
{
    QFETCH(const Language, language);
    const QList<QSize> sizes(Sizes.begin(), Sizes.end());
    m_fixture->commandLine().language = language;
    start(sample::PaymentsProd);
    look(u"A project"_s);
    lookAtDetails(sizes);
    auto *status = part<ui::StatusPanel>()->findChild<QTabWidget *>();
    status->setCurrentIndex(1);
    look(u"Requests"_s);
    part<ui::BucketPanel>()->focusFilter();
    QTest::keyClicks(QApplication::focusWidget(), u"ledger"_s);
    look(u"A filter"_s);
    m_fixture->window()->openProject(*atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e)), 7);
    QTRY_VERIFY(!m_fixture->session().isBusy());
    look(u"Page 7"_s);
    verdict();
}

void ExtentsTest::openAll()
{
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    buckets()->sortByColumn(0, Qt::AscendingOrder);
}

void ExtentsTest::showsAllProjects()
{
    QFETCH(const Language, language);
    m_fixture->commandLine().language = language;
    m_fixture->setReadsRegions(false);
    start(sample::PaymentsProd);
    openAll();
    auto *views = part<ui::BucketViews>();
    for (int view = 0; view < views->count(); ++view) {
        views->setCurrentIndex(view);
        QTest::qWait(50);
        look(u"The view "_s + views->tabText(view));
    }
    views->setCurrentIndex(0);
    part<ui::BucketPanel>()->focusFilter();
    QTest::keyClicks(QApplication::focusWidget(), u"ledger"_s);
    look(u"A filter for all"_s);
    verdict();
}

void ExtentsTest::showsWhatIsMissing()
{
    QFETCH(const Language, language);
    m_fixture->commandLine().language = language;
    start({});
    look(u"Signed out"_s);
    start(sample::Legacy);
    look(u"Not readable"_s);
    m_fixture->window()->showNotice(
        u"Some settings could not be saved"_s,
        u"/home/somebody/.config/bucketscope/bucketscope.conf cannot be written: the disk is full."_s);
    look(u"A notice"_s);
    m_fixture->window()->openProject(*atlas::ProjectId::fromHex(QString(sample::Sandbox)));
    QTRY_VERIFY(!m_fixture->session().isBusy());
    look(u"Empty"_s);
    m_fixture->window()->openProject(*atlas::ProjectId::fromHex(u"5f00000000000000000000ff"_s));
    QTRY_VERIFY(!m_fixture->session().isBusy());
    look(u"No such project"_s);
    m_fixture->window()->openProject(*atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e)));
    QTRY_VERIFY(!m_fixture->session().isBusy());
    m_simulator->addFault(atlassim::Fault::atlasError(
        429, u"RATE_LIMITED_TOKEN_BUCKET"_s, u"Too Many Requests"_s, u"Rate limit exceeded."_s));
    m_fixture->session().pager().goToNext();
    QTRY_COMPARE(m_fixture->session().pager().state(), buckets::BucketPager::State::Failed);
    look(u"Rows that are stale"_s);
    verdict();
}

void ExtentsTest::showsDialogs()
{
    QFETCH(const Language, language);
    m_fixture->commandLine().language = language;
    m_fixture->saveProfile(longName(u"Profile "_s), m_simulator->baseUrl(),
                           testsupport::serviceAccount());
    start(sample::PaymentsProd);
    Q_EMIT m_fixture->window()->settingsRequested();
    auto *settings = part<ui::SettingsDialog>();
    auto *categories = settings->findChild<QListWidget *>();
    for (int page = 0; page < categories->count(); ++page) {
        categories->setCurrentRow(page);
        lookAt(*settings, u"The settings "_s + categories->item(page)->text());
    }
    settings->showSignIn();
    lookAt(*settings, u"Signing in"_s);
    settings->reject();
    part<ui::BucketPanel>()->exportRows();
    lookAt(*part<ui::ExportDialog>(), u"The export"_s);
    ui::KeysDialog keys(m_fixture->window());
    keys.open();
    lookAt(keys, u"The keys"_s);
    ui::ImportDialog import(
        QStringLiteral(BUCKETSCOPE_SOURCE_DIR "/tests/unit/data/atlascli/serviceaccounts.toml"),
        m_fixture->window());
    import.open();
    lookAt(import, u"The import"_s);
    verdict();
}

/// As they open on a small screen.
void ExtentsTest::showsSettingsWithoutScrolling()
{
    QFETCH(const Language, language);
    m_fixture->commandLine().language = language;
    start(sample::PaymentsProd);
    if (m_fixture->window()->screen()->availableSize().height() < UsualScreen.height())
        QSKIP("The screen is smaller than this test is about.");
    Q_EMIT m_fixture->window()->settingsRequested();
    auto *settings = part<ui::SettingsDialog>();
    QVERIFY(QTest::qWaitForWindowExposed(settings));
    QVERIFY2(settings->height() <= UsualScreen.height(),
             qPrintable(QString::number(settings->height())));
    auto *categories = settings->findChild<QListWidget *>();
    for (int page = 0; page < categories->count(); ++page) {
        categories->setCurrentRow(page);
        settle();
        const auto areas = settings->findChildren<QScrollArea *>();
        for (const QScrollArea *area : areas) {
            const int hidden = area->verticalScrollBar()->maximum();
            QVERIFY2(!area->isVisible() || hidden == 0,
                     qPrintable(u"%1: %2 lines of pixels are hidden"_s.arg(
                         categories->item(page)->text(), QString::number(hidden))));
        }
    }
}

/// Where panes begin folded, a screen of 1280×800 at 200% in its units.
void ExtentsTest::fitsASmallScreenFolded()
{
    QFETCH(const Language, language);
    m_fixture->commandLine().language = language;
    m_fixture->setReadsRegions(false);
    start(sample::PaymentsProd);
    using Pane = ui::WindowPanes::Pane;
    auto *panes = part<ui::WindowPanes>();
    for (const Pane pane : {Pane::Projects, Pane::Details, Pane::Status})
        panes->setShown(pane, false);
    settle();
    look(u"A folded project"_s, {VerySmall});
    openAll();
    auto *views = part<ui::BucketViews>();
    for (int view = 0; view < views->count(); ++view) {
        views->setCurrentIndex(view);
        QTest::qWait(50);
        look(u"The folded view "_s + views->tabText(view), {VerySmall});
    }
    verdict();
}

/// Heights follow the letters.
void ExtentsTest::showsLargeLetters()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(LargeLetters);
    QApplication::setFont(large);
    start(sample::PaymentsProd);
    look(u"Large letters"_s, {Sizes.back()});
    lookAtDetails({Sizes.back()});
    openAll();
    look(u"Large letters of all"_s, {Sizes.back()});
    QApplication::setFont(before);
    verdict();
}

void ExtentsTest::isNotLargerThanItsScreen()
{
    start(sample::PaymentsProd);
    const QRect free = m_fixture->window()->screen()->availableGeometry();
    QVERIFY2(m_fixture->window()->width() <= free.width()
                 && m_fixture->window()->height() <= free.height(),
             qPrintable(u"%1×%2"_s.arg(free.width()).arg(free.height())));
}

QTEST_MAIN(ExtentsTest)
#include "tst_extents.moc"
