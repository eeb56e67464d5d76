// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/announcer.h"
#include "ui/buckets/bucketviews.h"
#include "ui/settings/settingsdialog.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups"_s;

QString contentOf(const QAbstractItemView &view)
{
    QStringList rows;
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex first = model->index(row, 0);
        QString text = first.data().toString();
        if (view.selectionModel()->isRowSelected(row))
            text += u" (selected)"_s;
        if (view.currentIndex().row() == row)
            text += u" (current)"_s;
        rows.append(text);
    }
    return rows.join(u'|');
}

QString contentOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return edit->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text() + (button->isEnabled() ? u" on"_s : u" off"_s);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return tabs->tabText(tabs->currentIndex());
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->currentText();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        return contentOf(*view);
    return {};
}

/// All that a window says and shows.
QStringList sayingsOf(const QWidget &window)
{
    QStringList sayings{window.windowTitle()};
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // What was announced stays there for a while.
        if (qobject_cast<const ui::Announcer *>(widget))
            continue;
        const QString content = widget->isVisible() ? contentOf(*widget) : QString();
        if (!content.isEmpty())
            sayings.append(widget->accessibleName() + u": "_s + content);
    }
    sayings.sort();
    return sayings;
}

} // namespace

/// Another language changes the words alone. Each case goes from English to Korean and back: then
/// both English windows must say and show the same.
class LanguageSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsAll_data();
    void keepsAll();
    void readsNothingAnew();
    void announcesNoOldNews_data();
    void announcesNoOldNews();
    void tellsAnewWhatTheNetworkSaid();

private:
    using Prepare = void (LanguageSwitchTest::*)();

    void signOutWithoutAProfile();
    void loseTheSecret();
    void filterAndSelect();
    void selectAJob();
    void chooseDetailsTab(int tab);
    void lookAtDuplicates();
    void failOnAnotherPage();
    void openAProjectThatIsNotListed();
    void damageTheSettings();

    void start();
    void signIn(QLatin1StringView project);
    ui::MainWindow *window() const { return m_fixture->window(); }
    Session &session() { return m_fixture->session(); }
    QWidget *settings() const { return window()->findChild<ui::SettingsDialog *>(); }
    void speak(const QString &language);
    QString focused() const;
    QString announcedUntil(const QString &mark);

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void LanguageSwitchTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->commandLine().language.reset();
    m_fixture->choose(
        [](accounts::PreferenceValues &values) { values.language = accounts::Language::English; });
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void LanguageSwitchTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void LanguageSwitchTest::start()
{
    QVERIFY(m_fixture->start());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void LanguageSwitchTest::signIn(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
}

/// Through the settings, as a user does. The last combo box of the last page is the language's or
/// the theme's: the one that offers Korean.
void LanguageSwitchTest::speak(const QString &language)
{
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keyClick(window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(settings());
    const auto boxes = settings()->findChildren<QComboBox *>();
    for (QComboBox *box : boxes) {
        if (box->findText(language) >= 0)
            box->setCurrentText(language);
    }
    const auto buttons = settings()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isDefault())
            button->click();
    }
    const QString refresh = language == u"English"_s ? u"Refresh"_s : u"새로 고침"_s;
    QTRY_VERIFY(findByName<QWidget>(window(), refresh));
    QTRY_VERIFY(!settings());
}

/// The name of what has the keyboard.
QString LanguageSwitchTest::focused() const
{
    window()->activateWindow();
    const bool isActive = QTest::qWaitForWindowActive(window());
    const QWidget *widget = isActive ? QApplication::focusWidget() : nullptr;
    return widget ? widget->accessibleName() : QString();
}

