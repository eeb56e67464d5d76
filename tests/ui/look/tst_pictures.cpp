// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/look/scenes.h"

#include "models/roles.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/picturedifferences.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/timelyareas.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/verdictbox.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/accountbar.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Language;
using accounts::Theme;
using atlassim::Fault;
using atlassim::Simulator;

Q_DECLARE_METATYPE(accounts::Language)
Q_DECLARE_METATYPE(accounts::Theme)

namespace {

constexpr QSize WindowSize(1440, 880);
constexpr QSize SmallWindow(1366, 768);

QDir references()
{
    return QDir(QStringLiteral(BUCKETSCOPE_SOURCE_DIR "/tests/ui/reference"));
}

} // namespace

/// Compares the window with pictures that somebody has looked at. To renew them, set
/// BUCKETSCOPE_RENEW_PICTURES, and look at each.
class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsItDid_data();
    void looksAsItDid();

private:
    void enter(Scene scene);
    void waitForRegions();
    void inspect(Scene scene);
    void openAll(Scene scene);
    void change();
    QWidget *calendar();
    bool tellsTheTime(const QWidget *widget, const QLabel *label) const;
    QImage draw(const QWidget *widget) const;
    void hide(QPainter &painter, const QWidget *root, const QWidget *widget) const;
    void hideCells(QPainter &painter, const QWidget *root) const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void PicturesTest::looksAsItDid_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<Language>("language");
    QTest::addColumn<Theme>("theme");
    QTest::newRow("data-light-en") << Scene::Data << Language::English << Theme::Light;
    QTest::newRow("data-dark-en") << Scene::Data << Language::English << Theme::Dark;
    QTest::newRow("data-light-ko") << Scene::Data << Language::Korean << Theme::Light;
    QTest::newRow("empty-light-en") << Scene::Empty << Language::English << Theme::Light;
    QTest::newRow("empty-light-ko") << Scene::Empty << Language::Korean << Theme::Light;
    QTest::newRow("loading-light-en") << Scene::Loading << Language::English << Theme::Light;
    QTest::newRow("failed-light-en") << Scene::Failed << Language::English << Theme::Light;
    QTest::newRow("failed-dark-ko") << Scene::Failed << Language::Korean << Theme::Dark;
    QTest::newRow("stale-light-en") << Scene::Stale << Language::English << Theme::Light;
    QTest::newRow("stale-dark-ko") << Scene::Stale << Language::Korean << Theme::Dark;
    QTest::newRow("no-profile-light-en") << Scene::NoProfile << Language::English << Theme::Light;
    QTest::newRow("details-light-en") << Scene::Details << Language::English << Theme::Light;
    QTest::newRow("details-dark-ko") << Scene::Details << Language::Korean << Theme::Dark;
    QTest::newRow("warning-light-en") << Scene::Warning << Language::English << Theme::Light;
    QTest::newRow("usedby-light-en") << Scene::UsedBy << Language::English << Theme::Light;
    QTest::newRow("usedby-light-ko") << Scene::UsedBy << Language::Korean << Theme::Light;
    QTest::newRow("jobs-light-en") << Scene::ExportJobs << Language::English << Theme::Light;
    QTest::newRow("jobs-dark-ko") << Scene::ExportJobs << Language::Korean << Theme::Dark;
    QTest::newRow("json-light-en") << Scene::Json << Language::English << Theme::Light;
    QTest::newRow("json-dark-en") << Scene::Json << Language::English << Theme::Dark;
    QTest::newRow("request-light-en") << Scene::Request << Language::English << Theme::Light;
    QTest::newRow("request-light-ko") << Scene::Request << Language::Korean << Theme::Light;
    QTest::newRow("all-light-en") << Scene::AllProjects << Language::English << Theme::Light;
    QTest::newRow("all-dark-ko") << Scene::AllProjects << Language::Korean << Theme::Dark;
    QTest::newRow("findings-light-en") << Scene::Findings << Language::English << Theme::Light;
    QTest::newRow("findings-dark-en") << Scene::Findings << Language::English << Theme::Dark;
    QTest::newRow("fine-light-en") << Scene::Fine << Language::English << Theme::Light;
    QTest::newRow("fine-dark-ko") << Scene::Fine << Language::Korean << Theme::Dark;
    QTest::newRow("fineoverview-light-ko")
        << Scene::FineOverview << Language::Korean << Theme::Light;
    QTest::newRow("unchecked-light-ko") << Scene::Unchecked << Language::Korean << Theme::Light;
    QTest::newRow("changes-light-en") << Scene::Changes << Language::English << Theme::Light;
    QTest::newRow("changes-dark-ko") << Scene::Changes << Language::Korean << Theme::Dark;
    QTest::newRow("calendar-light-en") << Scene::Calendar << Language::English << Theme::Light;
    QTest::newRow("calendar-dark-ko") << Scene::Calendar << Language::Korean << Theme::Dark;
    QTest::newRow("duplicates-light-en") << Scene::Duplicates << Language::English << Theme::Light;
    QTest::newRow("overview-light-en") << Scene::Overview << Language::English << Theme::Light;
    QTest::newRow("overview-dark-ko") << Scene::Overview << Language::Korean << Theme::Dark;
    QTest::newRow("unread-light-en") << Scene::NotReadable << Language::English << Theme::Light;
    QTest::newRow("settings-light-en") << Scene::Settings << Language::English << Theme::Light;
    QTest::newRow("settings-light-ko") << Scene::Settings << Language::Korean << Theme::Light;
    QTest::newRow("settings-dark-en") << Scene::Settings << Language::English << Theme::Dark;
}

