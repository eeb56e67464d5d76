// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/ui/support/themefixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/status/statuspanel.h"

#include <QListView>
#include <QTabWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Theme;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

// Of the views of all projects.
using View = ui::BucketViews::View;

} // namespace

/// Another theme at run time looks as if the window had been born in it: the views of all projects,
/// and what was asked and failed.
class ThemeSwitchAllTest : public QObject, private testsupport::ThemeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsAllProjects_data();
    void showsAllProjects();
    void showsTheStatus_data();
    void showsTheStatus();

private:
    void openAll(Theme theme, View view);
    bool isFilled(View view) const;
};

void ThemeSwitchAllTest::showsAllProjects_data()
{
    QTest::addColumn<View>("view");
    QTest::newRow("buckets") << View::Buckets;
    QTest::newRow("findings") << View::Findings;
    QTest::newRow("duplicates") << View::Duplicates;
    QTest::newRow("overview") << View::Overview;
    QTest::newRow("not read") << View::NotReadable;
}

bool ThemeSwitchAllTest::isFilled(View view) const
{
    const auto *panel = window()->findChild<ui::BucketPanel *>();
    if (view == View::Overview) {
        const auto lists = panel->findChild<ui::Overview *>()->findChildren<QListView *>();
        return lists.constFirst()->model()->rowCount() > 0;
    }
    const auto tables = panel->findChildren<ui::TableView *>();
    for (const ui::TableView *table : tables) {
        if (table->isVisible())
            return table->model()->rowCount() > 0;
    }
    return false;
}

/// Sorted by name, so that it does not matter which project answered first.
void ThemeSwitchAllTest::openAll(Theme theme, View view)
{
    start(theme, sample::PaymentsProd);
    window()->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    auto *panel = window()->findChild<ui::BucketPanel *>();
    auto *table = panel->findChild<ui::BucketTable *>();
    table->sortByColumn(0, Qt::AscendingOrder);
    table->scrollToTop();
    panel->findChild<ui::BucketViews *>()->goTo(view);
    if (view == View::Findings)
        session().exportCheck().start();
    QTRY_VERIFY(isFilled(view));
    settle();
}

void ThemeSwitchAllTest::showsAllProjects()
{
    QFETCH(const View, view);
    compare([this, view](Theme theme) { openAll(theme, view); });
}

void ThemeSwitchAllTest::showsTheStatus_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rows");
    QTest::newRow("problems") << 0 << u"Problems"_s << 1;
    QTest::newRow("requests") << 1 << u"Requests"_s << 3;
}

void ThemeSwitchAllTest::showsTheStatus()
{
    QFETCH(const int, tab);
    QFETCH(const QString, name);
    QFETCH(const int, rows);
    compare([this, tab, &name, rows](Theme theme) {
        start(theme, sample::Legacy);
        window()->findChild<ui::StatusPanel *>()->findChild<QTabWidget *>()->setCurrentIndex(tab);
        auto *table = findByName<QTableView>(window(), name);
        QTRY_VERIFY(table && table->model()->rowCount() == rows);
        table->selectRow(0);
    });
}

QTEST_MAIN(ThemeSwitchAllTest)
#include "tst_themeswitchall.moc"
