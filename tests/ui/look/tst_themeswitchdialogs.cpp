// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/sampleworld.h"
#include "tests/ui/support/themefixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/exportdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/keysdialog.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QListWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Theme;
using testsupport::findByName;

namespace sample = atlassim::sample;

/// Another theme at run time looks as if the dialogs had been born in it.
class ThemeSwitchDialogsTest : public QObject, private testsupport::ThemeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsSettings_data();
    void showsSettings();
    void showsTheExport();
    void showsTheKeys();

private:
    /// Waits for the dialog, which is what is drawn then.
    template<class Dialog>
    void show()
    {
        QTRY_VERIFY(window()->findChild<Dialog *>());
        m_shown = window()->findChild<Dialog *>();
        m_shown->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_shown));
    }
};

void ThemeSwitchDialogsTest::showsSettings_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("profiles") << 0;
    QTest::newRow("requests") << 1;
    QTest::newRow("appearance") << 2;
}

void ThemeSwitchDialogsTest::showsSettings()
{
    QFETCH(const int, page);
    compare([this, page](Theme theme) {
        start(theme, sample::Sandbox);
        Q_EMIT window()->settingsRequested();
        show<ui::SettingsDialog>();
        if (QTest::currentTestFailed())
            return;
        auto *pages = findByName<QListWidget>(m_shown, u"Categories"_s);
        QVERIFY(page < pages->count());
        pages->setCurrentRow(page);
        // The theme in use is a choice of this page: it must not tell the pictures apart.
        if (auto *choice = findByName<QComboBox>(m_shown, u"Theme"_s))
            choice->setCurrentIndex(0);
    });
}

void ThemeSwitchDialogsTest::showsTheExport()
{
    compare([this](Theme theme) {
        start(theme, sample::PaymentsProd);
        QVERIFY(testsupport::click(window(), u"Export"_s));
        show<ui::ExportDialog>();
    });
}

void ThemeSwitchDialogsTest::showsTheKeys()
{
    compare([this](Theme theme) {
        start(theme, sample::Sandbox);
        QTest::keyClick(window(), Qt::Key_F1);
        show<ui::KeysDialog>();
    });
}

QTEST_MAIN(ThemeSwitchDialogsTest)
#include "tst_themeswitchdialogs.moc"
