// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secret.h"

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace ui {

/// Where a secret is typed: hidden, unless its user asks to see it.
class SecretEdit : public QWidget
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    QLineEdit *input() const { return m_input; }

    /// What is typed, without white space around it.
    accounts::Secret secret() const;
    /// Shows a secret that was typed before, hidden again.
    void setSecret(const accounts::Secret &secret);
    /// What the empty field says.
    void setPlaceholder(const QString &text);
    /// Nothing can be typed or revealed.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    /// The user changed the text.
    void edited();

private:
    void applyReveal(bool revealed);

    QLineEdit *m_input;
    QPushButton *m_reveal;
};

} // namespace ui
