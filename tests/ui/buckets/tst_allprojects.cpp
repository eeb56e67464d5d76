// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlas::BucketField;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::Inventory;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

namespace sample = atlassim::sample;

/// The table of all projects, and that of all pages of one, driven by mouse and keys.
class AllProjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensAllProjects();
    void returnsToAProject();
    void filtersWhileRowsCome();
    void sortsByAClickOnAHeader();
    void listsWhatIsNotReadableAndTriesAgain();
    void stopsAndResumes();
    void inspectsABucketOfAnyProject();
    void loadsAllPagesOfAProject();
    void sortsAPageOnlyIfItIsAll();
    void exportsWhatIsFiltered();
    void exportsAPageWithItsProject();
    void refreshesInPlace();

private:
    void start(const QLatin1StringView project = sample::PaymentsProd);
    void openAll();
    void waitUntilRead();
    Session &session() { return m_fixture->session(); }
    QTableView *table() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    QString status() const;
    QStringList texts(BucketField column) const;
    void clickHeader(BucketField column);
    void filter(const QString &text);
    QJsonArray exported();

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
    /// What exported() was told that the rows are not.
    QString m_missing;
};

void AllProjectsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void AllProjectsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void AllProjectsTest::start(const QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->setReadsRegions(false);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    // Keys go to the active window, and without a window manager none becomes so by itself.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
}

/// By a click on the first row of the projects.
void AllProjectsTest::openAll()
{
    auto *projects = findByName<QAbstractItemView>(m_window, u"Projects"_s);
    const QModelIndex first = projects->model()->index(0, 0);
    QCOMPARE(first.data().toString(), u"All projects"_s);
    projects->scrollTo(first);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(first).center());
    QVERIFY(session().inventory().isShown());
    QTRY_VERIFY(table()); // Once there is a row.
}

void AllProjectsTest::waitUntilRead()
{
    QTRY_COMPARE(session().inventory().state(), Inventory::State::Ready);
}

QString AllProjectsTest::status() const
{
    const QLabel *label = findLabel(m_window, u"Inventory status"_s);
    return label ? label->text() : QString();
}

QStringList AllProjectsTest::texts(BucketField column) const
{
    QStringList all;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        all.append(table()->model()->index(row, static_cast<int>(column)).data().toString());
    return all;
}

void AllProjectsTest::clickHeader(BucketField column)
{
    QHeaderView *header = table()->horizontalHeader();
    const int section = static_cast<int>(column);
    table()->scrollTo(table()->model()->index(0, section));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(section) + 20, header->height() / 2});
}

