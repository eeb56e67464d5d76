// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/exportdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using buckets::Inventory;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

/// What is exported from the window knows what it lacks, and what the table knows of its rows.
class ExportedPartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsOfProjectsThatWereNotRead();
    void tellsThatItIsAPage();
    void callsAWholeListWhole();
    void tellsOfBucketsWhoseUseIsUnknown();
    void writesWhatIsKnownOfTheUse();

private:
    void start(QLatin1StringView project);
    void openAll();
    QJsonObject exported();
    Session &session() { return m_fixture->session(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    /// The name that the dialog suggested.
    QString m_suggested;
};

void ExportedPartTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void ExportedPartTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ExportedPartTest::start(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_fixture->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().isShowing());
}

void ExportedPartTest::openAll()
{
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), Inventory::State::Ready);
}

/// What is shown, written as JSON by Ctrl+E and read again.
QJsonObject ExportedPartTest::exported()
{
    m_fixture->window()->activateWindow();
    if (!QTest::qWaitForWindowActive(m_fixture->window()))
        return {};
    QTest::keyClick(m_fixture->window(), Qt::Key_E, Qt::ControlModifier);
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog)
        return {};
    m_suggested = findByName<QLineEdit>(dialog, u"File"_s)->text();
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"buckets.json"_s));
    findByName<QComboBox>(dialog, u"Format"_s)->setCurrentText(u"JSON"_s);
    if (!testsupport::typeInto(dialog, u"File"_s, file.fileName()) || !click(dialog, u"Export"_s)
        || !QTest::qWaitFor(
            [this] { return !m_fixture->window()->findChild<ui::ExportDialog *>(); })
        || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void ExportedPartTest::tellsOfProjectsThatWereNotRead()
{
    start(sample::PaymentsProd);
    openAll();
    const QJsonObject file = exported();
    QCOMPARE(file[u"complete"], QJsonValue(false));
    QVERIFY(file[u"missing"].toString().contains(u"not read"_s));
    QCOMPARE(file[u"projects"].toArray().size(), 14);
    QCOMPARE(file[u"unread"].toArray().size(), 1);
    QVERIFY(file[u"unread"][0][u"status"].toInt() >= 400);
    QVERIFY(m_suggested.endsWith(u"-part.csv"_s));
}

void ExportedPartTest::tellsThatItIsAPage()
{
    start(sample::AtlasCliE2e);
    const QJsonObject file = exported();
    QCOMPARE(file[u"buckets"].toArray().size(), 100);
    QCOMPARE(file[u"complete"], QJsonValue(false));
    QCOMPARE(file[u"projects"].toArray().size(), 1);
    QVERIFY(m_suggested.endsWith(u"-part.csv"_s));
}

void ExportedPartTest::callsAWholeListWhole()
{
    start(sample::PaymentsProd);
    QVERIFY(testsupport::typeInto(m_fixture->window(), u"Filter buckets"_s, u"provider:aws"_s));
    const QJsonObject file = exported();
    QCOMPARE(file[u"complete"], QJsonValue(true));
    QCOMPARE(file[u"filter"].toString(), u"provider:aws"_s);
    QVERIFY(!file.contains(u"missing"_s));
    QVERIFY(!m_suggested.contains(u"-part"_s));
}

void ExportedPartTest::tellsOfBucketsWhoseUseIsUnknown()
{
    start(sample::PaymentsProd);
    auto *table = findByName<QTableView>(m_fixture->window(), u"Export buckets"_s);
    table->selectRow(0);
    QTRY_VERIFY(session().inspector().usage() && session().inspector().usage()->isKnown());
    openAll();
    QVERIFY(testsupport::typeInto(m_fixture->window(), u"Filter buckets"_s, u"unused:"_s));
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const QJsonObject file = exported();
    QCOMPARE(file[u"complete"], QJsonValue(false));
    QVERIFY2(file[u"missing"].toString().contains(u"unknown"_s),
             qPrintable(file[u"missing"].toString()));
}

void ExportedPartTest::writesWhatIsKnownOfTheUse()
{
    start(sample::PaymentsProd);
    const QJsonArray before = exported()[u"buckets"].toArray();
    QVERIFY(!before.isEmpty());
    QVERIFY(before[0][u"usedBy"].isNull());
    findByName<QTableView>(m_fixture->window(), u"Export buckets"_s)->selectRow(0);
    QTRY_VERIFY(session().inspector().usage() && session().inspector().usage()->isKnown());
    const auto &usage = *session().inspector().usage();
    const QJsonArray after = exported()[u"buckets"].toArray();
    QCOMPARE(after.size(), before.size());
    int used = 0;
    for (const QJsonValue &row : after) {
        const auto id = *atlas::BucketId::fromHex(row[u"bucket"][u"_id"].toString());
        if (row[u"usedBy"].isNull())
            QVERIFY(!usage.isUsed(id));
        else
            QCOMPARE(row[u"usedBy"].toArray().size(), usage.of(id).clusters);
        used += row[u"usedBy"].toArray().isEmpty() ? 0 : 1;
    }
    QVERIFY(used > 0);
}

QTEST_MAIN(ExportedPartTest)
#include "tst_exportedpart.moc"
