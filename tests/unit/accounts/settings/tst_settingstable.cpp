// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "accounts/settings/settingstable.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

/// Stands for a value of any type.
struct Anything
{
    template<class T>
    operator T() const;
};

/// How many members a struct has that can be made of its members.
template<class Struct, class... Members>
constexpr std::size_t memberCount()
{
    if constexpr (requires { Struct{Members()..., Anything()}; })
        return memberCount<Struct, Members..., Anything>();
    else
        return sizeof...(Members);
}

static_assert(memberCount<PreferenceValues>() == std::tuple_size_v<decltype(settingsTable)>,
              "each setting has its row");

/// A value other than the default.
template<class Value>
Value otherThan(const Value &value)
{
    if constexpr (std::is_same_v<Value, bool>)
        return !value;
    else if constexpr (std::is_same_v<Value, atlas::ApiVersion>)
        return *atlas::ApiVersion::fromString(u"2023-01-01");
    else if constexpr (std::is_same_v<Value, SecretStorage>)
        return SecretStorage::SessionOnly;
    else if constexpr (Chosen<Value>)
        return choicesOf(value).back().value;
    else
        return *Value::from(Value::Max);
}

/// What is no value of the type.
template<class Value>
QStringList senselessTexts(const Setting<Value> & /*setting*/)
{
    QStringList texts{QString(), u"?"_s, u"System"_s, u" true"_s};
    if constexpr (requires { Value::Max; })
        texts += {QString::number(Value::Min - 1), QString::number(Value::Max + 1)};
    return texts;
}

} // namespace

/// One row a setting: each is read, written and refused as it says.
class TestSettingsTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsInTheFile();
    void whatMakesNoSenseIsRefused();
    void boundsAreValues();
    void choicesComeBack();
    void everyRowHasWords();

private:
    QString path() const { return m_folder.filePath(u"bucketscope.conf"_s); }

    QTemporaryDir m_folder;
};

void TestSettingsTable::everyRowIsInTheFile()
{
    PreferenceValues others;
    forEachSetting([&others](const auto &setting) {
        others.*setting.member = otherThan(others.*setting.member);
    });
    SettingsFile file(path());
    Preferences(file).setValues(others);
    QVERIFY(file.save());
    const SettingsFile again(path());
    forEachSetting([&](const auto &setting) {
        QCOMPARE(again.text(setting.key), std::optional(storedTextOf(others.*setting.member)));
        QVERIFY(others.*setting.member != PreferenceValues().*setting.member);
    });
    SettingsFile third(path());
    QCOMPARE(Preferences(third).values(), others);
}

void TestSettingsTable::whatMakesNoSenseIsRefused()
{
    forEachSetting([](const auto &setting) {
        for (const QString &text : senselessTexts(setting)) {
            SettingsFile file(u"/nowhere/bucketscope.conf"_s);
            file.setText(setting.key, text);
            const Preferences preferences(file);
            QCOMPARE(preferences.values(), PreferenceValues());
            QCOMPARE(preferences.problems().size(), 1);
            QVERIFY(preferences.problems().constFirst().contains(setting.key));
        }
    });
}

void TestSettingsTable::boundsAreValues()
{
    forEachSetting([]<class Value>(const Setting<Value> &setting) {
        if constexpr (requires { Value::Max; }) {
            for (const int bound : {Value::Min, Value::Max}) {
                SettingsFile file(u"/nowhere/bucketscope.conf"_s);
                file.setText(setting.key, QString::number(bound));
                QCOMPARE((Preferences(file).values().*setting.member).value(), bound);
            }
        }
    });
}

void TestSettingsTable::choicesComeBack()
{
    forEachSetting([]<class Value>(const Setting<Value> &setting) {
        if constexpr (Chosen<Value>) {
            for (const auto &choice : choicesOf(Value())) {
                SettingsFile file(u"/nowhere/bucketscope.conf"_s);
                file.setText(setting.key, choice.word);
                QCOMPARE(Preferences(file).values().*setting.member, choice.value);
                QVERIFY(!nameOf(choice).isEmpty());
            }
        }
    });
    QCOMPARE(nameOf(languageChoices[1]), u"English"_s);
    QCOMPARE(nameOf(languageChoices[2]), u"한국어"_s);
}

void TestSettingsTable::everyRowHasWords()
{
    forEachSetting([](const auto &setting) {
        QVERIFY(!settingText(setting.label).isEmpty());
        QVERIFY(!hintOf(setting).contains(u'%'));
    });
}

QTEST_GUILESS_MAIN(TestSettingsTable)
#include "tst_settingstable.moc"