void PicturesTest::enter(Scene scene)
{
    if (!isSignedOut(scene))
        m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(projectOf(scene));
    if (scene == Scene::Loading) {
        Fault fault = Fault::delay(u"/api/atlas/v2/groups/"_s, std::chrono::hours(1));
        m_simulator->addFault(fault);
    }
    QVERIFY(m_fixture->start());
    m_fixture->window()->resize(isAllFine(scene) ? SmallWindow : WindowSize);
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    if (isSignedOut(scene))
        return;
    QTRY_VERIFY(m_fixture->hasSession());
    Session &session = m_fixture->session();
    if (scene == Scene::Loading) {
        using State = buckets::ProjectList::State;
        QTRY_COMPARE(session.projects().state(), State::Ready);
        // It tells the rate limit by the clock while an answer is waited for.
        const auto *bar = m_fixture->window()->findChild<ui::AccountBar *>();
        const QLabel *freshness = bar->findChildren<QLabel *>().constLast();
        QTRY_VERIFY_WITH_TIMEOUT(!freshness->text().isEmpty(), 30'000);
        return;
    }
    QTRY_VERIFY(!session.isBusy());
    waitForRegions();
    if (isOfAllProjects(scene))
        openAll(scene);
    if (tabOf(scene))
        inspect(scene);
    if (scene != Scene::Stale)
        return;
    m_simulator->addFault(Fault::atlasError(429, u"RATE_LIMITED_TOKEN_BUCKET"_s,
                                            u"Too Many Requests"_s, u"Rate limit exceeded."_s));
    session.pager().goToNext();
    QTRY_COMPARE(session.pager().state(), buckets::BucketPager::State::Failed);
}

/// Nothing shows that it is still being read.
void PicturesTest::waitForRegions()
{
    const models::BucketTableModel &buckets = m_fixture->session().shownTable();
    const auto isPending = [&buckets](int row) {
        using Column = models::BucketTableModel::Column;
        return buckets.index(row, static_cast<int>(Column::Region))
                   .data(models::CellKindRole)
                   .toInt()
            == static_cast<int>(models::BucketTableModel::CellKind::Pending);
    };
    for (int row = 0; row < buckets.rowCount(); ++row)
        QTRY_VERIFY(!isPending(row));
}

/// Sorted by name, so that it does not matter which project answered first.
void PicturesTest::openAll(Scene scene)
{
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    auto *panel = m_fixture->window()->findChild<ui::BucketPanel *>();
    auto *table = panel->findChild<ui::BucketTable *>();
    table->sortByColumn(0, Qt::AscendingOrder);
    table->scrollToTop();
    panel->findChild<ui::BucketViews *>()->goTo(viewOf(scene));
    if (scene == Scene::Duplicates) {
        auto *duplicates = panel->findChild<ui::DuplicatesView *>();
        QTRY_VERIFY(duplicates->table()->isVisible()
                    && duplicates->table()->model()->rowCount() > 0);
    }
    if (scene == Scene::Findings || isAllFine(scene)) {
        insight::ExportCheck &check = m_fixture->session().exportCheck();
        check.start();
        QTRY_COMPARE(check.state(), insight::ExportCheck::State::Checked);
    }
    if (scene == Scene::Changes)
        change();
    if (viewOf(scene) == ui::BucketViews::View::Overview) {
        const auto lists = panel->findChild<ui::Overview *>()->findChildren<QListView *>();
        QTRY_VERIFY(lists.constFirst()->model()->rowCount() > 0);
    }
}

/// Between two checks: a bucket is registered, another removed, a schedule switched off.
void PicturesTest::change()
{
    Session &session = m_fixture->session();
    const auto checkAndKeep = [&session](int readings) {
        session.exportCheck().start();
        QTRY_COMPARE(session.exportCheck().state(), insight::ExportCheck::State::Checked);
        QTRY_COMPARE(session.readings().history()->readings().size(), readings);
    };
    checkAndKeep(1);
    QList<atlassim::Project> &projects = m_simulator->world().projects;
    atlassim::Bucket bucket = projects[0].buckets.first();
    bucket.id = atlassim::objectId(1'790'000'000, 77);
    bucket.bucketName = u"linden-accounts-archive"_s;
    projects[0].buckets.append(bucket);
    projects[1].buckets.removeLast();
    projects[2].clusters.first().schedule.autoExportEnabled = false;
    checkAndKeep(2);
    const auto *changes = m_fixture->window()->findChild<ui::ChangesView *>();
    QTRY_COMPARE(changes->count(), 3);
}

/// Of a fixed year: what is shown of ours grows older every day.
QWidget *PicturesTest::calendar()
{
    buckets::ExportCalendars calendars;
    calendars.span =
        buckets::CalendarSpan(QDateTime({2026, 8, 20}, QTime(12, 0), QTimeZone::utc()));
    for (const QString &name : {u"ledger-daily"_s, u"ledger-weekly"_s, u"audit"_s}) {
        buckets::ExportCalendar calendar;
        const int step = name.endsWith(u"weekly") ? 7 : 1;
        for (int day = calendars.rows.isEmpty() ? 0 : 100; day < calendars.span.days();
             day += step) {
            buckets::ExportTally tally;
            const bool isWrong = !calendars.rows.isEmpty() && day % 45 < 3;
            (isWrong ? (step == 1 ? tally.failed : tally.missed) : tally.succeeded) = 1;
            calendar.add(calendars.span, day, tally);
        }
        calendars.rows.append({{*atlas::ProjectId::fromHex(atlassim::sample::PaymentsProd),
                                u"Payments – prod"_s,
                                {},
                                {},
                                {}},
                               *atlas::ClusterName::fromString(name),
                               calendar});
    }
    calendars.projects = calendars.readProjects = 1;
    calendars.sort();
    auto *view = new ui::CalendarView(m_fixture->window());
    view->setCalendars(calendars);
    view->setAutoFillBackground(true);
    view->setBackgroundRole(QPalette::Base);
    view->resize(1200, 330);
    view->show();
    return view;
}

void PicturesTest::inspect(Scene scene)
{
    buckets::BucketInspector &inspector = m_fixture->session().inspector();
    auto *table = m_fixture->window()->findChild<ui::BucketPanel *>()->findChild<QTableView *>();
    auto *panel = m_fixture->window()->findChild<ui::InspectorPanel *>();
    // The role of the last bucket is not authorised.
    table->selectRow(scene == Scene::Warning ? table->model()->rowCount() - 1 : 0);
    // The tabs are made with the first bucket.
    QTRY_VERIFY(panel->findChild<QTabWidget *>());
    panel->findChild<QTabWidget *>()->setCurrentIndex(*tabOf(scene));
    QTRY_COMPARE(inspector.roles().state, buckets::RoleReader::State::Ready);
    QTRY_COMPARE(inspector.state(), buckets::BucketInspector::State::Ready);
    QTRY_VERIFY(inspector.usage()->isKnown());
    waitForRegions(); // Of the rows that the selection has brought into view.
    QTest::qWait(100); // What changes in the usage is shown together, a moment later.
}

bool PicturesTest::tellsTheTime(const QWidget *widget, const QLabel *label) const
{
    if (!label->font().bold() || label->text().isEmpty())
        return false;
    return widget->inherits("ui::ChangesView")
        || (label->parent()->inherits("ui::NoticeBar") && m_fixture->hasSession()
            && m_fixture->session().pager().state() == buckets::BucketPager::State::Failed);
}

/// Ports, times and moving parts are different each time, and what is said of a bucket grows old.
QImage PicturesTest::draw(const QWidget *widget) const
{
    QImage image = const_cast<QWidget *>(widget)->grab().toImage();
    QPainter painter(&image);
    const auto labels = widget->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const bool isTimely = label->parent()->inherits("ui::AccountBar")
            || tellsTheTime(widget, label)
            || label->text().contains(m_simulator->baseUrl().authority());
        if (isTimely)
            hide(painter, widget, label);
    }
    const auto parts = widget->findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        if (part->accessibleName() == u"Request text"_s || part->accessibleName() == u"요청 내용"_s)
            hide(painter, widget, part);
        const bool namesTheServer =
            part->property("currentText").toString().contains(m_simulator->baseUrl().authority());
        if (part->inherits("ui::BusyLine") || part->inherits("ui::CompareWithBox")
            || namesTheServer)
            hide(painter, widget, part);
    }
    hideCells(painter, widget);
    return image.convertToFormat(QImage::Format_RGB32);
}

