// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/preferencevalues.h"
#include "ui/settings/formfield.h"

#include <QComboBox>
#include <QWidget>

namespace ui {

/// The settings' page on what the window looks like.
class AppearancePage : public QWidget
{
    Q_OBJECT

public:
    explicit AppearancePage(const accounts::PreferenceValues &values, QWidget *parent = nullptr);

    /// Puts what is chosen here into `values`.
    void writeTo(accounts::PreferenceValues &values) const;

private:
    QGridLayout *m_form;
    QComboBox *m_language;
    FormField *m_languageField;
    QComboBox *m_theme;
    FormField *m_themeField;
};

} // namespace ui
