// SPDX-License-Identifier: Apache-2.0
#include "findingsfixture.h"

#include "tests/support/testaccount.h"
#include "ui/accessibility/announcer.h"

#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

/// Opens the findings of all projects.
void FindingsFixture::serve(atlassim::World world)
{
    m_fixture = std::make_unique<ProgramFixture>();
    m_simulator = std::make_unique<atlassim::Simulator>(std::move(world));
    QVERIFY(m_simulator->listen());
    m_fixture->setReadsRegions(false);
    m_fixture->useEnvironment(m_simulator->baseUrl(), serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
    m_window->openAllProjects();
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    auto *views = findByName<QTabBar>(m_window, u"Views"_s);
    QVERIFY(views);
    QTest::mouseClick(views, Qt::LeftButton, {}, views->tabRect(1).center());
}

void FindingsFixture::check()
{
    QVERIFY(click(m_window, u"Check exports"_s));
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
}

QString FindingsFixture::labelText(const QString &description) const
{
    const QLabel *label = findLabel(m_window, description);
    return label ? label->text() : QString();
}

QStringList FindingsFixture::texts(Column column) const
{
    QStringList all;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        all.append(text(row, column));
    return all;
}

int FindingsFixture::rowOfFailure() const
{
    const auto *findings = static_cast<models::FindingsModel *>(table()->model());
    for (int row = 0; row < findings->rowCount(); ++row) {
        if (findings->findingAt(row).code == insight::FindingCode::ExportFailed)
            return row;
    }
    return -1;
}

bool FindingsFixture::says(const QString &part) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    // What a screen reader speaks stays for a while, whatever is shown by then.
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
        return label->isVisible() && label->text().contains(part)
            && !qobject_cast<const ui::Announcer *>(label);
    });
}

void FindingsFixture::tearDown()
{
    m_fixture.reset();
    m_simulator.reset();
}

} // namespace testsupport
