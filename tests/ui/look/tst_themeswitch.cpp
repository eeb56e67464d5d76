// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/projectusage.h"
#include "session/session.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/ui/support/themefixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Theme;
using atlassim::Fault;
using testsupport::findByName;
using ui::theme::Tone;

namespace sample = atlassim::sample;

/// Another theme at run time looks as if the window had been born in it: a project and its buckets.
class ThemeSwitchTest : public QObject, private testsupport::ThemeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsDetails_data();
    void showsDetails();
    void showsOldRows();
    void showsWhyThereIsNothing_data();
    void showsWhyThereIsNothing();
    void marksWhatWasFoundAnew();

private:
    void inspect(Theme theme, int tab);
    QPlainTextEdit *searchTheJson();
};

void ThemeSwitchTest::inspect(Theme theme, int tab)
{
    start(theme, sample::PaymentsProd);
    findByName<QTableView>(window(), u"Export buckets"_s)->selectRow(0);
    const buckets::BucketInspector &inspector = session().inspector();
    QTRY_COMPARE(inspector.state(), buckets::BucketInspector::State::Ready);
    QTRY_VERIFY(inspector.usage() && inspector.usage()->knowsAllJobs());
    settle();
    auto *panel = window()->findChild<ui::InspectorPanel *>();
    QTRY_VERIFY(panel->findChild<QTabWidget *>());
    panel->findChild<QTabWidget *>()->setCurrentIndex(tab);
}

QPlainTextEdit *ThemeSwitchTest::searchTheJson()
{
    findByName<QLineEdit>(window(), u"Search the JSON"_s)->setText(u"bucket"_s);
    return findByName<QPlainTextEdit>(window(), u"JSON"_s);
}

void ThemeSwitchTest::showsDetails_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("details") << 0;
    QTest::newRow("used by") << 1;
    QTest::newRow("export jobs") << 2;
    QTest::newRow("json") << 3;
    QTest::newRow("request") << 4;
}

void ThemeSwitchTest::showsDetails()
{
    QFETCH(const int, tab);
    compare([this, tab](Theme theme) {
        inspect(theme, tab);
        if (!QTest::currentTestFailed() && tab == 3)
            QVERIFY(!searchTheJson()->extraSelections().isEmpty());
    });
}

void ThemeSwitchTest::showsOldRows()
{
    compare([this](Theme theme) {
        start(theme, sample::PaymentsProd);
        Fault fault = Fault::atlasError(503, u"X"_s, u"Service Unavailable"_s, u"later"_s);
        fault.pathPrefix = u"/api/atlas/v2/groups"_s;
        m_simulator->addFault(fault);
        session().pager().refresh();
        QTRY_COMPARE(session().pager().state(), buckets::BucketPager::State::Failed);
        settle();
    });
}

void ThemeSwitchTest::showsWhyThereIsNothing_data()
{
    QTest::addColumn<QString>("project");
    QTest::newRow("empty") << QString(sample::Sandbox);
    QTest::newRow("failed") << QString(sample::Legacy);
}

void ThemeSwitchTest::showsWhyThereIsNothing()
{
    QFETCH(const QString, project);
    compare([this, &project](Theme theme) { start(theme, project); });
}

void ThemeSwitchTest::marksWhatWasFoundAnew()
{
    inspect(Theme::Light, 3);
    QPlainTextEdit *text = searchTheJson();
    QVERIFY(!text->extraSelections().isEmpty());
    const auto format = [text] {
        return text->extraSelections().constFirst().format;
    };
    const QColor before = format().background().color();
    switchTo(Theme::Dark);
    QTRY_COMPARE(ui::theme::toneOf(text->palette()), Tone::Dark);
    QTRY_COMPARE(format().background().color(), ui::theme::warningBand(text->palette()).background);
    QVERIFY(format().background().color() != before);
    // Their ground is hardly another one than that of the page.
    QVERIFY(format().fontUnderline());
    QCOMPARE(format().underlineColor(), ui::theme::warningBand(text->palette()).text);
}

QTEST_MAIN(ThemeSwitchTest)
#include "tst_themeswitch.moc"