void LanguageSwitchTest::keepsAll_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::newRow("no profile") << &LanguageSwitchTest::signOutWithoutAProfile;
    QTest::newRow("no secret") << &LanguageSwitchTest::loseTheSecret;
    QTest::newRow("filter, selection, details") << &LanguageSwitchTest::filterAndSelect;
    QTest::newRow("export job") << &LanguageSwitchTest::selectAJob;
    QTest::newRow("duplicates") << &LanguageSwitchTest::lookAtDuplicates;
    QTest::newRow("failed page") << &LanguageSwitchTest::failOnAnotherPage;
    QTest::newRow("unknown project") << &LanguageSwitchTest::openAProjectThatIsNotListed;
    QTest::newRow("notice") << &LanguageSwitchTest::damageTheSettings;
}

void LanguageSwitchTest::keepsAll()
{
    QFETCH(const Prepare, prepare);
    (this->*prepare)();
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY(!m_fixture->hasSession() || !session().isBusy());
    // It tells so a moment later.
    QTRY_VERIFY(!findByName<QAbstractButton>(window(), u"Stop"_s)->isEnabled());
    const QStringList before = sayingsOf(*window());
    const QString focus = focused();
    speak(u"한국어"_s);
    QVERIFY(sayingsOf(*window()) != before);
    speak(u"English"_s);
    QTRY_VERIFY(!m_fixture->hasSession() || !session().isBusy());
    QTRY_COMPARE(sayingsOf(*window()).join(u'\n'), before.join(u'\n'));
    if (!focus.isEmpty())
        QCOMPARE(focused(), focus);
}

void LanguageSwitchTest::readsNothingAnew()
{
    filterAndSelect();
    const auto before = m_simulator->seenRequests().size();
    const Session *const old = m_fixture->program().session();
    speak(u"한국어"_s);
    QVERIFY(m_fixture->program().session() == old);
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!session().isBusy());
    QCOMPARE(m_simulator->seenRequests().size(), before);
}

/// All that is announced together with `mark`.
QString LanguageSwitchTest::announcedUntil(const QString &mark)
{
    const auto *announcer = ui::Announcer::of(window());
    ui::announce(window(), mark);
    return QTest::qWaitFor([&] { return announcer->text().contains(mark); }) ? announcer->text()
                                                                             : QString();
}

void LanguageSwitchTest::announcesNoOldNews_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::newRow("no profile") << &LanguageSwitchTest::signOutWithoutAProfile;
    QTest::newRow("filters") << &LanguageSwitchTest::filterAndSelect;
    QTest::newRow("failed page") << &LanguageSwitchTest::failOnAnotherPage;
    QTest::newRow("unknown project") << &LanguageSwitchTest::openAProjectThatIsNotListed;
    QTest::newRow("notice") << &LanguageSwitchTest::damageTheSettings;
}

/// What was on screen before is so in other words.
void LanguageSwitchTest::announcesNoOldNews()
{
    QFETCH(const Prepare, prepare);
    (this->*prepare)();
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY(!m_fixture->hasSession() || !session().isBusy());
    speak(u"한국어"_s);
    QCOMPARE(announcedUntil(u"One."_s), ui::SettingsDialog::savedText() + u"\nOne.");
    // Filters tell of their rows after a pause.
    QCOMPARE(announcedUntil(u"Two."_s), u"Two."_s);
}

void LanguageSwitchTest::tellsAnewWhatTheNetworkSaid()
{
    signIn(sample::PaymentsProd);
    const QString server = m_simulator->baseUrl().authority();
    m_simulator.reset();
    session().refresh();
    QTRY_VERIFY(!session().isBusy());
    const auto cell = [](const QAbstractItemModel &model, auto column) {
        return model.index(0, static_cast<int>(column)).data().toString();
    };
    const auto told = [this, cell] {
        const models::ProblemLog &problems = session().problemLog();
        using Column = models::ProblemLog::Column;
        return QStringList{cell(problems, Column::Reason), cell(problems, Column::Detail),
                           cell(session().exchangeLog(), models::ExchangeLog::Column::Status)};
    };
    QCOMPARE(told(),
             QStringList({u"Connection refused"_s, server + u" refused the connection."_s,
                          u"Connection refused"_s}));
    speak(u"한국어"_s);
    QCOMPARE(told(),
             QStringList({u"연결이 거부됨"_s, server + u"에서 연결을 거부했습니다."_s,
                          u"연결이 거부됨"_s}));
}