void PicturesTest::hideCells(QPainter &painter, const QWidget *root) const
{
    const auto tables = root->findChildren<QTableView *>();
    for (const QTableView *table : tables) {
        if (!table->isVisibleTo(root))
            continue;
        const QPoint corner = table->viewport()->mapTo(root, QPoint());
        for (const QRect &area : testsupport::timelyAreas(*table))
            painter.fillRect((area & table->viewport()->rect()).translated(corner), Qt::gray);
    }
}

void PicturesTest::hide(QPainter &painter, const QWidget *root, const QWidget *widget) const
{
    if (widget->isVisibleTo(root))
        painter.fillRect(QRect(widget->mapTo(root, QPoint()), widget->size()), Qt::gray);
}

void PicturesTest::looksAsItDid()
{
    QFETCH(const Scene, scene);
    QFETCH(const Language, language);
    QFETCH(const Theme, theme);
    m_simulator = std::make_unique<Simulator>(worldOf(scene));
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->commandLine().language = language;
    m_fixture->setTheme(theme);
    // Which rows of all projects are in view while they come is chance.
    m_fixture->setReadsRegions(!isOfAllProjects(scene));
    m_fixture->setFetchesAhead(false); // Scenes ask, and fail, page by page.
    m_fixture->setReadsUsage(scene == Scene::Data || scene == Scene::Settings);
    enter(scene);
    if (auto *verdict = m_fixture->window()->findChild<ui::VerdictBox *>())
        verdict->hide();
    if (scene == Scene::FineOverview) // It is of today.
        m_fixture->window()->findChild<ui::ExportsOfAll *>()->hide();
    const QWidget *widget = m_fixture->window();
    if (scene == Scene::Settings) {
        Q_EMIT m_fixture->window()->settingsRequested();
        widget = m_fixture->window()->findChild<ui::SettingsDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(const_cast<QWidget *>(widget)));
    }
    if (viewOf(scene) == ui::BucketViews::View::Findings
        && scene != Scene::Unchecked) // How many requests there were is chance.
        widget = m_fixture->window()->findChild<ui::FindingsView *>();
    if (scene == Scene::FineOverview)
        widget = m_fixture->window()->findChild<ui::Overview *>();
    if (scene == Scene::Changes)
        widget = m_fixture->window()->findChild<ui::ChangesView *>();
    if (scene == Scene::Calendar)
        widget = calendar();
    const auto labels = widget->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (tellsTheTime(widget, label)) // Long dates are wide or narrow.
            label->setText(u"November 28, 2026"_s);
    }
    const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
    const QString path = references().filePath(name);
    if (qEnvironmentVariableIsSet("BUCKETSCOPE_RENEW_PICTURES")) {
        QTest::qWait(500);
        QVERIFY(draw(widget).save(path));
    }
    const QImage reference = QImage(path).convertToFormat(QImage::Format_RGB32);
    // Bands find their height, and tabs their width, some turns of the event loop later.
    QImage image;
    int count = 0;
    const bool isSame = QTest::qWaitFor([&] {
        image = draw(widget);
        count = testsupport::pictureDifferences(image, reference);
        return count == 0;
    });
    if (!isSame)
        image.save(QDir::current().filePath(u"different-"_s + name));
    QVERIFY2(isSame,
             qPrintable(u"%1 pixels differ; see different-%2 in the build folder"_s.arg(
                 QString::number(count), name)));
    m_fixture.reset();
}

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
