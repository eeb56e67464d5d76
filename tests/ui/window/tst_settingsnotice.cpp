// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "base/files/fileprivacy.h"
#include "ui/window/settingsnotice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What the window says of its settings: all there is to say.
class SettingsNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllThereIs_data();
    void saysAllThereIs();
};

void SettingsNoticeTest::saysAllThereIs_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<bool>("isDamaged");
    QTest::addColumn<QStringList>("notes");
    QTest::addColumn<bool>("isWarning");
    QTest::addColumn<QStringList>("says");
    const QString open = u"Another user could redirect your sign-ins"_s;
    const QString damaged = u"is not a valid value for Appearance/theme"_s;
    const QString note = u"A word on the environment."_s;
    QTest::newRow("nothing") << false << false << QStringList() << false << QStringList();
    QTest::newRow("a note") << false << false << QStringList{note} << false
                            << QStringList{u"Environment variables"_s, note};
    QTest::newRow("damage") << false << true << QStringList{note} << true
                            << QStringList{u"Some settings could not be used."_s, damaged, note};
    QTest::newRow("others") << true << false << QStringList{note} << true
                            << QStringList{u"can change your settings."_s, open, note};
    QTest::newRow("damage and others")
        << true << true << QStringList{note} << true
        << QStringList{u"Some settings could not be used."_s, damaged,
                       u"can change your settings."_s, open, note};
}

void SettingsNoticeTest::saysAllThereIs()
{
    QFETCH(const bool, isOpen);
    QFETCH(const bool, isDamaged);
    QFETCH(const QStringList, notes);
    if (isOpen && !base::filesCanBePrivate())
        QSKIP("Who may write a file is not told here.");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bucketscope.conf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(isDamaged ? "[Appearance]\ntheme=striped\n" : "[Appearance]\ntheme=dark\n");
    file.close();
    const auto own = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(file.setPermissions(isOpen ? own | QFile::WriteOther : own));
    accounts::SettingsFile settings(path);
    const accounts::Preferences preferences(settings);
    const accounts::ProfileStore profiles(settings);
    const auto notice = ui::settingsNotice({settings, preferences, profiles, path}, notes);
    QTEST(notice.isWarning, "isWarning");
    QFETCH(const QStringList, says);
    const QString told = notice.headline + u' ' + notice.text;
    qsizetype from = 0;
    for (const QString &text : says) {
        from = told.indexOf(text, from);
        QVERIFY2(from >= 0, qPrintable(told));
    }
    QCOMPARE(notice.text.isEmpty(), says.isEmpty());
}

QTEST_GUILESS_MAIN(SettingsNoticeTest)
#include "tst_settingsnotice.moc"
