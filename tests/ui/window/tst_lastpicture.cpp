// SPDX-License-Identifier: Apache-2.0
#include "models/findingsmodel.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketviews.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QListView>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlas::BucketField;
using insight::ExportCheck;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;
using View = ui::BucketViews::View;

namespace {

constexpr int Projects = 3;
constexpr int BucketsEach = 120;

} // namespace

/// What an earlier run has read, shown at once and until Atlas has answered.
class LastPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void showsTheOpenPageOffline();
    void keepsTheSelectionOfAPage();
    void showsAllProjectsOffline();
    void givesWayToWhatAtlasAnswers();
    void showsNothing_data();
    void showsNothing();
    void tellsOfADamagedFile();
    void forgets_data();
    void forgets();
    void keepsNoSecret();

private:
    void startOffline()
    {
        m_simulator->close();
        startAgain();
    }
    void startAgain();
    void makeOlder(std::chrono::hours age);
    QString storePath() const;
    bool isAnywhere(const QByteArray &text) const;
    QString folder() const { return QFileInfo(m_fixture->settingsPath()).path(); }

    Session &session() const { return m_fixture->session(); }
    ui::MainWindow *window() const { return m_fixture->window(); }
    QTableView *table() const { return findByName<QTableView>(window(), u"Export buckets"_s); }
    QString said(const QString &description) const
    {
        const QLabel *label = findLabel(window(), description);
        return label ? label->text() : QString();
    }
    bool says(const QString &part) const;
    QString cell(int row, BucketField field) const
    {
        return table()->model()->index(row, static_cast<int>(field)).data().toString();
    }
    void showView(View view) const
    {
        auto *views = findByName<QTabBar>(window(), u"Views"_s);
        const int tab = static_cast<int>(view);
        QTest::mouseClick(views, Qt::LeftButton, {}, views->tabRect(tab).center());
    }
    void openAll();

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    quint16 m_port = 0;
};

/// A first run reads and checks all, and ends; that was three hours ago.
void LastPictureTest::init()
{
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_simulator = std::make_unique<atlassim::Simulator>(
        atlassim::World::withClusters(Projects, BucketsEach, 2));
    m_simulator->world().projects.first().buckets.first().bucketName = u"planted-bucket"_s;
    m_simulator->world().projects.first().name = u"planted-project"_s;
    QVERIFY(m_simulator->listen());
    m_port = static_cast<quint16>(m_simulator->baseUrl().port());
    m_fixture->setReadsRegions(false);
    m_fixture->saveProfile(u"Ours"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    startAgain();
    const auto first = session().projects().projectAt(0).id;
    window()->openProject(first);
    QTRY_VERIFY(session().pager().state() == buckets::BucketPager::State::Ready);
    window()->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
    QTRY_COMPARE(session().readings().history()->readings().size(), 1);
    m_fixture->program().save();
    m_fixture->stop();
    makeOlder(3h);
}

void LastPictureTest::startAgain()
{
    QVERIFY(m_fixture->start());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().projects().rowCount() > 0);
}

