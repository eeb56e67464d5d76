// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/settingstable.h"
#include "ui/parts/formfield.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <optional>

namespace ui {

/// A page of the settings dialog that is nothing but the settings of the table that stand there,
/// a control each.
class ValuesPage : public QWidget
{
    Q_OBJECT

public:
    ValuesPage(accounts::SettingsPage page, const accounts::PreferenceValues &values,
               QWidget *parent = nullptr);

    /// What is chosen here, and `values` for all else; what is typed and no value counts for
    /// nothing.
    accounts::PreferenceValues over(accounts::PreferenceValues values) const;
    /// Puts `part`, which this takes over, below the box of a setting that is on or off.
    void putBelow(bool accounts::PreferenceValues::*setting, QWidget *part);
    /// Why the page cannot be saved: a sentence.
    std::optional<QString> problem() const;
    /// Brings the field with the problem to the user.
    void goToProblem();

Q_SIGNALS:
    /// problem() may have changed.
    void problemChanged();

private:
    /// Where the box of a setting stands that is on or off.
    struct CheckCell
    {
        bool accounts::PreferenceValues::*member = nullptr;
        QWidget *widget = nullptr;
    };

    struct Control
    {
        QWidget *input = nullptr;
        std::function<void(accounts::PreferenceValues &values)> write;
        /// Where nothing can be wrong, there is none.
        std::function<std::optional<QString>()> problem = {};
    };

    template<class Value>
    Control makeControl(const accounts::Setting<Value> &setting, const Value &value);
    template<class Value>
    Control makeSpinBox(const accounts::Setting<Value> &setting, const Value &value);
    template<class Value>
    Control makeList(const accounts::Setting<Value> &setting, Value value);
    Control makeCheckBox(const accounts::Setting<bool> &setting, bool value);
    Control makeVersionBox(const accounts::Setting<atlas::ApiVersion> &setting,
                           const atlas::ApiVersion &value);
    template<class Value>
    FormField *addField(const accounts::Setting<Value> &setting, QWidget *input);

    QGridLayout *m_form;
    QList<Control> m_controls;
    QList<CheckCell> m_checkCells;
};

} // namespace ui