void LanguageSwitchTest::signOutWithoutAProfile()
{
    start();
    QTRY_VERIFY(settings());
    QTest::keyClick(settings(), Qt::Key_Escape);
    QTRY_VERIFY(!settings());
    QVERIFY(findByName<QWidget>(window(), u"Add a profile"_s));
}

void LanguageSwitchTest::loseTheSecret()
{
    m_fixture->saveProfile(u"Staging"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->forgetSecrets();
    start();
    QTRY_VERIFY(findByName<QWidget>(window(), u"Enter the secret"_s));
}

void LanguageSwitchTest::filterAndSelect()
{
    signIn(sample::PaymentsProd);
    QVERIFY(testsupport::typeInto(window(), u"Filter projects"_s, u"pay"_s));
    QVERIFY(testsupport::typeInto(window(), u"Filter buckets"_s, u"aws"_s));
    auto *table = findByName<QTableView>(window(), u"Export buckets"_s);
    table->setFocus();
    table->selectRow(2);
    QTRY_VERIFY(session().inspector().bucket());
    QTRY_VERIFY(!session().isBusy());
    chooseDetailsTab(4);
    QVERIFY(findByName<QWidget>(window(), u"Request text"_s));
    findByName<QComboBox>(window(), u"Format"_s)->setCurrentText(u"Go SDK"_s);
}

void LanguageSwitchTest::chooseDetailsTab(int tab)
{
    const auto bars = window()->findChildren<QTabBar *>();
    for (QTabBar *bar : bars) {
        if (bar->isVisible() && bar->count() == 5)
            bar->setCurrentIndex(tab);
    }
}

void LanguageSwitchTest::selectAJob()
{
    signIn(sample::PaymentsProd);
    auto *buckets = findByName<QTableView>(window(), u"Export buckets"_s);
    buckets->setFocus();
    buckets->selectRow(0);
    QTRY_VERIFY(session().inspector().usage() && session().inspector().usage()->isKnown());
    QTRY_VERIFY(!session().isBusy());
    chooseDetailsTab(2);
    auto *jobs = findByName<QTableView>(window(), u"Export jobs"_s);
    QTRY_VERIFY(jobs->model()->rowCount() > 2);
    jobs->selectRow(2);
}

void LanguageSwitchTest::lookAtDuplicates()
{
    signIn(sample::PaymentsProd);
    window()->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    auto *views = window()->findChild<ui::BucketViews *>();
    QVERIFY(views);
    views->goTo(ui::BucketViews::View::Duplicates);
}

void LanguageSwitchTest::failOnAnotherPage()
{
    signIn(sample::AtlasCliE2e);
    Fault fault = Fault::atlasError(503, u"X"_s, u"Service Unavailable"_s, u"later"_s);
    fault.pathPrefix = GroupsPath;
    m_simulator->addFault(fault);
    QVERIFY(click(window(), u"Next page"_s));
    QTRY_COMPARE(session().pager().state(), buckets::BucketPager::State::Failed);
}

void LanguageSwitchTest::openAProjectThatIsNotListed()
{
    signIn("5f00000000000000000000ff"_L1);
}

void LanguageSwitchTest::damageTheSettings()
{
    QFile file(m_fixture->settingsPath());
    QVERIFY(file.open(QIODevice::Append));
    QVERIFY(file.write("[Requests]\nitemsPerPage=banana\n") > 0);
    file.close();
    signIn(sample::PaymentsProd);
    QTRY_VERIFY(findByName<QWidget>(window(), u"Close"_s));
}

QTEST_MAIN(LanguageSwitchTest)
#include "tst_languageswitch.moc"
