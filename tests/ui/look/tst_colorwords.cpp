// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/widgetfinder.h"
#include "ui/settings/profileedits.h"
#include "ui/window/topbar.h"

#include <QComboBox>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using accounts::Profile;
using accounts::ProfileColor;

/// What the color of a profile says is said in words, too.
class ColorWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSaidBesideTheName_data();
    void isSaidBesideTheName();
    void isSaidOfEachEntry();
    void isSaidInTheSettings();

private:
    static Profile profile(const QString &name, std::optional<ProfileColor> color);
    static QStringList shownTexts(const QWidget &widget);
};

Profile ColorWordsTest::profile(const QString &name, std::optional<ProfileColor> color)
{
    Profile profile;
    profile.id = accounts::ProfileId::create();
    profile.name = name;
    profile.chosenColor = color;
    return profile;
}

QStringList ColorWordsTest::shownTexts(const QWidget &widget)
{
    QStringList texts;
    const auto labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

void ColorWordsTest::isSaidBesideTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<ProfileColor>>("color");
    QTest::addColumn<QString>("said");
    const std::optional<ProfileColor> byName;
    QTest::newRow("production") << u"billing-prod"_s << byName << u"Production"_s;
    QTest::newRow("no color") << u"staging"_s << byName << QString();
    QTest::newRow("chosen") << u"staging"_s << std::optional(ProfileColor::Amber) << u"Amber"_s;
    QTest::newRow("chosen red") << u"staging"_s << std::optional(ProfileColor::Red) << u"Red"_s;
    QTest::newRow("another for production")
        << u"billing-prod"_s << std::optional(ProfileColor::Violet) << u"Violet"_s;
    QTest::newRow("none for production")
        << u"billing-prod"_s << std::optional(ProfileColor::None) << QString();
}

void ColorWordsTest::isSaidBesideTheName()
{
    QFETCH(const QString, name);
    QFETCH(const std::optional<ProfileColor>, color);
    QFETCH(const QString, said);
    ui::TopBar bar;
    bar.show();
    const Profile open = profile(name, color);
    bar.setProfiles({profile(u"another"_s, {}), open}, open.id);
    const auto *box = testsupport::findByName<QComboBox>(&bar, u"Profile"_s);
    QCOMPARE(box->currentText(), name);
    QCOMPARE(box->accessibleDescription(), said);
    QCOMPARE(shownTexts(bar), said.isEmpty() ? QStringList() : QStringList{said});
    // Whose account is open no longer is said of no account.
    bar.setProfiles({open}, {});
    QCOMPARE(box->accessibleDescription(), QString());
    QCOMPARE(shownTexts(bar), QStringList());
}

void ColorWordsTest::isSaidOfEachEntry()
{
    ui::TopBar bar;
    bar.show();
    const Profile open = profile(u"staging"_s, ProfileColor::Green);
    bar.setProfiles({profile(u"production"_s, {}), open, profile(u"test"_s, {})}, open.id);
    const auto *box = testsupport::findByName<QComboBox>(&bar, u"Profile"_s);
    for (const auto role : {Qt::AccessibleDescriptionRole, Qt::ToolTipRole}) {
        QCOMPARE(box->itemData(0, role).toString(), u"Production"_s);
        QCOMPARE(box->itemData(1, role).toString(), u"Green"_s);
        QCOMPARE(box->itemData(2, role).toString(), QString());
    }
}

void ColorWordsTest::isSaidInTheSettings()
{
    const ui::ProfileEdits edits({profile(u"production"_s, {}), profile(u"test"_s, {})}, {});
    const auto said = [&edits](int row) {
        return edits.index(row, 0).data(Qt::AccessibleDescriptionRole).toString();
    };
    QVERIFY(said(0).startsWith(u"Production"));
    QVERIFY(!said(1).contains(u"Production"));
    QCOMPARE(edits.index(0, 0).data(Qt::ToolTipRole).toString(), u"Production"_s);
}

QTEST_MAIN(ColorWordsTest)
#include "tst_colorwords.moc"