void AllProjectsTest::filter(const QString &text)
{
    auto *edit = findByName<QLineEdit>(m_window, u"Filter buckets"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void AllProjectsTest::opensAllProjects()
{
    start();
    QVERIFY(table()->isColumnHidden(static_cast<int>(BucketField::Project)));
    openAll();
    waitUntilRead();
    QVERIFY2(status().startsWith(u"2,925 buckets in 13 of 14 project"_s), qPrintable(status()));
    QVERIFY(status().endsWith(u" not read"_s));
    QCOMPARE(m_window->windowTitle(), u"All projects – Bucketscope"_s);
    QCOMPARE(table()->model()->rowCount(), 2'925);
    QVERIFY(!table()->isColumnHidden(static_cast<int>(BucketField::Project)));
    QVERIFY(texts(BucketField::Project).contains(u"결제 – 운영"_s));
    QVERIFY(!findLabel(m_window, u"Page status"_s));
    QVERIFY(findLabel(m_window, u"Last updated"_s)->text().endsWith(u"Updated just now"_s));
}

void AllProjectsTest::returnsToAProject()
{
    start();
    openAll();
    waitUntilRead();
    auto *projects = findByName<QAbstractItemView>(m_window, u"Projects"_s);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(projects->model()->index(1, 0)).center());
    QVERIFY(!session().inventory().isShown());
    QTRY_COMPARE(findLabel(m_window, u"Page status"_s)->text(), u"1–11 of 11"_s);
    QCOMPARE(m_window->windowTitle(), u"analytics-eu – Bucketscope"_s);
    QVERIFY(table()->isColumnHidden(static_cast<int>(BucketField::Project)));
}

void AllProjectsTest::filtersWhileRowsCome()
{
    start();
    m_simulator->options().latency = 40ms;
    openAll();
    filter(u"provider:azure project:payments"_s);
    QVERIFY(session().inventory().isReading());
    waitUntilRead();
    const QStringList providers = texts(BucketField::Provider);
    QVERIFY(!providers.isEmpty());
    QCOMPARE(providers.count(u"Azure"_s), providers.size());
    for (const QString &project : texts(BucketField::Project))
        QVERIFY(project.startsWith(u"Payments"_s));
    const QLabel *shown = findLabel(m_window, u"Rows shown"_s);
    QVERIFY(shown);
    QCOMPARE(shown->text(), u"· %1 shown"_s.arg(providers.size()));
}

void AllProjectsTest::sortsByAClickOnAHeader()
{
    start();
    m_simulator->options().latency = 20ms;
    openAll();
    clickHeader(BucketField::Name);
    waitUntilRead();
    QStringList names = texts(BucketField::Name);
    QCOMPARE(names.size(), 2'925);
    const auto byFold = [](const QString &left, const QString &right) {
        return left.toCaseFolded().toUtf8() < right.toCaseFolded().toUtf8();
    };
    QVERIFY(std::is_sorted(names.begin(), names.end(), byFold));

    clickHeader(BucketField::Name);
    names = texts(BucketField::Name);
    QVERIFY(std::is_sorted(names.rbegin(), names.rend(), byFold));

    clickHeader(BucketField::Name); // In the order they came again.
    QCOMPARE(texts(BucketField::Id).constFirst(), session().inventory().buckets().idAt(0).toHex());
}

void AllProjectsTest::listsWhatIsNotReadableAndTriesAgain()
{
    start();
    openAll();
    waitUntilRead();
    auto *views = findByName<QTabBar>(m_window, u"Views"_s);
    QVERIFY(views);
    int tab = 0;
    while (tab < views->count() && views->tabText(tab) != u"Not read (1)"_s)
        ++tab;
    QVERIFY(tab < views->count());
    QTest::mouseClick(views, Qt::LeftButton, {}, views->tabRect(tab).center());
    auto *unread = findByName<QTableView>(m_window, u"Projects not read"_s);
    QVERIFY(unread);
    QCOMPARE(unread->model()->index(0, 0).data().toString(), u"Legacy (IP access list)"_s);
    QCOMPARE(unread->model()->index(0, 1).data().toString(), u"403"_s);
    QVERIFY(!unread->model()->index(0, 4).data().toString().isEmpty());

    m_simulator->world().project(QString(sample::Legacy))->refusal.reset();
    QVERIFY(click(m_window, u"Retry all"_s));
    waitUntilRead();
    QVERIFY(session().inventory().tally().isComplete());
    QVERIFY(!status().contains(u"not read"_s));
    QVERIFY(table()); // There is nothing to list any more: the buckets are back.
}

void AllProjectsTest::stopsAndResumes()
{
    start();
    m_simulator->options().latency = 30ms;
    openAll();
    QTRY_VERIFY(session().inventory().tally().read > 0);
    QVERIFY(click(m_window, u"Stop loading"_s));
    QCOMPARE(session().inventory().state(), Inventory::State::Stopped);
    QVERIFY(status().contains(u" of 14 projects, "_s));
    const auto *projects = findByName<QAbstractItemView>(m_window, u"Projects"_s);
    const QModelIndex all = projects->model()->index(0, 0);
    // No sum stands beside all projects that is but a part of it.
    QCOMPARE(all.data(models::BucketCountRole).toString(), QString());
    QVERIFY(click(m_window, u"Resume"_s));
    waitUntilRead();
    QCOMPARE(table()->model()->rowCount(), 2'925);

    QTest::keyClick(m_window, Qt::Key_F5);
    QVERIFY(session().inventory().isReading());
    QTest::keyClick(m_window, Qt::Key_Escape);
    QCOMPARE(session().inventory().state(), Inventory::State::Stopped);
    QCOMPARE(table()->model()->rowCount(), 2'925);
}

void AllProjectsTest::inspectsABucketOfAnyProject()
{
    start();
    openAll();
    waitUntilRead();
    filter(u"project:staging"_s);
    table()->selectRow(0);
    QTRY_COMPARE(session().inspector().state(), buckets::BucketInspector::State::Ready);
    const QString id =
        table()->model()->index(0, static_cast<int>(BucketField::Id)).data().toString();
    QCOMPARE(session().inspector().bucket()->id.toHex(), id);
    QTRY_VERIFY(session().inspector().usage()->isKnown());
    QCOMPARE(session().inspector().usage()->project(),
             *atlas::ProjectId::fromHex(QString(sample::PaymentsStaging)));
}

void AllProjectsTest::loadsAllPagesOfAProject()
{
    start(sample::AtlasCliE2e);
    QVERIFY(click(m_window, u"Load all 2,508"_s));
    waitUntilRead();
    QCOMPARE(table()->model()->rowCount(), 2'508);
    QCOMPARE(status(), u"2,508 buckets"_s);
    QCOMPARE(m_window->windowTitle(), u"Atlas CLI E2E – Bucketscope"_s);
    clickHeader(BucketField::Registered);
    const QStringList times = texts(BucketField::Registered);
    QVERIFY(std::is_sorted(times.begin(), times.end()));

    QVERIFY(click(m_window, u"Show pages"_s));
    QCOMPARE(findLabel(m_window, u"Page status"_s)->text(), u"1–100 of 2,508"_s);
    QCOMPARE(table()->model()->rowCount(), 100);
}

void AllProjectsTest::sortsAPageOnlyIfItIsAll()
{
    start(sample::AtlasCliE2e);
    const QStringList before = texts(BucketField::Id);
    clickHeader(BucketField::Registered);
    QCOMPARE(texts(BucketField::Id), before);

    m_window->openProject(*atlas::ProjectId::fromHex(QString(sample::PaymentsProd)));
    QTRY_VERIFY(!session().isBusy());
    clickHeader(BucketField::Registered);
    const QStringList times = texts(BucketField::Registered);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
}

/// What is shown, written as JSON by Ctrl+E and read again.
QJsonArray AllProjectsTest::exported()
{
    QTest::keyClick(m_window, Qt::Key_E, Qt::ControlModifier);
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog)
        return {};
    const QLabel *missing = findLabel(dialog, u"What is missing"_s);
    m_missing = missing ? missing->text() : QString();
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"buckets.json"_s));
    auto *format = findByName<QComboBox>(dialog, u"Format"_s);
    format->setFocus();
    QTest::keyClicks(format, u"J"_s);
    if (!testsupport::typeInto(dialog, u"File"_s, file.fileName()) || !click(dialog, u"Export"_s)
        || !QTest::qWaitFor([] { return !QApplication::activeModalWidget(); })
        || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll())["buckets"_L1].toArray();
}

void AllProjectsTest::exportsWhatIsFiltered()
{
    start();
    openAll();
    waitUntilRead();
    filter(u"provider:gcp"_s);
    const int shown = table()->model()->rowCount();
    const QJsonArray written = exported();
    QCOMPARE(written.size(), shown);
    QVERIFY(m_missing.contains(u" in 13 of 14 project"_s));
    QStringList projects;
    for (const QJsonValue &bucket : written) {
        QCOMPARE(bucket["bucket"_L1]["cloudProvider"_L1].toString(), u"GCP"_s);
        projects.append(bucket["projectId"_L1].toString());
    }
    QVERIFY(projects.contains(QString(sample::PaymentsProd)));
}

void AllProjectsTest::exportsAPageWithItsProject()
{
    start();
    const QJsonArray written = exported();
    QCOMPARE(written.size(), 31);
    QCOMPARE(m_missing, QString());
    QCOMPARE(written[0]["projectId"_L1].toString(), QString(sample::PaymentsProd));
    QCOMPARE(written[0]["projectName"_L1].toString(), u"Payments – prod"_s);
}

void AllProjectsTest::refreshesInPlace()
{
    start();
    openAll();
    waitUntilRead();
    table()->selectRow(1'000);
    const QString selected = table()
                                 ->currentIndex()
                                 .siblingAtColumn(static_cast<int>(BucketField::Id))
                                 .data()
                                 .toString();
    m_simulator->world().project(QString(sample::PaymentsProd))->buckets.removeFirst();
    QTest::keyClick(m_window, Qt::Key_F5);
    waitUntilRead();
    QCOMPARE(table()->model()->rowCount(), 2'924);
    QCOMPARE(table()
                 ->currentIndex()
                 .siblingAtColumn(static_cast<int>(BucketField::Id))
                 .data()
                 .toString(),
             selected);
}

QTEST_MAIN(AllProjectsTest)
#include "tst_allprojects.moc"