QString LastPictureTest::storePath() const
{
    QDirIterator files(folder(), {u"*.sqlite"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

void LastPictureTest::makeOlder(std::chrono::hours age)
{
    insight::HistoryStore store(storePath());
    const auto outline = store.outline();
    QVERIFY(outline && *outline);
    auto reading = store.load((*outline)->id);
    const auto facts = store.facts(**outline);
    QVERIFY(reading && *reading && facts);
    QVERIFY(store.forget());
    (*reading)->at = (*reading)->at.addSecs(-std::chrono::seconds(age).count());
    QVERIFY(store.add(**reading, *facts));
}

bool LastPictureTest::isAnywhere(const QByteArray &text) const
{
    // Also as UTF-16, in either order of bytes.
    QByteArray wide;
    for (const char c : text)
        wide.append(c).append('\0');
    QDirIterator files(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return true;
        const QByteArray content = file.readAll();
        if (content.contains(text) || content.contains(wide.chopped(1)))
            return true;
    }
    return false;
}

bool LastPictureTest::says(const QString &part) const
{
    const auto labels = window()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
        // The one that speaks says what was.
        const bool isSpoken =
            label->accessibleDescription().isEmpty() && label->inherits("ui::Announcer");
        return label->isVisible() && !isSpoken && label->text().contains(part);
    });
}

void LastPictureTest::openAll()
{
    auto *list = findByName<QListView>(window(), u"Projects"_s);
    QVERIFY(list);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QTRY_VERIFY(session().inventory().isShown() && !session().isBusy());
}

void LastPictureTest::showsTheOpenPageOffline()
{
    startOffline();
    QCOMPARE(session().projects().rowCount(), Projects);
    QVERIFY(says(u"The list is from 3 hours ago."_s));
    QTRY_VERIFY(table());
    QCOMPARE(table()->model()->rowCount(), 100);
    QCOMPARE(cell(0, BucketField::Name), u"planted-bucket"_s);
    QCOMPARE(said(u"Page status"_s), u"1–100 of 120 · loaded 3 hours ago"_s);
    QVERIFY(findLabel(window(), u"Page status"_s)->toolTip().contains(u"UTC"_s));
    QVERIFY(says(u"Showing page 1 as of"_s));
    QTRY_VERIFY(!cell(0, BucketField::UsedBy).isEmpty());

    QVERIFY(click(window(), u"Next page"_s));
    QTRY_VERIFY(!session().isBusy());
    QCOMPARE(said(u"Page status"_s), u"101–120 of 120 · loaded 3 hours ago"_s);
    QCOMPARE(table()->model()->rowCount(), 20);
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, cell(3, BucketField::Id)));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTRY_VERIFY(session().inspector().bucket());
    QCOMPARE(session().inspector().bucket()->name(), cell(0, BucketField::Name));
    // What could not be read anew stays as it was.
    QTRY_VERIFY(!session().isBusy() && session().inspector().hasFailed());
    QVERIFY(!cell(0, BucketField::UsedBy).isEmpty());
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, QString()));
    QVERIFY(click(window(), u"Load all 120"_s));
    QTRY_VERIFY(session().inventory().isShown() && !session().isBusy());
    QTRY_COMPARE(said(u"Inventory status"_s), u"120 buckets, loaded 3 hours ago"_s);
    QCOMPARE(table()->model()->rowCount(), BucketsEach);
    QVERIFY(click(window(), u"Show pages"_s));

    QVERIFY(m_simulator->listen(m_port));
    QVERIFY(click(window(), u"First page"_s));
    QTRY_COMPARE(said(u"Page status"_s), u"1–100 of 120"_s);
    QVERIFY(session().buckets().rowCount() == 100 && !session().buckets().isStale());
}

/// A bucket is gone, and another is new: the rows between them are where they were.
void LastPictureTest::keepsTheSelectionOfAPage()
{
    startOffline();
    QTRY_VERIFY(table());
    auto &changed = m_simulator->world().projects.first().buckets;
    changed.removeAt(3);
    table()->setCurrentIndex(table()->model()->index(42, 0));
    const QString selected = cell(42, BucketField::Id);
    QVERIFY(m_simulator->listen(m_port));
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_COMPARE(said(u"Page status"_s), u"1–100 of 119"_s);
    QCOMPARE(table()->currentIndex().row(), 41);
    QCOMPARE(cell(41, BucketField::Id), selected);
    QVERIFY(findLabel(window(), u"Page status"_s)->toolTip().isEmpty());
}

void LastPictureTest::showsAllProjectsOffline()
{
    startOffline();
    openAll();
    QTRY_VERIFY(table());
    QCOMPARE(table()->model()->rowCount(), Projects * BucketsEach);
    QCOMPARE(said(u"Inventory status"_s), u"360 buckets, loaded 3 hours ago"_s);
    QVERIFY(says(u"Showing what was loaded 3 hours ago."_s));
    QHeaderView *header = table()->horizontalHeader();
    const auto place = header->sectionViewportPosition(0) + header->sectionSize(0) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {place, header->height() / 2});
    QTRY_COMPARE(header->sortIndicatorSection(), 0);
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, u"planted-bucket"_s));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, QString()));
    QVERIFY(findByName<QWidget>(window(), u"Export"_s)->isEnabled());
    showView(View::Findings);
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
    QVERIFY(session().exportCheck().isKept());
    QCOMPARE(said(u"Age of the check"_s), u"Checked 3 hours ago"_s);
    QVERIFY(said(u"Check status"_s).contains(u"in 3 projects"_s));
    QVERIFY(findByName<QTableView>(window(), u"Findings"_s)->model()->rowCount() > 0);
    showView(View::Changes);
    QTRY_VERIFY(says(u"Nothing to compare with yet"_s));
    showView(View::Duplicates);
    QTRY_VERIFY(session().inventory().buckets().rowCount() == Projects * BucketsEach);
    showView(View::Overview);
    QTRY_VERIFY(says(u"360"_s));
}

