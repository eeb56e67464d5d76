// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/settingsfixture.h"

#include "accounts/settings/settingstable.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

/// Each row of the table of settings has its control in the dialog, and what is chosen there is
/// saved.
class TestSettingsPages : public QObject, protected SettingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void everySettingHasItsControl();
    void numbersKeepToTheirBounds();
    void everyChoiceIsOffered();
    void whatIsChosenIsSaved();
    void othersAreLeftAlone();

private:
    template<class Value>
    QWidget *controlOf(const Setting<Value> &setting) const
    {
        return part<QWidget>(ui::withoutMnemonic(settingText(setting.label)));
    }
    template<class Value>
    void choose(const Setting<Value> &setting, PreferenceValues &values) const;
};

void TestSettingsPages::everySettingHasItsControl()
{
    open();
    forEachSetting([this](const auto &setting) {
        QVERIFY2(controlOf(setting), setting.label);
        if (setting.hint)
            QCOMPARE(controlOf(setting)->accessibleDescription(), hintOf(setting));
    });
}

void TestSettingsPages::numbersKeepToTheirBounds()
{
    open();
    forEachSetting([this]<class Value>(const Setting<Value> &setting) {
        if constexpr (requires { Value::Max; }) {
            auto *box = qobject_cast<QSpinBox *>(controlOf(setting));
            QVERIFY2(box, setting.label);
            QCOMPARE(box->suffix(), settingText(setting.unit));
            QCOMPARE(box->value(), Value().value());
            box->setValue(Value::Min - 1);
            QCOMPARE(box->value(), Value::Min);
            box->setValue(Value::Max + 1);
            QCOMPARE(box->value(), Value::Max);
        }
    });
}

void TestSettingsPages::everyChoiceIsOffered()
{
    open();
    forEachSetting([this]<class Value>(const Setting<Value> &setting) {
        if constexpr (Chosen<Value>) {
            const auto *list = qobject_cast<QComboBox *>(controlOf(setting));
            QVERIFY2(list, setting.label);
            QCOMPARE(list->count(), static_cast<int>(choicesOf(Value()).size()));
            for (int i = 0; i < list->count(); ++i)
                QCOMPARE(list->itemText(i), nameOf(choicesOf(Value()).at(std::size_t(i))));
        }
    });
}

/// Chooses another value than the default, by the control and in `values`.
template<class Value>
void TestSettingsPages::choose(const Setting<Value> &setting, PreferenceValues &values) const
{
    Value &value = values.*setting.member;
    if constexpr (std::is_same_v<Value, bool>) {
        value = !value;
        qobject_cast<QCheckBox *>(controlOf(setting))->setChecked(value);
    } else if constexpr (std::is_same_v<Value, atlas::ApiVersion>) {
        value = *atlas::ApiVersion::fromString(u"2023-01-01");
        qobject_cast<QComboBox *>(controlOf(setting))->setEditText(value.toString());
    } else if constexpr (Chosen<Value>) {
        value = choicesOf(value).back().value;
        auto *list = qobject_cast<QComboBox *>(controlOf(setting));
        list->setCurrentIndex(list->count() - 1);
    } else if constexpr (requires { Value::Max; }) {
        value = *Value::from(Value::Max - 1);
        qobject_cast<QSpinBox *>(controlOf(setting))->setValue(value.value());
    } else { // What moves with it, tst_settingssecrets tells.
        QVERIFY(qobject_cast<QComboBox *>(controlOf(setting)));
    }
}

void TestSettingsPages::whatIsChosenIsSaved()
{
    open();
    PreferenceValues chosen;
    forEachSetting([&](const auto &setting) { choose(setting, chosen); });
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(savedValues(), chosen);
}

/// A page that changes nothing keeps what was chosen before, also where a default is another.
void TestSettingsPages::othersAreLeftAlone()
{
    const PreferenceValues before{.itemsPerPage = *atlas::ItemsPerPage::from(7),
                                  .apiVersion = *atlas::ApiVersion::fromString(u"2024-01-02"),
                                  .timeout = *TimeoutSeconds::from(99),
                                  .readRegions = false,
                                  .theme = Theme::Light};
    m_preferences->setValues(before);
    open();
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(savedValues(), before);
}

QTEST_MAIN(TestSettingsPages)
#include "tst_settingspages.moc"
