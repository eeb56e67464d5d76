// SPDX-License-Identifier: Apache-2.0
#include "themefixture.h"

#include "session/session.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "ui/look/appliedtheme.h"
#include "widgetfinder.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QMap>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using accounts::Theme;
using ui::theme::Tone;

namespace testsupport {

namespace {

Tone toneOf(Theme theme)
{
    switch (theme) {
    case Theme::Dark:
        return Tone::Dark;
    case Theme::HighContrast:
        return Tone::HighContrast;
    case Theme::System:
    case Theme::Light:
        break;
    }
    return Tone::Light;
}

/// Columns that differ from run to run: times, durations, what is left of a limit.
QList<int> passingColumns(const QString &table)
{
    return table == u"Requests" ? QList{0, 4, 6} : QList{0};
}

void save(const QImage &image, const QString &what)
{
    const QString test =
        QString::fromLatin1(QTest::currentDataTag()).remove(QRegularExpression(u"[^a-z]"_s));
    image.save(QDir::temp().filePath(u"bucketscope-%1-%2.png"_s.arg(what, test)));
}

} // namespace

void ThemeFixture::setUp()
{
    QApplication::setCursorFlashTime(0);
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
    m_fixture->saveProfile(u"Production"_s, m_simulator->baseUrl(), serviceAccount());
}

void ThemeFixture::tearDown()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ThemeFixture::settle()
{
    QTRY_VERIFY(!session().isBusy());
    // It tells so a moment later.
    QTRY_VERIFY(!findByName<QAbstractButton>(window(), u"Stop"_s)->isEnabled());
}

void ThemeFixture::start(Theme theme, const QString &project)
{
    m_simulator->clearFaults();
    m_fixture->stop();
    m_fixture->setTheme(theme);
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(project);
    QVERIFY(m_fixture->start());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(session().pager().state() != buckets::BucketPager::State::Idle);
    settle();
    m_shown = window();
}

/// Without what tells the time: it differs from run to run.
QImage ThemeFixture::picture()
{
    for (const auto &name : {u"Problems"_s, u"Requests"_s}) {
        auto *table = findByName<QTableView>(window(), name);
        const QList<int> columns = passingColumns(name);
        for (const int column : columns) {
            if (table)
                table->hideColumn(column);
        }
    }
    for (const auto &name : {u"Account"_s, u"Last updated"_s}) {
        if (QLabel *label = findLabel(window(), name))
            label->hide();
    }
    const QRegularExpression time(u"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"_s);
    const auto labels = m_shown->findChildren<QLabel *>();
    for (QLabel *label : labels)
        label->setText(label->text().replace(time, u"2026-01-01 00:00"_s));
    QImage picture;
    awaitRest(picture);
    return picture;
}

/// Until layouts have settled and what fades in has done so.
void ThemeFixture::awaitRest(QImage &picture)
{
    const auto isAtRest = [this, &picture] {
        const QImage before = std::exchange(picture, m_shown->grab().toImage());
        return picture == before;
    };
    QTRY_VERIFY(isAtRest());
}

void ThemeFixture::switchTo(Theme theme)
{
    ui::theme::apply(*qApp, toneOf(theme));
    QTRY_COMPARE(ui::theme::toneOf(m_shown->palette()), toneOf(theme));
    QCoreApplication::processEvents();
}

void ThemeFixture::compare(const std::function<void(Theme)> &enter)
{
    QMap<Theme, QImage> born;
    for (const Theme theme : {Theme::Dark, Theme::HighContrast, Theme::Light}) {
        enter(theme);
        if (QTest::currentTestFailed())
            return;
        born.insert(theme, picture());
    }
    QVERIFY(born.value(Theme::Dark) != born.value(Theme::Light));
    QVERIFY(born.value(Theme::Dark) != born.value(Theme::HighContrast));
    for (const Theme theme : {Theme::Dark, Theme::Light, Theme::HighContrast, Theme::Light}) {
        switchTo(theme);
        const QImage switched = picture();
        const bool isSame = switched == born.value(theme);
        if (!isSame) {
            save(switched, u"switched"_s);
            save(born.value(theme), u"born"_s);
        }
        QVERIFY2(isSame,
                 qPrintable(
                     u"theme %1; see bucketscope-switched-….png, "
                     "bucketscope-born-….png in the folder for temporary files"_s.arg(int(theme))));
    }
}

} // namespace testsupport