void LastPictureTest::givesWayToWhatAtlasAnswers()
{
    startOffline();
    openAll();
    QTRY_VERIFY(table());
    auto &changed = m_simulator->world().projects[1].buckets;
    changed.removeFirst();
    changed.append(changed.first());
    changed.last().id = atlassim::objectId(1'790'000'000, 77);
    changed.last().bucketName = u"new-since"_s;
    constexpr int Selected = 200;
    table()->setCurrentIndex(table()->model()->index(Selected, 0));
    table()->scrollTo(table()->currentIndex(), QAbstractItemView::PositionAtTop);
    const QString selected = cell(Selected, BucketField::Id);
    const int below = table()->visualRect(table()->currentIndex()).top();
    QVERIFY(m_simulator->listen(m_port));
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    QTRY_VERIFY(!session().isBusy());
    QCOMPARE(said(u"Inventory status"_s), u"360 buckets in 3 projects"_s);
    QVERIFY(findLabel(window(), u"Inventory status"_s)->toolTip().isEmpty());
    QVERIFY(!says(u"read 3 hours ago"_s));
    QCOMPARE(cell(table()->currentIndex().row(), BucketField::Id), selected);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QVERIFY(qAbs(table()->visualRect(table()->currentIndex()).top() - below)
            <= table()->rowHeight(0));
    QVERIFY(session().inventory().buckets().rowOf(*atlas::BucketId::fromHex(changed.last().id))
            >= 0);
    QVERIFY(session().projects().keptAt().isNull());
    // Nobody has asked for another check: what it told of use is marked.
    QVERIFY(session().exportCheck().isKept());
    QTRY_VERIFY(says(u"Used by and Last export are from 3 hours ago."_s));
    QVERIFY(click(window(), u"Check usage"_s));
    QTRY_VERIFY(!session().isBusy() && !says(u"3 hours ago"_s));
}

void LastPictureTest::showsNothing_data()
{
    QTest::addColumn<bool>("isOtherAccount");
    QTest::newRow("of another account") << true;
    QTest::newRow("against the user's wish") << false;
}

void LastPictureTest::showsNothing()
{
    QFETCH(bool, isOtherAccount);
    if (isOtherAccount)
        m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    else
        m_fixture->choose([](auto &values) { values.rememberReadings = false; });
    m_simulator->close();
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_COMPARE(session().projects().state(), buckets::ProjectList::State::Failed);
    window()->openAllProjects();
    QTRY_VERIFY(!session().isBusy());
    QCOMPARE(session().projects().rowCount(), 0);
    QCOMPARE(session().inventory().buckets().rowCount(), 0);
    QCOMPARE(session().exportCheck().state(), ExportCheck::State::Unchecked);
}

void LastPictureTest::tellsOfADamagedFile()
{
    QFile file(storePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    for (qsizetype i = 200; i < content.size(); i += 100)
        content[i] = char(content[i] ^ 1);
    QVERIFY(file.seek(0) && file.write(content) == content.size());
    file.close();
    startAgain();
    QTRY_VERIFY(says(u"Changes may be missing."_s));
    QVERIFY(says(u"were damaged"_s));
    QTRY_COMPARE(said(u"Page status"_s), u"1–100 of 120"_s);
}

void LastPictureTest::forgets_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("the open account") << u"Forget"_s;
    QTest::newRow("all accounts") << u"Forget all accounts"_s;
}

void LastPictureTest::forgets()
{
    QFETCH(QString, button);
    QVERIFY(QFile::copy(storePath(), storePath() + u".broken"_s));
    QVERIFY(isAnywhere("planted-bucket") && isAnywhere("planted-project"));
    startOffline();
    QTest::keyClick(window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QWidget *settings = QApplication::activeModalWidget();
    auto *pages = settings->findChild<QListView *>();
    QVERIFY(pages);
    pages->setCurrentIndex(pages->model()->index(3, 0));
    auto *forget = findByName<QWidget>(settings, button);
    QVERIFY(forget);
    QTest::mouseClick(forget, Qt::LeftButton);
    QTRY_VERIFY(storePath().isEmpty());
    QTRY_VERIFY(!isAnywhere("planted-bucket") && !isAnywhere("planted-project"));
    settings->close();
    m_fixture->stop();
    QVERIFY(!isAnywhere("planted-bucket") && !isAnywhere("planted-project"));
}

void LastPictureTest::keepsNoSecret()
{
    const accounts::Credential account = testsupport::serviceAccount();
    QFile file(storePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("planted-bucket"));
    for (const QByteArray &secret :
         {account.identity.toUtf8(), QByteArray("mdb_sa_sk"), QByteArray("Bearer"),
          QByteArray("access_token"), QByteArray("Authorization")}) {
        QVERIFY2(!content.contains(secret), secret.constData());
        QVERIFY(account.identity.toUtf8() == secret || !isAnywhere(secret));
    }
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(storePath()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(storePath()).path()) & others));
}

QTEST_MAIN(LastPictureTest)
#include "tst_lastpicture.moc"
