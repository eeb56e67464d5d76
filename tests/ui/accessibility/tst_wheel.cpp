// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using testsupport::findByName;

namespace {

constexpr int NoPage = -1;

void turnWheel(QWidget *widget, int angle)
{
    const QPointF middle = QRectF(widget->rect()).center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, angle}, {}, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

/// Of a list or a number.
QString shownIn(const QWidget *box)
{
    const auto *list = qobject_cast<const QComboBox *>(box);
    return list ? list->currentText() : qobject_cast<const QSpinBox *>(box)->text();
}

/// The one from the environment cannot be changed.
void selectSavedProfile(const QWidget *dialog)
{
    auto *profiles = findByName<QAbstractItemView>(dialog, u"Profiles"_s);
    for (int row = 0; row < profiles->model()->rowCount(); ++row) {
        const QModelIndex index = profiles->model()->index(row, 0);
        if (index.data().toString() == u"Spare")
            profiles->setCurrentIndex(index);
    }
}

} // namespace

/// The wheel over a form scrolls it and changes nothing in it.
class WheelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesNoBoxWithoutTheFocus_data();
    void changesNoBoxWithoutTheFocus();
};

void WheelTest::changesNoBoxWithoutTheFocus_data()
{
    QTest::addColumn<QString>("dialog");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("name");
    QTest::newRow("color") << u"Settings"_s << 0 << u"Profile color"_s;
    QTest::newRow("authentication") << u"Settings"_s << 0 << u"Authentication"_s;
    QTest::newRow("base URL") << u"Settings"_s << 0 << u"Base URL"_s;
    QTest::newRow("items per page") << u"Settings"_s << 1 << u"Items per page"_s;
    QTest::newRow("API version") << u"Settings"_s << 1 << u"API version"_s;
    QTest::newRow("timeout") << u"Settings"_s << 1 << u"Timeout"_s;
    QTest::newRow("language") << u"Settings"_s << 2 << u"Language"_s;
    QTest::newRow("theme") << u"Settings"_s << 2 << u"Theme"_s;
    QTest::newRow("format") << u"Export"_s << NoPage << u"Format"_s;
}

void WheelTest::changesNoBoxWithoutTheFocus()
{
    QFETCH(const QString, dialog);
    QFETCH(const int, page);
    QFETCH(const QString, name);
    atlassim::Simulator simulator(atlassim::sample::world());
    QVERIFY(simulator.listen());
    testsupport::ProgramFixture fixture;
    fixture.commandLine().project =
        atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
    fixture.saveProfile(u"Spare"_s, simulator.baseUrl(), testsupport::serviceAccount());
    fixture.useEnvironment(simulator.baseUrl(), testsupport::serviceAccount());
    QVERIFY(fixture.start());
    QTRY_VERIFY(fixture.hasSession());
    QTRY_VERIFY(!fixture.session().isBusy() && fixture.session().pager().isShowing());

    QVERIFY(testsupport::click(fixture.window(), dialog));
    const QWidget *opened = nullptr;
    QTRY_VERIFY((opened = fixture.window()->findChild<QDialog *>()) && opened->isVisible());
    if (page != NoPage)
        findByName<QListWidget>(opened, u"Categories"_s)->setCurrentRow(page);
    if (page == 0)
        selectSavedProfile(opened);
    auto *box = findByName<QWidget>(opened, name);
    QVERIFY(box && box->isEnabled() && !box->hasFocus());
    const QString before = shownIn(box);
    turnWheel(box, 120);
    turnWheel(box, -240);
    QCOMPARE(shownIn(box), before);
    // A wheel that gives the focus would change it from then on.
    QVERIFY((box->focusPolicy() & Qt::WheelFocus) != Qt::WheelFocus);
}

QTEST_MAIN(WheelTest)
#include "tst_wheel.moc"
