// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/preferencevalues.h"
#include "ui/settings/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QWidget>

#include <optional>

namespace ui {

/// The settings' page on how Atlas is asked.
class RequestsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RequestsPage(const accounts::PreferenceValues &values, QWidget *parent = nullptr);

    /// Puts what is chosen here into `values`; there must be no problem.
    void writeTo(accounts::PreferenceValues &values) const;
    /// Why the page cannot be saved: a sentence.
    std::optional<QString> problem() const;
    /// Brings the field with the problem to the user.
    void goToProblem();
    std::chrono::seconds timeout() const { return std::chrono::seconds(m_timeout->value()); }

Q_SIGNALS:
    /// problem() may have changed.
    void problemChanged();

private:
    void setUpInputs();
    void showValues(const accounts::PreferenceValues &values);
    void checkVersion();

    QGridLayout *m_form;
    QSpinBox *m_itemsPerPage;
    FormField *m_itemsPerPageField;
    QCheckBox *m_includeCount;
    QCheckBox *m_envelope;
    QCheckBox *m_prettyPrint;
    QCheckBox *m_readRegions;
    QCheckBox *m_fetchAhead;
    QComboBox *m_apiVersion;
    FormField *m_apiVersionField;
    QSpinBox *m_timeout;
    FormField *m_timeoutField;
};

} // namespace ui
