// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/valuespage.h"

#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/parts/tonelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::PreferenceValues;
using accounts::Setting;
using accounts::settingText;
using atlas::ApiVersion;

constexpr int CheckNoteDistance = 2;
constexpr int NarrowestNumberInput = 130;
constexpr int NarrowestChoice = 160;

/// The newest version that we know, and the ones before it that people ask for.
QStringList knownVersions()
{
    return {ApiVersion().toString(), u"2024-05-30"_s, u"2023-01-01"_s};
}

/// As wide as it needs to be, and no wider.
void keepNarrow(QWidget *input, int least)
{
    input->setMinimumWidth(least);
    input->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QLabel *makeNote(QWidget *parent, const QString &text)
{
    auto *note = new ToneLabel(ToneLabel::Meaning::Muted, parent);
    note->setFont(theme::smaller(note->font()));
    note->setText(text);
    return note;
}

std::optional<ApiVersion> versionIn(const QComboBox *box)
{
    return ApiVersion::fromString(box->currentText().trimmed());
}

std::optional<QString> versionProblem(const QComboBox *box)
{
    if (versionIn(box))
        return std::nullopt;
    return ValuesPage::tr("Enter a date. Example: %1").arg(knownVersions().constFirst());
}

} // namespace

ValuesPage::ValuesPage(accounts::SettingsPage page, const PreferenceValues &values, QWidget *parent)
    : QWidget(parent), m_form(makeForm(this))
{
    accounts::forEachSetting([&](const auto &setting) {
        if (setting.page == page)
            m_controls.append(makeControl(setting, values.*setting.member));
    });
    m_form->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    m_form->setRowStretch(m_form->rowCount(), 1);
}

template<class Value>
ValuesPage::Control ValuesPage::makeControl(const Setting<Value> &setting, const Value &value)
{
    if constexpr (std::is_same_v<Value, bool>) {
        return makeCheckBox(setting, value);
    } else if constexpr (std::is_same_v<Value, ApiVersion>) {
        return makeVersionBox(setting, value);
    } else if constexpr (accounts::Chosen<Value>) {
        return makeList(setting, value);
    } else if constexpr (requires { Value::Max; }) {
        return makeSpinBox(setting, value);
    } else {
        static_assert(std::is_same_v<Value, accounts::SecretStorage>, "a field of its own");
        Q_UNREACHABLE();
    }
}

template<class Value>
FormField *ValuesPage::addField(const Setting<Value> &setting, QWidget *input)
{
    auto *field = new FormField(m_form, settingText(setting.label), input);
    field->setHint(hintOf(setting));
    return field;
}

/// With a line below that says what it is for.
ValuesPage::Control ValuesPage::makeCheckBox(const Setting<bool> &setting, bool value)
{
    const QString text = settingText(setting.label);
    auto *cell = new QWidget(this);
    auto *box = new QCheckBox(text, cell);
    box->setAccessibleName(withoutMnemonic(text));
    box->setAccessibleDescription(hintOf(setting));
    box->setChecked(value);
    QLabel *note = makeNote(cell, hintOf(setting));
    alignWithTextOf(*box, *note);
    auto *layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CheckNoteDistance);
    layout->addWidget(box);
    layout->addWidget(note);
    m_form->addWidget(cell, m_form->rowCount(), 1);
    m_checkCells.append({setting.member, cell});
    return {box, [box, member = setting.member](PreferenceValues &values) {
                values.*member = box->isChecked();
            }};
}

/// Takes the versions that we know, and any other.
ValuesPage::Control ValuesPage::makeVersionBox(const Setting<ApiVersion> &setting,
                                               const ApiVersion &value)
{
    auto *box = new QComboBox(this);
    FormField *field = addField(setting, box);
    box->setEditable(true);
    box->lineEdit()->setAccessibleName(box->accessibleName());
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setCompleter(nullptr);
    box->addItems(knownVersions());
    box->setEditText(value.toString());
    keepNarrow(box, NarrowestNumberInput);
    connect(box, &QComboBox::editTextChanged, this, [this, box, field] {
        const auto found = versionProblem(box);
        field->setProblem(found ? std::optional(
                              FormField::Problem{accounts::FieldProblem::Severity::Error, *found})
                                : std::nullopt);
        Q_EMIT problemChanged();
    });
    return {box,
            [box, member = setting.member](PreferenceValues &values) {
                values.*member = versionIn(box).value_or(values.*member);
            },
            [box] {
                return versionProblem(box);
            }};
}

template<class Value>
ValuesPage::Control ValuesPage::makeSpinBox(const Setting<Value> &setting, const Value &value)
{
    auto *box = new QSpinBox(this);
    addField(setting, box);
    box->setRange(Value::Min, Value::Max);
    box->setSuffix(settingText(setting.unit));
    box->setValue(value.value());
    keepNarrow(box, NarrowestNumberInput);
    return {box, [box, member = setting.member](PreferenceValues &values) {
                values.*member = Value::from(box->value()).value_or(values.*member);
            }};
}

template<class Value>
ValuesPage::Control ValuesPage::makeList(const Setting<Value> &setting, Value value)
{
    auto *list = new QComboBox(this);
    addField(setting, list);
    for (const auto &choice : choicesOf(value)) {
        list->addItem(nameOf(choice));
        if (choice.value == value)
            list->setCurrentIndex(list->count() - 1);
    }
    keepNarrow(list, NarrowestChoice);
    return {list, [list, member = setting.member](PreferenceValues &values) {
                const auto index = static_cast<std::size_t>(list->currentIndex());
                values.*member = choicesOf(Value()).at(index).value;
            }};
}

void ValuesPage::putBelow(bool PreferenceValues::*setting, QWidget *part)
{
    for (const CheckCell &cell : std::as_const(m_checkCells)) {
        if (cell.member == setting)
            cell.widget->layout()->addWidget(part);
    }
}

PreferenceValues ValuesPage::over(PreferenceValues values) const
{
    for (const Control &control : m_controls)
        control.write(values);
    return values;
}

std::optional<QString> ValuesPage::problem() const
{
    for (const Control &control : m_controls) {
        if (auto found = control.problem ? control.problem() : std::nullopt)
            return found;
    }
    return std::nullopt;
}

void ValuesPage::goToProblem()
{
    for (const Control &control : m_controls) {
        if (control.problem && control.problem()) {
            control.input->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace ui
